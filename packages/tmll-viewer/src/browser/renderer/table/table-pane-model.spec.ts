import { TimeModelImpl } from '../../session/time-model-impl';
import { TraceSession } from '../../session/trace-session';
import { TableSearch, TableSource } from './table-fetch';
import { TablePaneModel, TablePaneState } from './table-pane-model';

const START = 1_457_113_582_794_565_804n;
const SIZE = 1000;

/** A table with one line every 10 ns. */
function source(): TableSource {
    const line = (index: number): object => ({ index, cells: [{ content: String(START + BigInt(index * 10)) }] });
    return {
        columns: async () => [{ id: 13, name: 'Timestamp ns', description: '', type: 'NUMBER' }],
        lines: async (index: number, count: number) => ({
            size: SIZE,
            lowIndex: index,
            columnIds: [13],
            lines: Array.from({ length: Math.min(count, SIZE - index) }, (_, offset) => line(index + offset))
        }),
        indexAt: async (ns: bigint) => Math.round(Number(ns - START) / 10),
        find: async ({ from, direction }: TableSearch) =>
            direction === 'NEXT' ? (from < 500 ? 500 : undefined) : from > 500 ? 500 : undefined
    } as unknown as TableSource;
}

function create(state?: TablePaneState): { model: TablePaneModel; time: TimeModelImpl; saved: TablePaneState[] } {
    const time = new TimeModelImpl(SIZE * 10);
    const saved: TablePaneState[] = [];
    const session = { time, origin: START } as unknown as TraceSession;
    const model = new TablePaneModel(session, source(), state, next => saved.push(next));
    model.start();
    return { model, time, saved };
}

describe('TablePaneModel', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(200);

    it('knows columns and size before anything is asked of it', async () => {
        const { model } = create();
        await settle();
        expect(model.snapshot.columns.value).toHaveLength(1);
        expect(model.snapshot).toMatchObject({ size: SIZE, isLoading: false, error: undefined, selected: undefined });
    });

    it('selects the exact time of a line in all panes', async () => {
        const { model, time } = create();
        await settle();
        model.select(7);
        expect(time.selection).toEqual({ start: 70, end: 70 });
    });

    it('selects the time of a line as soon as the line is there', async () => {
        const { model, time } = create();
        await settle();
        model.select(700);
        expect(time.selection).toBeUndefined();
        model.lines.show({ first: 690, end: 710 });
        await settle();
        expect(time.selection).toEqual({ start: 7000, end: 7000 });
    });

    it('goes to what another pane selects, without selecting it once more', async () => {
        const { model, time } = create();
        await settle();
        const selections: unknown[] = [];
        time.onDidChangeSelection(selection => selections.push(selection));
        time.setSelection({ start: 5000, end: 6000 });
        await settle();
        expect(model.snapshot).toMatchObject({ selected: 500, reveal: { index: 500 } });
        expect(selections).toEqual([{ start: 5000, end: 6000 }]);
    });

    it('does not go where it is: its own selection is no news', async () => {
        const { model } = create();
        await settle();
        model.select(7);
        await settle();
        expect(model.snapshot.reveal).toBeUndefined();
    });

    it('finds matches from the selected line on, and says when there is none', async () => {
        const { model, time } = create();
        await settle();
        model.find(13, 'x', 'NEXT');
        await settle();
        expect(model.snapshot).toMatchObject({ selected: 500, reveal: { index: 500 } });
        model.lines.show({ first: 495, end: 505 });
        await settle();
        expect(time.selection).toEqual({ start: 5000, end: 5000 });
        model.find(13, 'x', 'NEXT');
        await settle();
        expect(model.snapshot.search).toEqual({ value: undefined, loading: false });
        expect(model.snapshot.selected).toBe(500);
    });

    it('keeps columns and widths', async () => {
        const { model, saved } = create({ hidden: [4], widths: [[13, 99]] });
        await settle();
        expect(model.snapshot.widths.get(13)).toBe(99);
        model.toggleColumn(13);
        model.resizeColumn(13, 120.4);
        expect(saved[saved.length - 1]).toMatchObject({ hidden: [4, 13], widths: [[13, 120]] });
    });
});
