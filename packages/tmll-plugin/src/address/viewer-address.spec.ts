import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FakeMemory, fakeContext } from '../test-support/fake-context';
import { temporaryFolder } from '../test-support/test-service';
import { fakeHost } from '../test-support/vscode';
import { AddressLease } from './address-lease';
import { ViewerAddress } from './viewer-address';
import { ViewerSettings } from './viewer-settings';

const URL = 'trace-compass.traceserver.url';
const GATEWAY = 'http://localhost:4711';
/** No process has this pid: Linux gives none above 2^22. */
const DEAD = 2 ** 22 + 1;

describe("the Trace Viewer's address", () => {
    const root = temporaryFolder();
    let folder: string;
    let count = 0;
    let memory: FakeMemory;
    const leaseFile = (): string => join(folder, 'storage', 'trace-viewer-address.json');
    const open = (): ViewerAddress => new ViewerAddress(fakeContext(folder, memory));
    const own = (): unknown => fakeHost.settings.get(URL)?.globalValue;

    beforeEach(() => {
        fakeHost.reset();
        folder = join(root, String(count++));
        memory = new FakeMemory();
        // Nobody listens there, whatever runs on this machine.
        fakeHost.set(URL, 'defaultValue', 'http://127.0.0.1:9');
    });

    it('is pointed at the gateway without a question where the user has said nothing, and taken back', async () => {
        const address = open();
        expect(await address.point(GATEWAY)).toBe(true);
        expect(fakeHost.setting(URL)).toBe(GATEWAY);
        await address.restore();
        expect(own()).toBeUndefined();
        expect([fakeHost.messages, existsSync(leaseFile())]).toEqual([[], false]);
    });

    it('stays as it is where it is that of the gateway already', async () => {
        fakeHost.set(URL, 'globalValue', 'http://127.0.0.1:4711/');
        const address = open();
        expect(await address.point(GATEWAY)).toBe(true);
        await address.restore();
        expect([own(), fakeHost.messages]).toEqual(['http://127.0.0.1:4711/', []]);
    });

    it('takes settings along that would lead past the gateway, and leaves those that do not', async () => {
        fakeHost.set('trace-compass.traceserver.apiPath', 'globalValue', 'other/api');
        fakeHost.answer = ({ actions }) => actions[1];
        const address = open();
        await address.point(GATEWAY);
        expect(fakeHost.setting('trace-compass.traceserver.apiPath')).toBe('tsp/api');
        expect(
            fakeHost.settings.get('trace-compass.traceserver.enableSeparateBackendUrl')?.globalValue
        ).toBeUndefined();
        await address.restore();
        expect(fakeHost.setting('trace-compass.traceserver.apiPath')).toBe('other/api');
    });

    it('is asked for where the user has chosen one, once for each address', async () => {
        fakeHost.set(URL, 'globalValue', 'http://lab:8080');
        expect(await open().point(GATEWAY)).toBe(false);
        expect(own()).toBe('http://lab:8080');
        expect(fakeHost.messages).toEqual([
            {
                kind: 'info',
                text: expect.stringContaining('http://lab:8080/tsp/api'),
                actions: ['Go Through TMLL', "Use TMLL's Trace Server", 'Leave It']
            }
        ]);
        await open().point(GATEWAY);
        expect(fakeHost.messages).toHaveLength(1);
        fakeHost.set(URL, 'globalValue', 'http://other:8080');
        await open().point(GATEWAY);
        expect(fakeHost.messages).toHaveLength(2);
        await open().forgetAnswers();
        await open().point(GATEWAY);
        expect(fakeHost.messages).toHaveLength(3);
    });

    it('is asked for where a trace server runs at the default, and TMLL then stands in front of it when told so', async () => {
        const server = createServer((_request, response) => response.end('{"status":"UP"}'));
        await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        fakeHost.set(URL, 'defaultValue', url);
        fakeHost.answer = ({ actions }) => actions[0];
        expect(await open().point(GATEWAY)).toBe(true);
        server.close();
        expect(fakeHost.setting('tmll.traceServer')).toBe('url');
        expect(fakeHost.setting('tmll.traceServerUrl')).toBe(`${url}/tsp/api`);
        expect(fakeHost.setting(URL)).toBe(GATEWAY);
    });

    it.each([
        ['always', true],
        ['never', false]
    ])('is not asked for when the setting says %s', async (wish, pointed) => {
        fakeHost.set('tmll.traceViewer.connect', 'globalValue', wish);
        fakeHost.set(URL, 'globalValue', 'http://lab:8080');
        const address = open();
        expect(await address.point(GATEWAY)).toBe(pointed);
        await address.restore();
        expect([own(), fakeHost.messages]).toEqual(['http://lab:8080', []]);
    });

    it('follows a service that is started anew, and still restores what was there at first', async () => {
        fakeHost.set('tmll.traceViewer.connect', 'globalValue', 'always');
        fakeHost.set(URL, 'globalValue', 'http://lab:8080');
        const address = open();
        await address.point(GATEWAY);
        await address.point('http://localhost:4712');
        expect(own()).toBe('http://localhost:4712');
        await address.restore();
        expect(own()).toBe('http://lab:8080');
    });

    it('is restored after a crash, at the next start', async () => {
        const crashed = new AddressLease(leaseFile(), new ViewerSettings(), DEAD);
        fakeHost.set(URL, 'globalValue', 'http://lab:8080');
        await crashed.take({ url: GATEWAY });
        expect(own()).toBe(GATEWAY);
        await open().restore();
        expect(own()).toBe('http://lab:8080');
    });

    it('is not mistaken for a choice of the user after a crash', async () => {
        await new AddressLease(leaseFile(), new ViewerSettings(), DEAD).take({ url: GATEWAY });
        const address = open();
        await address.point('http://localhost:4712');
        await address.restore();
        expect([own(), fakeHost.messages]).toEqual([undefined, []]);
    });

    it('stays while another window needs it', async () => {
        const [first, second] = [process.pid, process.ppid].map(
            pid => new AddressLease(leaseFile(), new ViewerSettings(), pid)
        );
        await first.take({ url: GATEWAY });
        await second.take({ url: GATEWAY });
        await first.release();
        expect(own()).toBe(GATEWAY);
        await second.release();
        expect(own()).toBeUndefined();
    });

    it('stays for a window that found it pointed by another one', async () => {
        const other = new AddressLease(leaseFile(), new ViewerSettings(), process.ppid);
        await other.take({ url: GATEWAY });
        const address = open();
        await address.point(GATEWAY);
        await other.release();
        expect(own()).toBe(GATEWAY);
        await address.restore();
        expect(own()).toBeUndefined();
    });

    it('belongs to the user again who changes it meanwhile', async () => {
        const address = open();
        await address.point(GATEWAY);
        fakeHost.set(URL, 'globalValue', 'http://mine:1');
        await address.restore();
        expect(own()).toBe('http://mine:1');
    });

    it('is written to the workspace that has one of its own', async () => {
        fakeHost.set('tmll.traceViewer.connect', 'globalValue', 'always');
        fakeHost.set(URL, 'workspaceValue', 'http://project:8080');
        const address = open();
        await address.point(GATEWAY);
        expect([fakeHost.setting(URL), own()]).toEqual([GATEWAY, undefined]);
        await address.restore();
        expect(fakeHost.setting(URL)).toBe('http://project:8080');
    });
});
