import { TspServer } from '../test-support/tsp-server';
import { Experiment } from './experiment';
import { FetchTableOptions, TableRow } from './fetch-table';
import { TmllClient } from './tmll-client';

let server: TspServer;
let experiment: Experiment;

beforeAll(async () => {
    server = await new TspServer().listen();
    const rows = Array.from({ length: 25_000 }, (_, index) => [`${index} ns`, 'sched_switch', `prev=a, b${index}`]);
    server.outputs = [
        { id: 'events', name: 'Events', type: 'TABLE', columns: ['Timestamp', 'Event type', 'Contents'], rows }
    ];
    experiment = await new TmllClient({ baseUrl: server.url }).createExperiment([{ path: '/traces/a' }]);
});
beforeEach(() => server.asked.splice(0));
afterAll(() => server.close());

async function rowsOf(options: FetchTableOptions = {}): Promise<TableRow[]> {
    const rows: TableRow[] = [];
    for await (const row of experiment.fetchTableRows(experiment.outputs[0], options)) {
        rows.push(row);
    }
    return rows;
}

describe('Experiment.fetchTableRows', () => {
    it('gives all rows in order, block by block, with the columns asked for once', async () => {
        const rows = await rowsOf();
        expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: 25_000 }, (_, index) => index));
        expect(rows[24_999].cells).toEqual({
            Timestamp: '24999 ns',
            'Event type': 'sched_switch',
            Contents: 'prev=a, b24999'
        });
        expect([server.countOf('POST', '/columns'), server.countOf('POST', '/lines')]).toEqual([1, 3]);
    });

    it('defect 5: fetches only the columns that are named, in any case', async () => {
        const rows = await rowsOf({ columns: ['event TYPE'], from: 10, limit: 2 });
        expect(rows).toEqual([
            { index: 10, cells: { 'Event type': 'sched_switch' } },
            { index: 11, cells: { 'Event type': 'sched_switch' } }
        ]);
        expect(server.asked[1].body).toContain('"requested_table_column_ids":[3]');
    });

    it('defect 6: leaves values with commas whole', async () => {
        const [row] = await rowsOf({ columns: ['Contents'], limit: 1 });
        expect(row.cells.Contents).toBe('prev=a, b0');
    });

    it('says which columns there are when one is unknown', async () => {
        await expect(rowsOf({ columns: ['size'] })).rejects.toThrow(
            'Events has no column "size"; its columns are Timestamp, Event type, Contents.'
        );
    });

    it('stops asking when no more rows are wanted', async () => {
        for await (const row of experiment.fetchTableRows(experiment.outputs[0])) {
            if (row.index === 5) {
                break;
            }
        }
        expect(server.countOf('POST', '/lines')).toBe(1);
        expect(await rowsOf({ from: 25_000 })).toEqual([]);
    });
});
