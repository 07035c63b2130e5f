import { isSameOrigin } from './same-origin';

describe('isSameOrigin', () => {
    const none = new Set<string>();
    const host = 'localhost:3000';

    it('lets pages of the application in', () => {
        expect(isSameOrigin({ host, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, none)).toBe(
            true
        );
    });

    it('lets programs in that are no page', () => {
        expect(isSameOrigin({ host }, none)).toBe(true);
    });

    it.each([
        ['another host', { host, origin: 'http://evil.example' }],
        ['another port of the same host', { host, origin: 'http://localhost:3001' }],
        ['a sandboxed page', { host, origin: 'null' }],
        ['a foreign page that reads', { host, 'sec-fetch-site': 'cross-site' }],
        ['another application on the same site', { host, 'sec-fetch-site': 'same-site' }]
    ])('keeps %s out', (_, headers) => {
        expect(isSameOrigin(headers, none)).toBe(false);
    });

    it('goes by the known hosts behind a proxy that rewrites Host', () => {
        const hosts = new Set(['tmll.example.org']);
        expect(isSameOrigin({ host: 'internal:80', origin: 'https://tmll.example.org' }, hosts)).toBe(true);
        expect(isSameOrigin({ host: 'internal:80', origin: 'https://internal:80' }, hosts)).toBe(false);
    });
});
