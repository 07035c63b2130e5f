// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a function, not an object
import express = require('express');
import { listen } from '../test-support/listen';
import { RawAnswer, rawRequest } from '../test-support/raw-request';
import { refuseForeign, requireToken } from './access';
import { answerErrors } from './http-error';

const TOKEN = 'a'.repeat(64);
let url: string;

beforeAll(async () => {
    const app = express();
    app.use(refuseForeign(['trace-box']));
    app.get('/open', (_request, response) => void response.json('ok'));
    app.get('/closed', requireToken(TOKEN), (_request, response) => void response.json('ok'));
    app.use(answerErrors(() => undefined));
    ({ url } = await listen(app));
});

function ask(path: string, headers: Record<string, string>): Promise<RawAnswer> {
    return rawRequest(url + path, { headers });
}

describe('requireToken', () => {
    it('lets the token through', async () => {
        expect((await ask('/closed', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    });

    it.each([
        ['no token', {}],
        ['another token', { authorization: `Bearer ${'b'.repeat(64)}` }],
        ['a part of the token', { authorization: `Bearer ${TOKEN.slice(1)}` }],
        ['the token by another scheme', { authorization: `Basic ${TOKEN}` }]
    ])('refuses %s with title and detail', async (_, headers) => {
        const { status, body } = await ask('/closed', headers);
        expect(status).toBe(401);
        expect(JSON.parse(body.toString())).toEqual({ title: 'Not authorized', detail: expect.any(String) });
    });
});

describe('refuseForeign', () => {
    it.each(['127.0.0.1:1', 'localhost', 'LOCALHOST:3000', '[::1]:80', 'trace-box:99'])(
        'answers to host %s',
        async host => {
            expect((await ask('/open', { host })).status).toBe(200);
        }
    );

    it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'a b'])(
        'refuses host "%s", lest a foreign page reaches us by DNS rebinding',
        async host => {
            expect((await ask('/open', { host })).status).toBe(403);
        }
    );

    it.each(['http://localhost:3000', 'http://127.0.0.1:1', 'https://[::1]'])(
        'answers to pages of %s',
        async origin => {
            expect((await ask('/open', { origin })).status).toBe(200);
        }
    );

    it.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'])(
        'refuses pages of %s',
        async origin => {
            expect((await ask('/open', { origin })).status).toBe(403);
        }
    );
});
