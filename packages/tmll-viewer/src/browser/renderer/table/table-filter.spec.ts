import { Line } from 'tsp-typescript-client/lib/models/table';
import { MOST_MATCHES, TableFilter } from './table-filter';

const columns = ['Type', 'Contents'].map((name, id) => ({ id, name, description: '', type: 'STRING' }));

const line = (index: number, type: string, contents: string): Line => ({
    index,
    cells: [{ content: type }, { content: contents }]
});

function tableOf(all: readonly Line[]): { filter: TableFilter; pages: number[] } {
    const pages: number[] = [];
    const filter = new TableFilter(async (index, count) => {
        pages.push(index);
        return { lowIndex: index, size: all.length, columnIds: [], lines: all.slice(index, index + count) };
    });
    return { filter, pages };
}

describe('TableFilter', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(1000);

    it('keeps the lines that match in every filtered column, and knows where they are', async () => {
        const all = Array.from({ length: 2500 }, (_, index) =>
            line(index, index % 2 ? 'free' : 'MALLOC', `ptr=${index}`)
        );
        const { filter, pages } = tableOf(all);
        filter.apply(
            new Map([
                [0, 'malloc'],
                [1, '^ptr=1\\d\\d$']
            ]),
            columns
        );
        await settle();
        expect(filter.result?.lines.map(({ index }) => index)).toEqual(
            Array.from({ length: 50 }, (_, index) => 100 + 2 * index)
        );
        expect(filter.result).toMatchObject({ scanned: 2500, done: true, full: false });
        expect(pages).toEqual([0, 1000, 2000]);
    });

    it('filters nothing when there is nothing to filter by', async () => {
        const { filter, pages } = tableOf([line(0, 'a', 'b')]);
        filter.apply(
            new Map([
                [0, ''],
                [7, 'gone']
            ]),
            columns
        );
        await settle();
        expect(filter.result).toBeUndefined();
        expect(pages).toEqual([]);
    });

    it('says what is no regular expression', () => {
        const { filter } = tableOf([]);
        filter.apply(new Map([[0, '(']]), columns);
        expect(filter.result?.error).toBe('"(" is not a regular expression.');
    });

    it('gives up what another filter has overtaken', async () => {
        const { filter } = tableOf([line(0, 'malloc', ''), line(1, 'free', '')]);
        filter.apply(new Map([[0, 'malloc']]), columns);
        filter.apply(new Map([[0, 'free']]), columns);
        await settle();
        expect(filter.result?.lines.map(({ index }) => index)).toEqual([1]);
    });

    it('tells why it stopped when the trace server fails', async () => {
        const filter = new TableFilter(() => Promise.reject(new Error('The trace server is gone')));
        filter.apply(new Map([[0, 'x']]), columns);
        await settle();
        expect(filter.result).toMatchObject({ done: true, error: 'The trace server is gone.' });
    });

    it('stops where nobody would read on, and says so', async () => {
        const { filter } = tableOf(Array.from({ length: MOST_MATCHES + 5000 }, (_, index) => line(index, 'x', '')));
        filter.apply(new Map([[0, 'x']]), columns);
        await settle();
        expect(filter.result).toMatchObject({ done: true, full: true });
        expect(filter.result?.lines).toHaveLength(MOST_MATCHES);
    });
});
