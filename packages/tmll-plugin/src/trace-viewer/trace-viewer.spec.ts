import { StandInViewer } from '../test-support/stand-in-viewer';
import { fakeHost } from '../test-support/vscode';
import { TraceViewer } from './trace-viewer';
import type { ViewerRangePayload } from './trace-viewer-api';

const START = 1795424298201926749n;
const SHOP = { UUID: 'shop-id', name: 'shop', start: START, end: START + 30_000_000_000n };
const REQUEST = {
    experimentId: SHOP.UUID,
    startNs: String(START + 17_200_000_000n),
    endNs: String(START + 17_600_000_000n)
};

describe('TraceViewer', () => {
    let standIn: StandInViewer;
    let viewer: TraceViewer;
    let requests: ViewerRangePayload[];

    beforeEach(() => {
        fakeHost.reset();
        standIn = new StandInViewer();
        requests = [];
        standIn.on('REQUEST_SELECTION_RANGE_CHANGE', payload => requests.push(payload));
        viewer = new TraceViewer(standIn.api, () => undefined);
    });

    it('knows the experiment that was open before it', () => {
        standIn.open(SHOP);
        expect(new TraceViewer(standIn.api, () => undefined).front?.name).toBe('shop');
    });

    it('follows tabs, views and selections, and says so', () => {
        let changes = 0;
        const opened: string[] = [];
        viewer.onDidChange(() => changes++);
        viewer.onDidOpen(({ name }) => opened.push(name));
        const tab = standIn.open(SHOP);
        standIn.zoom(SHOP.UUID, 0n, 1_000n);
        standIn.select(SHOP.UUID, 5n, 6n);
        expect(viewer.front).toMatchObject({
            view: { start: START, end: START + 1_000n },
            selection: { start: START + 5n, end: START + 6n }
        });
        expect(changes).toBe(4);
        standIn.activate(tab);
        expect(opened).toEqual(['shop']);
        standIn.close(tab);
        expect(viewer.front).toBeUndefined();
    });

    it('marks a range in ns from the start of the experiment, exactly, and zooms to it', async () => {
        standIn.open(SHOP);
        expect(await viewer.reveal(REQUEST)).toBe(true);
        expect(requests).toEqual([
            { experimentUUID: SHOP.UUID, timeRange: { start: 17_200_000_000n, end: 17_600_000_000n } }
        ]);
        const commands = fakeHost.executed.map(([id]) => id);
        expect(new Set(commands)).toEqual(new Set(['outputs.zoomIn']));
        expect(commands.length).toBeGreaterThan(5);
    });

    it('shows the whole trace first when the range is out of sight', async () => {
        standIn.open(SHOP);
        standIn.zoom(SHOP.UUID, 0n, 1_000_000n);
        await viewer.reveal(REQUEST);
        expect(fakeHost.executed[0]).toEqual(['outputs.reset']);
    });

    it('brings a hidden tab to front without taking the focus, and shows nothing in a tab that is not open', async () => {
        const { webview } = standIn.open(SHOP);
        standIn.open({ ...SHOP, UUID: 'other', name: 'other' });
        Object.assign(webview, { visible: false });
        await viewer.reveal(REQUEST);
        expect((webview as unknown as { reveals: unknown[] }).reveals).toEqual([[undefined, true]]);
        expect(await viewer.reveal({ ...REQUEST, experimentId: 'closed' })).toBe(false);
        await expect(viewer.reveal({ ...REQUEST, startNs: '1e18' })).rejects.toThrow(/decimal numbers of ns/);
    });

    it('has the list of views of the experiment in front read again, and does not mistake that for a choice of the user', () => {
        standIn.open(SHOP);
        let changes = 0;
        viewer.onDidChange(() => changes++);
        expect(standIn.listed).toEqual([SHOP.UUID]);
        expect(viewer.refreshViews(SHOP.UUID)).toBe(true);
        expect(standIn.listed).toEqual([SHOP.UUID, SHOP.UUID]);
        expect(viewer.refreshViews('other')).toBe(true);
        expect(standIn.listed).toHaveLength(2);
        expect([changes, viewer.front?.id]).toEqual([0, SHOP.UUID]);
    });

    it('lets go of all signals', () => {
        viewer.dispose();
        const left = standIn.signals.eventNames().filter(name => name !== 'EXPERIMENT_SELECTED');
        expect(left).toEqual(['REQUEST_SELECTION_RANGE_CHANGE']);
        expect(standIn.signals.listenerCount('EXPERIMENT_SELECTED')).toBe(1);
    });
});
