import type { TableQuery } from './output';
import { findPage } from './table-page';

const never = new AbortController().signal;
const column = (id: number, cell: (row: number) => string) =>
    ({ id, name: `c${id}`, description: '', type: 'STRING', cell }) as const;
const columns = [column(1, row => `row ${row}`), column(2, row => String(row % 10))];
const rows = { size: 100, rankAt: (time: bigint) => Number(time / 10n), rowAt: (index: number) => index };
const page = (query: Partial<TableQuery>) => findPage(columns, rows, { from: { index: 0 }, count: 2, ...query }, never);
const search = (pattern: RegExp, direction?: 'NEXT' | 'PREVIOUS') => ({ patterns: new Map([[2, pattern]]), direction });

describe('findPage', () => {
    it('gives rows by index and time, with the columns asked for', async () => {
        expect(await page({ from: { index: 98 }, count: 5 })).toEqual({
            columnIds: [1, 2],
            lowIndex: 98,
            size: 100,
            lines: [
                { index: 98, cells: ['row 98', '8'], matches: false },
                { index: 99, cells: ['row 99', '9'], matches: false }
            ]
        });
        const { lowIndex, lines } = await page({ from: { time: 500n }, count: 1, columnIds: [2, 99] });
        expect([lowIndex, lines[0].cells]).toEqual([50, ['0']]);
        expect((await page({ from: { index: 200 } })).lines).toEqual([]);
    });

    it('searches forwards and back, and marks what matches', async () => {
        const found = async (query: Partial<TableQuery>) => {
            const { lines } = await page(query);
            return lines.map(({ index, matches }) => [index, matches]);
        };
        expect(await found({ from: { index: 41 }, search: search(/^3$/, 'NEXT') })).toEqual([
            [43, true],
            [44, false]
        ]);
        expect(await found({ from: { index: 41 }, search: search(/^3$/, 'PREVIOUS'), count: 1 })).toEqual([[33, true]]);
        expect(await found({ from: { index: 94 }, search: search(/^3$/, 'NEXT') })).toEqual([]);
        expect(await found({ from: { index: 2 }, search: search(/^3$/) })).toEqual([
            [2, false],
            [3, true]
        ]);
    });

    it('finds nothing in an empty table, or by a column that is not there', async () => {
        const empty = { ...rows, size: 0, rankAt: () => 0 };
        const query: TableQuery = { from: { time: 5n }, count: 2, search: search(/x/, 'PREVIOUS') };
        expect(await findPage(columns, empty, query, never)).toEqual({
            columnIds: [1, 2],
            lowIndex: 0,
            size: 0,
            lines: []
        });
        const absent = { patterns: new Map([[7, /./]]), direction: 'NEXT' as const };
        expect((await page({ search: absent })).lines).toEqual([]);
    });
});
