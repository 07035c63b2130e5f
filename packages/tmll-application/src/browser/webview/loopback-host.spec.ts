import { isLoopback, loopbackPattern } from './loopback-host';

describe('isLoopback', () => {
    it('knows the names and addresses of this machine, with and without a port', () => {
        for (const host of ['localhost:3000', '127.0.0.1:3000', '127.0.1.1', '[::1]:3000']) {
            expect(isLoopback(host)).toBe(true);
        }
    });

    it('takes no other host for it', () => {
        for (const host of ['traces.example:8443', '192.168.0.7:3000', '127.0.0.1.example:3000', 'localhost.example']) {
            expect(isLoopback(host)).toBe(false);
        }
    });
});

describe('loopbackPattern', () => {
    it('is the same host with the port for webviews: another origin on the same site', () => {
        expect(loopbackPattern('127.0.0.1:3000', 4000)).toBe('127.0.0.1:4000');
        expect(loopbackPattern('localhost:3000', 4000)).toBe('localhost:4000');
        expect(loopbackPattern('[::1]:3000', 4000)).toBe('[::1]:4000');
    });

    it('is a name below localhost at the port of the page when there is no such port', () => {
        expect(loopbackPattern('127.0.0.1:3000', undefined)).toBe('{{uuid}}.webview.localhost:3000');
        expect(loopbackPattern('[::1]', undefined)).toBe('{{uuid}}.webview.localhost');
    });
});
