import { TimeModelImpl } from '../../session/time-model-impl';
import { buildEntryTree } from '../tree/entry-tree';
import { StateStyles } from './state-style';
import { GraphSource, TimeGraphModel, TimeGraphState } from './time-graph-model';
import { StatesRequest } from './time-graph-source';

const entries = [
    { id: 1, labels: ['trace'], hasData: true },
    { id: 2, parentId: 1, labels: ['sshd', '20'], hasData: true },
    { id: 3, parentId: 1, labels: ['bash', '3'], hasData: true }
];

function create(state?: TimeGraphState): {
    model: TimeGraphModel;
    time: TimeModelImpl;
    requests: StatesRequest[];
    saved: TimeGraphState[];
    statesAt: jest.Mock;
} {
    const time = new TimeModelImpl(1e6);
    const requests: StatesRequest[] = [];
    const saved: TimeGraphState[] = [];
    const statesAt = jest.fn().mockResolvedValue([]);
    const source: GraphSource = {
        entries: async () => ({
            headers: [],
            roots: buildEntryTree('Threads', entries),
            spans: new Map(),
            styles: new StateStyles({}),
            expandLevel: -1
        }),
        states: async request => {
            requests.push(request);
            return { request, rows: new Map(), arrows: [] };
        },
        statesAt,
        tooltip: async () => []
    };
    const model = new TimeGraphModel(source, time, 1000n, state, next => saved.push(next));
    model.start();
    model.setSight(500, { first: 0, end: 10 });
    return { model, time, requests, saved, statesAt };
}

describe('TimeGraphModel', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(300);
    const names = ({ snapshot }: TimeGraphModel): string[] => snapshot.rows.map(({ node }) => node.labels[0]);

    it('fetches the states of the rows in sight', async () => {
        const { requests } = create();
        await settle();
        expect(requests.map(({ items, start, end }) => ({ items, start, end }))).toEqual([
            { items: [1, 2, 3], start: 1000n, end: 1_001_000n }
        ]);
    });

    it('makes one request for a whole zoom, and none for moving a little', async () => {
        const { time, requests } = create();
        await settle();
        for (let step = 0; step < 20; step++) {
            time.zoom(1.3);
        }
        await settle();
        expect(requests).toHaveLength(2);
        time.pan(0.1);
        await settle();
        expect(requests).toHaveLength(2);
    });

    it('finds, sorts and closes rows, and keeps that', async () => {
        const { model, saved } = create();
        await settle();
        model.sortBy(0);
        expect(names(model)).toEqual(['trace', 'bash', 'sshd']);
        model.sortBy(0);
        expect(names(model)).toEqual(['trace', 'sshd', 'bash']);
        model.sortBy(1);
        expect(names(model)).toEqual(['trace', 'bash', 'sshd']);
        model.setSearch('ssh');
        expect(names(model)).toEqual(['trace', 'sshd']);
        model.setSearch('');
        model.expandAll(false);
        expect(names(model)).toEqual(['trace']);
        const state = JSON.parse(JSON.stringify(saved[saved.length - 1]));
        const again = create(state).model;
        await settle();
        expect(names(again)).toEqual(['trace']);
        expect(again.snapshot.order).toEqual({ column: 1, descending: false });
    });

    it('opens what is above a row that is to be shown', async () => {
        const { model } = create({ closed: [['Threads', 'trace']], search: '' });
        await settle();
        model.revealPath(['Threads', 'trace', 'bash']);
        expect(names(model)).toContain('bash');
        expect(model.snapshot).toMatchObject({ selected: 3, reveal: { index: 2 } });
    });

    it('jumps to the next change of the selected row, and of the first of a group', async () => {
        const { model, time, statesAt } = create();
        await settle();
        statesAt.mockResolvedValue([{ start: 100, end: 700 }]);
        model.select(2);
        time.setSelection({ start: 300, end: 300 });
        await model.jumpToChange(1);
        expect(statesAt).toHaveBeenLastCalledWith([2], 300, expect.anything());
        expect(time.selection).toEqual({ start: 700, end: 700 });

        statesAt.mockResolvedValue([
            { start: 100, end: 900 },
            { start: 650, end: 800 }
        ]);
        model.select(1);
        await model.jumpToChange(1);
        expect(statesAt.mock.lastCall?.[0]).toEqual([1, 2, 3]);
        expect(time.selection).toEqual({ start: 800, end: 800 });
        await model.jumpToChange(-1);
        expect(time.selection).toEqual({ start: 650, end: 650 });
    });
});
