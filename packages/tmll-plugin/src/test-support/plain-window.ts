import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceLock } from 'tmll-service/protocol';
import { activate, deactivate } from '../extension';
import { eventually } from './eventually';
import { FakeMemory, fakeContext } from './fake-context';
import { GatewayClient } from './gateway-client';
import { StandInViewer } from './stand-in-viewer';
import { fakeHost } from './vscode';

const ADDRESS = 'trace-compass.traceserver.url';

/** A window of a host without TMLL's workbench, with the Trace Viewer in it and the companion on a real service. */
export class PlainWindow {
    readonly viewer = new StandInViewer();
    private subscriptions: readonly { dispose(): void }[] = [];

    /**
     * @param service folder of the bundled service
     * @param folder of the user's data, and of what the host keeps
     */
    constructor(
        service: string,
        private readonly folder: string,
        readonly memory = new FakeMemory()
    ) {
        process.env.TMLL_DATA_DIR = folder;
        fakeHost.set('tmll.servicePath', 'globalValue', join(service, 'service.js'));
    }

    /** Starts the companion and waits until the Trace Viewer asks the gateway. */
    async open(): Promise<GatewayClient> {
        this.viewer.install();
        const context = fakeContext(this.folder, this.memory);
        this.subscriptions = context.subscriptions;
        await activate(context);
        const address = await eventually(() => {
            const url = String(fakeHost.setting(ADDRESS));
            return url !== 'http://localhost:8080' && url;
        }, 'the Trace Viewer to be pointed at the gateway');
        return new GatewayClient(address);
    }

    get lock(): ServiceLock {
        return JSON.parse(readFileSync(join(this.folder, 'service.json'), 'utf8')) as ServiceLock;
    }

    async close(): Promise<void> {
        await deactivate();
        this.subscriptions.forEach(each => each.dispose());
    }

    /** Ends the service, which would stay a little for other windows. */
    async endService(): Promise<void> {
        const { pid } = this.lock;
        process.kill(pid, 'SIGTERM');
        await eventually(() => !isRunning(pid), 'the end of the service');
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch {
        return false;
    }
}
