import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventBatch, EventStreamHead } from 'tmll-tsp';
import { sharedFolder } from '../../series/test-support/shared-folder';
import { TableRow } from '../fetch-table';
import { SelectionError } from '../selection-error';
import { eventsTable, fetchTableEvents } from './event-table';

const ORIGIN = 1448652394359148425n;
const QUERY = { types: ['lttng_ust_libc:*'], fields: ['ptr', 'size', 'context.vtid', 'context.procname'] };

async function* rows(...cells: readonly TableRow['cells'][]): AsyncGenerator<TableRow, void> {
    for (const [index, each] of cells.entries()) {
        yield { index, cells: each };
    }
}

function row(type: string, contents: string, offset = 0n): TableRow['cells'] {
    return { 'Event type': type, Contents: contents, 'Timestamp ns': String(ORIGIN + offset) };
}

async function fetchFrom(
    source: AsyncGenerator<TableRow, void>,
    query: Parameters<typeof fetchTableEvents>[2] = QUERY
): Promise<{ head: EventStreamHead; batches: EventBatch[]; end: Awaited<ReturnType<typeof fetchTableEvents>> }> {
    const batches: EventBatch[] = [];
    let head: EventStreamHead | undefined;
    const sink = {
        begin: (given: EventStreamHead) => (head = given),
        batch: (batch: EventBatch) => batches.push(batch)
    };
    const end = await fetchTableEvents(source, ORIGIN, query, sink);
    return { head: head as EventStreamHead, batches, end };
}

describe('fetchTableEvents', () => {
    it('reads the columns Event type, Contents and Timestamp ns', async () => {
        const { head, batches, end } = await fetchFrom(
            rows(
                row('lttng_ust_libc:malloc', 'size=8, ptr=0x10, context._vtid=7, context._procname="shop, 1"', 5n),
                row('sched_switch', 'prev_comm="a"', 6n),
                row('lttng_ust_libc:free', 'ptr=0xffff888100000010, context._vtid=7', 7n),
                row('Lost event', 'Lost events=12, duration=3'),
                row('Lost event', '')
            )
        );
        expect(end).toEqual({ events: 2, lost: 13 });
        expect(head.types).toEqual(['lttng_ust_libc:malloc', 'lttng_ust_libc:free']);
        const [{ times, types, column, texts }] = batches;
        expect([[...times], [...types]]).toEqual([
            [5, 7],
            [0, 1]
        ]);
        expect([...(column('ptr') ?? [])]).toEqual([16, -0x777efffffff0]);
        expect([...(column('size') ?? [])]).toEqual([8, NaN]);
        expect([...(column('context.vtid') ?? [])]).toEqual([7, 7]);
        expect(texts[column('context.procname')?.[0] ?? -1]).toBe('shop, 1');
        expect(column('absent')).toBeUndefined();
    });

    it('hands many rows over in batches, with the texts of all so far', async () => {
        const many = Array.from({ length: 20_000 }, (_, index) =>
            row('lttng_ust_libc:free', `ptr=${index}, context._procname="p${index % 3}"`, BigInt(index))
        );
        const { batches } = await fetchFrom(rows(...many));
        const pointers = batches.flatMap(({ column }) => [...(column('ptr') ?? [])]);
        expect(pointers).toEqual(many.map((_, index) => index));
        expect(batches.at(-1)?.texts).toEqual(['p0', 'p1', 'p2']);
    });

    it('keeps to a range, both ends inclusive', async () => {
        const all = [1n, 2n, 3n, 4n].map(offset => row('lttng_ust_libc:free', 'ptr=1', offset));
        const range = { startNs: ORIGIN + 2n, endNs: ORIGIN + 3n };
        const { batches } = await fetchFrom(rows(...all), { ...QUERY, range });
        expect(batches.flatMap(({ times }) => [...times])).toEqual([2, 3]);
    });

    const recordings = sharedFolder('recordings/memory');
    (recordings ? it : it.skip)('reads what a real Trace Compass answered', async () => {
        const read = (file: string): { response: { model: never } } =>
            JSON.parse(readFileSync(join(recordings ?? '', file), 'utf8'));
        const columns = read('012-TmfEventTableDataProvider-columns.json').response.model as {
            id: number;
            name: string;
        }[];
        const { columnIds, lines } = read('013-TmfEventTableDataProvider-lines.json').response.model as {
            columnIds: number[];
            lines: { cells: { content: string }[] }[];
        };
        const names = columnIds.map(id => columns.find(column => column.id === id)?.name ?? '');
        const cells = lines.map(line => Object.fromEntries(names.map((name, at) => [name, line.cells[at].content])));
        const { head, batches, end } = await fetchFrom(rows(...cells));
        expect(end).toEqual({ events: 20, lost: 0 });
        expect(new Set(head.types)).toEqual(new Set(['lttng_ust_libc:malloc', 'lttng_ust_libc:free']));
        expect(batches[0].column('size')?.[0]).toBe(8);
        expect(batches[0].column('ptr')?.[0]).toBe(0x1f4bee0);
        expect(batches[0].column('context.vtid')?.[0]).toBe(10_611);
        expect(batches[0].times[1]).toBe(159053 - 148425);
    });
});

describe('eventsTable', () => {
    it('is the table of all events, or none', () => {
        const table = { id: 'x.TmfEventTableDataProvider', name: 'Events Table', description: '', type: 'TABLE' };
        expect(eventsTable([{ ...table, id: 'other' }, table])).toBe(table);
        expect(() => eventsTable([{ ...table, type: 'TREE_TIME_XY' }])).toThrow(SelectionError);
    });
});
