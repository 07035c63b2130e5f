import { Emitter } from '@theia/core/lib/common/event';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { SeriesPath } from '../../overlay/overlay';
import { TimeModelImpl } from '../../session/time-model-impl';
import { TraceSession } from '../../session/trace-session';
import { buildEntryTree } from '../tree/entry-tree';
import * as fetching from './xy-fetch';
import { XyPaneModel, XyPaneState } from './xy-pane-model';
import { XyRequest } from './xy-request';

jest.mock('./xy-fetch');

const output: OutputDescriptor = { id: 'cpu', name: 'CPU Usage', description: '', type: 'TREE_TIME_XY' };

const entries = [
    { id: 1, labels: ['host'], hasData: true, isDefault: true },
    { id: 2, parentId: 1, labels: ['sshd'], hasData: true },
    { id: 3, parentId: 1, labels: ['bash'], hasData: true }
];

const fetchEntries = jest.mocked(fetching.fetchEntries);
const fetchSeries = jest.mocked(fetching.fetchSeries);

function create(state?: XyPaneState): {
    model: XyPaneModel;
    time: TimeModelImpl;
    saved: XyPaneState[];
    show: (path: SeriesPath) => void;
} {
    const time = new TimeModelImpl(1e9);
    const saved: XyPaneState[] = [];
    const seriesEmitter = new Emitter<string>();
    let requested: SeriesPath[] = [];
    const session = {
        time,
        origin: 1000n,
        onDidRequestSeries: seriesEmitter.event,
        takeRequestedSeries: () => requested.splice(0)
    } as unknown as TraceSession;
    const show = (path: SeriesPath): void => {
        requested = [...requested, path];
        seriesEmitter.fire(output.id);
    };
    const model = new XyPaneModel(session, output, 12, state, next => saved.push(next));
    model.start();
    model.setWidth(500);
    return { model, time, saved, show };
}

const requests = (): XyRequest[] => fetchSeries.mock.calls.map(([, , request]) => request);

describe('XyPaneModel', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        fetchEntries.mockReset().mockResolvedValue({ headers: [], roots: buildEntryTree('CPU Usage', entries) });
        fetchSeries.mockReset().mockImplementation(async (_, __, request) => ({
            request,
            series: request.items.map(id => {
                const times = Float64Array.of(0, 1);
                return { id, unit: '%', style: 'line', times, values: times };
            })
        }));
    });
    afterEach(() => jest.useRealTimers());

    const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(200);

    it('checks the default entries and fetches their values for what is on screen', async () => {
        const { model } = create();
        await settle();
        expect([...model.snapshot.checked]).toEqual([1]);
        expect(requests()).toEqual([{ start: 1000n, end: 1_000_001_000n, times: 500, items: [1] }]);
        expect(model.snapshot.data.value?.series.map(({ id }) => id)).toEqual([1]);
    });

    it('makes one request for a whole zoom, for its end', async () => {
        const { time } = create();
        await settle();
        fetchSeries.mockClear();
        for (let step = 0; step < 20; step++) {
            time.zoom(1.1, 0);
            await jest.advanceTimersByTimeAsync(30);
        }
        await settle();
        expect(requests()).toHaveLength(1);
        expect(requests()[0].end).toBe(1000n + BigInt(Math.ceil(time.view.end)));
    });

    it('cancels the request that a new view has overtaken', async () => {
        const { time } = create();
        const signals: AbortSignal[] = [];
        fetchSeries.mockImplementation((_, __, ___, signal) => {
            signals.push(signal);
            return new Promise(() => undefined);
        });
        await settle();
        time.zoom(2);
        await settle();
        expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
    });

    it('fetches when an entry is checked, and not when one is unchecked', async () => {
        const { model } = create();
        await settle();
        const [host] = model.snapshot.entries.value?.roots ?? [];
        model.toggle(host.children[0]);
        await settle();
        model.toggle(host);
        await settle();
        expect(requests().map(({ items }) => items)).toEqual([[1], [1, 2]]);
        expect([...model.snapshot.checked]).toEqual([2]);
    });

    it('keeps the checked entries by their paths and finds them again', async () => {
        const { model, saved } = create();
        await settle();
        model.setChecked(model.snapshot.entries.value?.roots[0].children ?? [], true);
        model.setLook({ fromZero: false });
        const state = JSON.parse(JSON.stringify(saved[saved.length - 1]));
        expect(state).toEqual({
            checked: [
                ['CPU Usage', 'host'],
                ['CPU Usage', 'host', 'sshd'],
                ['CPU Usage', 'host', 'bash']
            ],
            fromZero: false,
            statistics: false
        });
        const again = create({ checked: [['CPU Usage', 'host', 'bash'], ['gone']], fromZero: false }).model;
        await settle();
        expect([...again.snapshot.checked]).toEqual([3]);
        expect(again.snapshot.fromZero).toBe(false);
    });

    it('checks what others ask for, also before the entries are known', async () => {
        const { model, show } = create();
        show(['CPU Usage', 'host', 'sshd']);
        await settle();
        expect([...model.snapshot.checked]).toEqual([1, 2]);
        show(['CPU Usage', 'host', 'bash']);
        expect([...model.snapshot.checked]).toEqual([1, 2, 3]);
    });

    it('tells what failed, and tries that again', async () => {
        fetchEntries.mockRejectedValueOnce(new Error('The analysis failed.'));
        const { model } = create();
        await settle();
        expect(model.snapshot.entries.error).toBe('The analysis failed.');
        fetchSeries.mockRejectedValueOnce(new Error('Too many times.'));
        model.retry();
        await settle();
        expect(model.snapshot.entries.error).toBeUndefined();
        expect(model.snapshot.data.error).toBe('Too many times.');
        model.retry();
        await settle();
        expect(model.snapshot.data.error).toBeUndefined();
        expect(model.snapshot.data.value?.series).toHaveLength(1);
    });
});
