import 'reflect-metadata';
import { CommandRegistry, Emitter } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { PluginCommands, TraceViewerState, WorkbenchCommands } from 'tmll-service/protocol';
import type { ServiceState } from '../../common/tmll-server';
import { TraceViewerLink } from './trace-viewer-link';

const STATE: TraceViewerState = {
    experiments: [{ id: 'e', name: 'shop', view: { startNs: '1795424298201926749', endNs: '1795424328339311845' } }],
    front: 'e',
    activations: 1
};

describe('TraceViewerLink', () => {
    let link: TraceViewerLink;
    let commands: CommandRegistry;
    let keys: Record<string, unknown>;
    let onDidChange: Emitter<ServiceState>;
    const monitor = { state: { status: 'up', generation: 1, url: 'http://127.0.0.1:1' } as ServiceState };

    beforeEach(() => {
        keys = {};
        onDidChange = new Emitter();
        commands = new CommandRegistry({ getContributions: () => [] });
        link = new TraceViewerLink();
        Object.assign(link, {
            commands,
            contextKeys: { createKey: (key: string, value: unknown) => (keys[key] = value) },
            monitor: { ...monitor, onDidChange: onDidChange.event },
            logger: new MockLogger()
        });
        link.registerCommands(commands);
        link.initialize();
    });

    it('tells plugins that there is a workbench, and where the gateway is', async () => {
        expect(keys).toEqual({ 'tmll.workbench': true });
        expect(await commands.executeCommand(WorkbenchCommands.connect)).toEqual({
            bridgeVersion: 1,
            gateway: 'http://127.0.0.1:1'
        });
    });

    it('hands on what the companion tells, and forgets it when the companion starts anew', async () => {
        const states: TraceViewerState[] = [];
        link.onDidChange(state => states.push(state));
        await commands.executeCommand(WorkbenchCommands.follow, STATE);
        expect(link.state).toBe(STATE);
        await commands.executeCommand(WorkbenchCommands.connect);
        expect(states).toEqual([STATE, { experiments: [], activations: 0 }]);
    });

    it('is silent without a companion', async () => {
        expect(await link.reveal({ experimentId: 'e', startNs: '1', endNs: '2' })).toBe(false);
        await link.refreshViews('e');
        onDidChange.fire({ ...monitor.state, url: 'http://127.0.0.1:2' });
    });

    it('asks the companion, and survives its faults', async () => {
        const asked: unknown[] = [];
        const register = (id: string, execute: (...args: unknown[]) => unknown): unknown =>
            commands.registerCommand({ id }, { execute });
        register(PluginCommands.gateway, url => asked.push(url));
        register(PluginCommands.refreshViews, () => Promise.reject(new Error('gone')));
        register(PluginCommands.reveal, request => {
            asked.push(request);
            return true;
        });
        const request = { experimentId: 'e', startNs: '1', endNs: '2', outputId: 'cpu' };
        expect(await link.reveal(request)).toBe(true);
        await link.refreshViews('e');
        onDidChange.fire({ ...monitor.state, url: 'http://127.0.0.1:2' });
        onDidChange.fire({ ...monitor.state, url: 'http://127.0.0.1:2' });
        await new Promise(resolve => setTimeout(resolve));
        expect(asked).toEqual([request, 'http://127.0.0.1:2']);
    });
});
