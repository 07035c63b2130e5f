import type { FieldValue } from '../../trace/trace';
import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { EventPairs, type PairedIntervals } from './event-pairs';
import { MAX_OPEN } from './pair-matcher';

type Fields = Record<string, FieldValue>;
const event = (time: number, type: string, fields: Fields = {}, context: Fields = {}, cpu = 0): MadeEvent => ({
    time,
    type,
    fields,
    context,
    cpu
});
const begin = (time: number, fields?: Fields, context?: Fields): MadeEvent => event(time, 'job_begin', fields, context);
const end = (time: number, fields?: Fields, context?: Fields): MadeEvent => event(time, 'job_end', fields, context);

const pairsOf = async (events: readonly MadeEvent[]): Promise<readonly PairedIntervals[]> =>
    (await record(memoryTrace(events))).of(EventPairs).pairs;

const intervalsOf = ({ intervals }: PairedIntervals): number[][] =>
    Array.from({ length: intervals.length }, (_, rank) => [intervals.at(rank).start, intervals.at(rank).end]);

describe('EventPairs', () => {
    it('matches by the field that identifies an instance, however they overlap', async () => {
        const [pair] = await pairsOf([
            begin(0, { id: 1, worker: 7 }),
            begin(1, { id: 2, worker: 7 }),
            end(5, { id: 1, worker: 8 }),
            begin(6, { id: 3, worker: 7 }),
            end(7, { id: 3, worker: 8 }),
            end(9, { id: 2, worker: 8 })
        ]);
        expect([pair.name, pair.key, intervalsOf(pair)]).toEqual([
            'job',
            'id',
            [
                [0, 5],
                [6, 7],
                [1, 9]
            ]
        ]);
    });

    it('does not take a field for an identity that has another value at the end', async () => {
        const events = Array.from({ length: 20 }, (_, index) => [
            begin(index * 10, { id: index, seq: 1000 + index }),
            end(index * 10 + 15, { id: index, seq: 5000 + index })
        ]).flat();
        const [pair] = await pairsOf([...events].sort((a, b) => a.time - b.time));
        expect([pair.key, pair.intervals.length, pair.intervals.total]).toEqual(['id', 20, 300]);
    });

    it('keeps processes apart whose ids count from the same number', async () => {
        const [pair] = await pairsOf([
            begin(0, { id: 1 }, { vpid: 10 }),
            begin(2, { id: 1 }, { vpid: 20 }),
            end(3, { id: 1 }, { vpid: 10 }),
            end(9, { id: 1 }, { vpid: 20 })
        ]);
        expect([pair.key, intervalsOf(pair)]).toEqual([
            'id, process',
            [
                [0, 3],
                [2, 9]
            ]
        ]);
    });

    it('nests calls of a thread: the last one begun ends first', async () => {
        const [pair] = await pairsOf([
            begin(0, {}, { vtid: 1 }),
            begin(1, {}, { vtid: 1 }),
            begin(2, {}, { vtid: 2 }),
            end(3, {}, { vtid: 1 }),
            end(5, {}, { vtid: 1 }),
            end(6, {}, { vtid: 2 })
        ]);
        expect([pair.key, intervalsOf(pair)]).toEqual([
            'thread',
            [
                [1, 3],
                [0, 5],
                [2, 6]
            ]
        ]);
    });

    it('lets what has the same identity queue: the first one begun ends first', async () => {
        const [pair] = await pairsOf([
            begin(0, { dev: 1 }),
            begin(1, { dev: 1 }),
            end(3, { dev: 1 }),
            end(5, { dev: 1 })
        ]);
        expect(intervalsOf(pair)).toEqual([
            [0, 3],
            [1, 5]
        ]);
    });

    it('knows the thread of kernel events from the switches, also when it moves to another CPU', async () => {
        const swap = (time: number, cpu: number, prev: number, next: number): MadeEvent =>
            event(time, 'sched_switch', { prev_tid: prev, next_tid: next }, {}, cpu);
        const pairs = await pairsOf([
            swap(0, 0, 0, 5),
            swap(0, 1, 0, 6),
            event(1, 'syscall_entry_read', {}, {}, 0),
            event(2, 'syscall_entry_read', {}, {}, 1),
            swap(3, 0, 5, 0),
            event(4, 'syscall_exit_read', {}, {}, 1),
            swap(5, 1, 6, 5),
            event(6, 'syscall_exit_read', {}, {}, 1)
        ]);
        const read = pairs.find(({ name }) => name === 'syscall_read');
        expect(read && [read.key, intervalsOf(read)]).toEqual([
            'thread',
            [
                [2, 4],
                [1, 6]
            ]
        ]);
    });

    it('never pairs an end with a beginning whose own end was lost', async () => {
        const calls = Array.from({ length: 30 }, (_, index) => [
            begin(index * 10, {}, { vtid: 1 }),
            ...(index === 3 ? [] : [end(index * 10 + 2, {}, { vtid: 1 })])
        ]).flat();
        const [pair] = await pairsOf(calls);
        expect([pair.intervals.length, pair.unmatched, pair.intervals.statistics()?.longest]).toEqual([
            29,
            1,
            { start: 0, end: 2 }
        ]);
        expect(pair.inFlight(35)).toBe(0);
    });

    it('counts what is in flight, up to the end of the trace when it never ends (by hand)', async () => {
        const [pair] = await pairsOf([
            end(0, { id: 99 }),
            begin(1, { id: 1 }),
            begin(2, { id: 2 }),
            end(4, { id: 1 }),
            begin(6, { id: 3 }),
            end(7, { id: 3 })
        ]);
        expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(time => pair.inFlight(time))).toEqual([0, 1, 2, 2, 1, 1, 2, 1, 1]);
        expect(pair.unmatched).toBe(1);
    });

    it('forgets the oldest beginnings when too many are open, and says so', async () => {
        const begins = Array.from({ length: MAX_OPEN + 10 }, (_, index) => begin(index + 10, { id: index }));
        const first = [begin(0, { id: -1 }), end(1, { id: -1 })];
        const last = [end(200_000, { id: 3 }), end(200_001, { id: MAX_OPEN })];
        const [pair] = await pairsOf([...first, ...begins, ...last]);
        expect([pair.intervals.length, pair.unmatched]).toEqual([2, 11]);
    });

    it('has no pair of which nothing is complete', async () => {
        expect(await pairsOf([end(0, { id: 1 }), begin(1, { id: 2 })])).toEqual([]);
    });
});
