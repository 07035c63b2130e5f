import type { IncomingMessage, ServerResponse } from 'http';
import { admitFilePage } from './file-page';

function ask(method: string, headers: Record<string, string>): { preflight: boolean; sent: Record<string, string> } {
    const sent: Record<string, string> = {};
    const response = { setHeader: (name: string, value: string) => (sent[name.toLowerCase()] = value) };
    const request = { method, headers } as unknown as IncomingMessage;
    return { preflight: admitFilePage(request, response as unknown as ServerResponse), sent };
}

describe('admitFilePage', () => {
    it.each(['file://', 'null'])('lets a page of origin %s read answers, with its cookie', origin => {
        const { preflight, sent } = ask('POST', { origin });
        expect(preflight).toBe(false);
        expect(sent).toMatchObject({
            'access-control-allow-origin': origin,
            'access-control-allow-credentials': 'true'
        });
    });

    it('answers what such a page may send', () => {
        const { preflight, sent } = ask('OPTIONS', {
            origin: 'null',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type'
        });
        expect(preflight).toBe(true);
        expect(sent['access-control-allow-headers']).toBe('content-type');
    });

    it.each(['http://evil.example', 'http://localhost:3000', 'file://host'])('says nothing to %s', origin => {
        expect(ask('OPTIONS', { origin, 'access-control-request-method': 'POST' })).toEqual({
            preflight: false,
            sent: {}
        });
    });

    it('leaves a plain OPTIONS request to the trace server', () => {
        expect(ask('OPTIONS', { origin: 'null' }).preflight).toBe(false);
    });
});
