import { webviewHost } from './webview-host';

describe('webviewHost', () => {
    it('is localhost for a page at an address of loopback, with the same port', () => {
        expect(webviewHost('127.0.0.1:3000')).toBe('localhost:3000');
        expect(webviewHost('127.0.1.1')).toBe('localhost');
        expect(webviewHost('[::1]:3000')).toBe('localhost:3000');
    });

    it('is the host of the page for every other one', () => {
        for (const host of ['localhost:3000', 'traces.example:8443', '192.168.0.7:3000', '127.0.0.1.example:3000']) {
            expect(webviewHost(host)).toBe(host);
        }
    });
});
