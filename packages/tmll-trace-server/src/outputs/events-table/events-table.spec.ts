import type { TablePage, TableQuery } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { type MadeEvent, memoryTrace, ORIGIN } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { eventsTable } from './events-table';

const TYPE = 3;
const NS = 13;
const TID = 9;

const never = new AbortController().signal;
const lines = (recordings: readonly TraceRecording[], query: Partial<TableQuery>): Promise<TablePage> =>
    eventsTable.lines(recordings, { from: { index: 0 }, count: 3, ...query }, never);
const ranks = ({ lines: found }: TablePage): number[] => found.map(({ index }) => index);

// Times with many ties, so that ranks and times are not the same thing.
const many = Array.from({ length: 5000 }, (_, index): MadeEvent => ({
    time: Math.floor(index / 7) * 10,
    type: index % 1000 === 999 ? 'rare' : 'common',
    fields: { index }
}));

describe('Events Table', () => {
    it('has the columns that the traces can fill', async () => {
        const plain = await record(memoryTrace([{ time: 0, type: 'a' }]));
        expect(eventsTable.columns([plain]).map(({ name }) => name)).toEqual([
            'Timestamp',
            'Channel',
            'CPU',
            'Event type',
            'Contents',
            'Timestamp ns'
        ]);
        const context = { vpid: 1, vtid: 2 };
        const rich = await record(memoryTrace([{ time: 0, type: 'a', context }]));
        expect(eventsTable.columns([rich, plain]).map(({ name }) => name)).toEqual([
            'Trace',
            'Timestamp',
            'Channel',
            'CPU',
            'Event type',
            'Contents',
            'Stream Context',
            'TID',
            'PID',
            'Timestamp ns'
        ]);
    });

    it('fills the cells, times exact to the ns', async () => {
        const origin = 1457113582794565804n;
        const recording = await record(memoryTrace([{ time: 0, type: 'a:b', cpu: 2, fields: { x: 1 } }], { origin }));
        const page = await lines([recording], { count: 1 });
        expect(page.lines[0].cells).toEqual([
            '17:46:22.794 565 804',
            'ch0_0',
            '2',
            'a:b',
            'x=1, context.cpu_id=2',
            '1457113582794565804'
        ]);
    });

    it('gives the lines of any rank, also among events of one time', async () => {
        const recording = await record(memoryTrace(many));
        for (const index of [0, 1, 6, 7, 8, 2500, 4990, 4999]) {
            const page = await lines([recording], { from: { index }, count: 9, columnIds: [4, NS] });
            expect(page.size).toBe(5000);
            expect(page.lowIndex).toBe(index);
            expect(page.lines.map(({ cells }) => cells)).toEqual(
                many
                    .slice(index, index + 9)
                    .map(({ time, fields }) => [
                        `index=${String(fields?.index)}, context.cpu_id=0`,
                        String(ORIGIN + BigInt(time))
                    ])
            );
        }
    });

    it('gives no lines beyond the end', async () => {
        const recording = await record(memoryTrace(many));
        expect(await lines([recording], { from: { index: 5000 } })).toMatchObject({ lowIndex: 5000, lines: [] });
        expect(await lines([await record(memoryTrace([]))], {})).toMatchObject({ size: 0, lines: [] });
    });

    it('begins at the first event at or after a time; at the last event after the end', async () => {
        const recording = await record(memoryTrace(many));
        const from = (time: bigint) => lines([recording], { from: { time: ORIGIN + time }, count: 1 }).then(ranks);
        expect(await from(-5n)).toEqual([0]);
        expect(await from(10n)).toEqual([7]);
        expect(await from(11n)).toEqual([14]);
        expect(await from(10n ** 15n)).toEqual([4999]);
    });

    it('finds the next and the previous match, and marks every line that matches', async () => {
        const recording = await record(memoryTrace(many));
        const search = (index: number, direction: 'NEXT' | 'PREVIOUS') =>
            lines([recording], {
                from: { index },
                count: 2,
                search: { patterns: new Map([[TYPE, /^ra/]]), direction }
            });
        expect((await search(0, 'NEXT')).lines.map(({ index, matches }) => [index, matches])).toEqual([
            [999, true],
            [1000, false]
        ]);
        expect(ranks(await search(999, 'NEXT'))).toEqual([999, 1000]);
        expect(ranks(await search(4998, 'PREVIOUS'))).toEqual([3999, 4000]);
        expect(ranks(await search(3999, 'PREVIOUS'))).toEqual([3999, 4000]);
        expect(await search(998, 'PREVIOUS')).toMatchObject({ lowIndex: 998, lines: [] });
        expect(ranks(await search(9999, 'PREVIOUS'))).toEqual([4999]);
    });

    it('matches only when all patterns are found', async () => {
        const recording = await record(memoryTrace(many));
        const patterns = new Map([
            [TYPE, /rare/],
            [4, /index=2999/]
        ]);
        expect(ranks(await lines([recording], { count: 1, search: { patterns, direction: 'NEXT' } }))).toEqual([2999]);
        const unknown = new Map([[99, /x/]]);
        expect(ranks(await lines([recording], { search: { patterns: unknown, direction: 'NEXT' } }))).toEqual([]);
    });

    it('only marks lines when no direction is asked for', async () => {
        const recording = await record(memoryTrace(many));
        const page = await lines([recording], {
            from: { index: 998 },
            search: { patterns: new Map([[TYPE, /rare/]]) }
        });
        expect(page.lines.map(({ matches }) => matches)).toEqual([false, true, false]);
    });

    it('merges traces of different origins by time', async () => {
        const first = await record(
            memoryTrace(
                [10, 30, 50].map(time => ({ time, type: 'a' })),
                { origin: 1000n }
            )
        );
        const second = await record(
            memoryTrace(
                [0, 20].map(time => ({ time, type: 'b' })),
                { origin: 1020n }
            )
        );
        const page = await lines([first, second], { count: 9, columnIds: [TYPE, NS] });
        expect(page.lines.map(({ cells }) => cells.join('@'))).toEqual([
            'a@1010',
            'b@1020',
            'a@1030',
            'b@1040',
            'a@1050'
        ]);
        const later = await lines([first, second], { from: { index: 3 }, columnIds: [NS] });
        expect(later.lines.map(({ cells }) => cells[0])).toEqual(['1040', '1050']);
    });

    it('knows the thread from the context, else from the switch before the event', async () => {
        const threads = { prev_comm: 'a', prev_tid: 5, next_comm: 'b', next_tid: 6, next_prio: 20 };
        const recording = await record(
            memoryTrace([
                { time: 1, type: 'x' },
                { time: 2, type: 'sched_switch', fields: threads },
                { time: 3, type: 'x' },
                { time: 4, type: 'x', context: { tid: 77 } },
                { time: 5, type: 'sched_switch', fields: { ...threads, prev_tid: 6, next_tid: 9 } }
            ])
        );
        const page = await lines([recording], { count: 9, columnIds: [TID] });
        expect(page.lines.map(({ cells }) => cells[0])).toEqual(['', '', '6', '77', '6']);
    });

    it('ends a search when its client is gone', async () => {
        const recording = await record(memoryTrace(many));
        const controller = new AbortController();
        const search = { patterns: new Map([[TYPE, new SlowPattern('nothing')]]), direction: 'NEXT' as const };
        const answer = eventsTable.lines([recording], { from: { index: 0 }, count: 1, search }, controller.signal);
        controller.abort(new Error('gone'));
        await expect(answer).rejects.toThrow('gone');
    });
});

/** Takes about 20 µs a cell, so that a search has several slices on any machine. */
class SlowPattern extends RegExp {
    override test(text: string): boolean {
        const until = performance.now() + 0.02;
        while (performance.now() < until) {
            // Busy on purpose.
        }
        return super.test(text);
    }
}
