import { PluginCommands, TraceViewerState, WorkbenchCommands } from 'tmll-service/protocol';
import { activate, deactivate } from '../extension';
import { eventually } from '../test-support/eventually';
import { fakeContext } from '../test-support/fake-context';
import { StandInViewer } from '../test-support/stand-in-viewer';
import { temporaryFolder } from '../test-support/test-service';
import { commands, fakeHost } from '../test-support/vscode';

const START = 1795424298201926749n;
const SHOP = { UUID: 'shop-id', name: 'shop', start: START, end: START + 30_000_000_000n };
const folder = temporaryFolder();

describe("the companion beside TMLL's workbench", () => {
    let viewer: StandInViewer;
    let states: TraceViewerState[];
    let subscriptions: readonly { dispose(): void }[];

    async function start(greeting: object): Promise<void> {
        commands.registerCommand(WorkbenchCommands.connect, () => greeting);
        commands.registerCommand(WorkbenchCommands.follow, (state: TraceViewerState) => void states.push(state));
        const context = fakeContext(folder);
        ({ subscriptions } = context);
        await activate(context);
    }

    beforeEach(() => {
        fakeHost.reset();
        viewer = new StandInViewer();
        viewer.install();
        states = [];
    });

    afterEach(async () => {
        await deactivate();
        subscriptions.forEach(each => each.dispose());
    });

    const last = (matches: (state: TraceViewerState) => boolean): Promise<TraceViewerState> =>
        eventually(() => states.at(-1) && matches(states.at(-1) as TraceViewerState) && states.at(-1), 'the state');

    it('has no views, service or address of its own', async () => {
        await start({ bridgeVersion: 1, gateway: 'http://127.0.0.1:1' });
        expect([...fakeHost.views.keys()]).toEqual([]);
        expect(fakeHost.status).toEqual([]);
        expect(fakeHost.setting('trace-compass.traceserver.url')).toBe('http://localhost:8080');
        expect(viewer.contributors).toEqual([]);
        const registered = [...fakeHost.commands.keys()].filter(id => id.startsWith('tmll.plugin.'));
        const expected = [...Object.values(PluginCommands), 'tmll.plugin.showLog', 'tmll.plugin.connectViewer'];
        expect(registered.sort()).toEqual(expected.sort());
    });

    it('tells what the Trace Viewer shows, in JSON with exact times', async () => {
        await start({ bridgeVersion: 1 });
        viewer.open(SHOP);
        viewer.select(SHOP.UUID, 17_200_000_001n, 17_600_000_003n);
        const state = await last(({ experiments }) => experiments[0]?.selection !== undefined);
        expect(state).toEqual({
            experiments: [
                {
                    id: SHOP.UUID,
                    name: 'shop',
                    selection: { startNs: '1795424315401926750', endNs: '1795424315801926752' }
                }
            ],
            front: SHOP.UUID,
            activations: 1
        });
    });

    it('tells the last of many changes, and leaves those in between out', async () => {
        await start({ bridgeVersion: 1 });
        viewer.open(SHOP);
        for (let end = 1n; end <= 500n; end++) {
            viewer.zoom(SHOP.UUID, 0n, end);
        }
        await last(({ experiments }) => experiments[0]?.view?.endNs === String(START + 500n));
        expect(states.length).toBeLessThan(10);
    });

    it('does what the workbench asks for', async () => {
        await start({ bridgeVersion: 1 });
        viewer.open(SHOP);
        const ranges: unknown[] = [];
        viewer.on('REQUEST_SELECTION_RANGE_CHANGE', payload => ranges.push(payload));
        const request = { experimentId: SHOP.UUID, startNs: String(START + 5n), endNs: String(START + 9n) };
        expect(await commands.executeCommand(PluginCommands.reveal, request)).toBe(true);
        expect(ranges).toEqual([{ experimentUUID: SHOP.UUID, timeRange: { start: 5n, end: 9n } }]);
        expect(await commands.executeCommand(PluginCommands.reveal, { ...request, experimentId: 'other' })).toBe(false);
        await commands.executeCommand(PluginCommands.refreshViews, SHOP.UUID);
        expect(viewer.listed).toEqual([SHOP.UUID, SHOP.UUID]);
        await commands.executeCommand(PluginCommands.refreshTraces);
        expect(fakeHost.executed.at(-1)).toEqual(['trace-explorer.refreshContext']);
    });

    it('keeps quiet without a Trace Viewer: the workbench has charts of its own', async () => {
        fakeHost.extension = undefined;
        await start({ bridgeVersion: 1 });
        expect(fakeHost.messages).toEqual([]);
        viewer.install();
        fakeHost.extensionsEmitter.fire();
        viewer.open(SHOP);
        await last(({ front }) => front === SHOP.UUID);
    });

    it('says which is older when the two do not fit', async () => {
        await start({ bridgeVersion: 7 });
        expect(fakeHost.messages.map(({ text }) => text)).toEqual([
            'This TMLL companion speaks version 1 with the workbench, which speaks 7: update the older one.'
        ]);
    });
});
