import { AnalysisResult } from 'tmll-analysis/algorithms';
import { writeJson } from 'tmll-trace-server';
import { dataTreeView } from './data-tree-view';
import { genericXyView } from './generic-xy-view';
import { OutputView } from './output-view';
import { QueryParameters } from './query-parameters';
import { tableView } from './table-view';
import { timeGraphView } from './time-graph-view';

const TITLE = { id: 'x', name: 'X', description: 'A test.' };
const RESULT = {
    provenance: { range: { startNs: 0n, endNs: 1000n } },
    findings: [],
    data: {}
} as never as AnalysisResult;

function ask<T>(view: OutputView, action: string, parameters: object = {}): T {
    const query = QueryParameters.of(Buffer.from(JSON.stringify({ parameters })));
    return JSON.parse(writeJson(view.answers[action](RESULT, query))) as T;
}

describe('tableView', () => {
    const view = tableView({
        ...TITLE,
        columns: [
            { name: 'Site', description: 'Where', type: 'STRING' },
            { name: 'Bytes', description: 'How much', type: 'NUMBER' }
        ],
        lines: () => Array.from({ length: 10 }, (_, index) => [`site ${index % 3}`, String(index)])
    });
    type Lines = {
        size: number;
        lowIndex: number;
        columnIds: number[];
        lines: { index: number; tags?: number; cells: { content: string }[] }[];
    };

    it('pages', () => {
        const page = ask<Lines>(view, 'lines', { requested_table_index: 8, requested_table_count: 5 });
        expect([page.size, page.lowIndex, page.lines.map(({ index }) => index)]).toEqual([10, 8, [8, 9]]);
        expect(ask<Lines>(view, 'lines', { requested_table_index: 99, requested_table_count: 5 }).lines).toEqual([]);
        expect(ask<object[]>(view, 'columns')[1]).toEqual({
            id: 1,
            name: 'Bytes',
            description: 'How much',
            type: 'NUMBER'
        });
    });

    it('gives the columns that are asked for', () => {
        const page = ask<Lines>(view, 'lines', { requested_table_count: 1, requested_table_column_ids: [1, 7] });
        expect([page.columnIds, page.lines[0].cells]).toEqual([[1], [{ content: '0' }]]);
    });

    it.each([
        ['NEXT', 3, 5],
        ['PREVIOUS', 3, 2]
    ])('finds %s from line %d on in line %d, and marks it', (direction, index, found) => {
        const search = { table_search_expressions: { 0: 'SITE 2' }, table_search_direction: direction };
        const page = ask<Lines>(view, 'lines', { ...search, requested_table_index: index, requested_table_count: 1 });
        expect(page.lines).toEqual([expect.objectContaining({ index: found, tags: 8 })]);
    });

    it('refuses what is no expression', () => {
        const search = { table_search_expressions: { 0: '(' } };
        expect(() => ask(view, 'lines', search)).toThrow(/is no regular expression/);
        expect(() => ask(view, 'lines', { requested_table_count: -1 })).toThrow(/must be whole/);
    });
});

describe('timeGraphView', () => {
    const state = (start: bigint, end: bigint) => ({
        start,
        end,
        label: 'S',
        style: 'High',
        tooltip: { Text: `${start}` }
    });
    const view = timeGraphView({
        ...TITLE,
        styles: {},
        rows: () => [
            { path: ['a', 'b'], states: [state(100n, 101n), state(500n, 600n)] },
            { path: ['a', 'c'], states: [state(0n, 1000n)] }
        ]
    });
    type States = { rows: { entryId: number; states: { start: number; end: number }[] }[] };

    it('has a tree of the paths, groups without states of their own', () => {
        const { entries } = ask<{ entries: object[] }>(view, 'tree');
        expect(entries).toEqual([
            { id: 1, parentId: -1, labels: ['a'], hasData: false, start: 0, end: 1001 },
            { id: 2, parentId: 1, labels: ['b'], hasData: true, start: 0, end: 1001 },
            { id: 3, parentId: 1, labels: ['c'], hasData: true, start: 0, end: 1001 }
        ]);
    });

    it('gives the states of a range, none narrower than a pixel, none over the next', () => {
        const { rows } = ask<States>(view, 'states', {
            requested_timerange: { start: 0, end: 1000, nbTimes: 2 },
            requested_items: [2]
        });
        expect(rows).toEqual([
            {
                entryId: 2,
                states: [expect.objectContaining({ start: 100, end: 500 }), expect.objectContaining({ end: 1000 })]
            }
        ]);
        const narrow = { requested_timerange: { start: 700, end: 800, nbTimes: 10 } };
        expect(ask<States>(view, 'states', narrow).rows.map(({ states }) => states.length)).toEqual([0, 1]);
    });

    it('tells of the state at a time', () => {
        expect(ask(view, 'tooltip', { requested_times: [550], requested_items: [2] })).toEqual({ Text: '500' });
        expect(ask(view, 'tooltip', { requested_times: [700], requested_items: [2] })).toEqual({});
        expect(() => ask(view, 'tooltip')).toThrow(/requested_times/);
    });
});

describe('genericXyView', () => {
    it('has values over categories or ranges, always finite', () => {
        const x = { categories: ['CPU', 'Memory'], label: 'What' };
        const bars = genericXyView({
            ...TITLE,
            draw: 'bar',
            series: () => [{ path: ['m', 'r'], unit: '', x, values: Float64Array.of(1, NaN) }]
        });
        expect(ask<{ series: object[] }>(bars, 'xy').series[0]).toMatchObject({
            seriesId: 2,
            xCategories: ['CPU', 'Memory'],
            yValues: [1, 0],
            style: { values: { 'series-type': 'bar' } }
        });
        const ranges = [
            { start: 0n, end: 9n },
            { start: 10n, end: 99n }
        ];
        const lines = genericXyView({
            ...TITLE,
            draw: 'line',
            series: () => [
                {
                    path: ['l'],
                    unit: '',
                    x: { ranges, label: 'Lifetime', unit: 'ns', dataType: 'DURATION' },
                    values: Float64Array.of(5, 6)
                }
            ]
        });
        expect(ask<{ series: object[] }>(lines, 'xy', { requested_items: [1] }).series[0]).toMatchObject({
            xRanges: [
                { start: 0, end: 9 },
                { start: 10, end: 99 }
            ],
            xValuesDescription: { dataType: 'DURATION', axisDomain: { type: 'range', start: 0, end: 99 } }
        });
    });
});

describe('dataTreeView', () => {
    it('numbers lines in the order of the tree', () => {
        const view = dataTreeView({
            ...TITLE,
            headers: [{ name: 'A', tooltip: '' }],
            lines: () => [{ labels: ['1'], children: [{ labels: ['1.1'] }] }, { labels: ['2'] }]
        });
        const { entries } = ask<{ entries: { id: number; parentId: number }[] }>(view, 'tree');
        expect(entries.map(({ id, parentId }) => [id, parentId])).toEqual([
            [1, -1],
            [2, 1],
            [3, -1]
        ]);
    });
});
