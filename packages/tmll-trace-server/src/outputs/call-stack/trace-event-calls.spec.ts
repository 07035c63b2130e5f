import type { MadeEvent } from '../test-support/memory-trace';
import { memoryTrace } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { PendingEnds } from './pending-ends';
import { isTraceEventCall, TraceEventCalls } from './trace-event-calls';

const made = (time: number, type: string, fields: MadeEvent['fields'] = {}, tid = 1): MadeEvent => ({
    time,
    type,
    fields,
    context: { pid: 9, tid }
});
const complete = (time: number, name: string, duration: number, tid = 1): MadeEvent =>
    made(time, name, { duration }, tid);

/** The calls in the order of their ends, and the functions by depth over time. */
async function callsOf(events: readonly MadeEvent[]): Promise<{ segments: string[]; levels: string[][] }> {
    const recording = await record(memoryTrace(events));
    const { segments, processes } = recording.of(TraceEventCalls);
    return {
        segments: Array.from({ length: segments.length }, (_, rank) => {
            const { start, end } = segments.at(rank);
            return `${start}-${end} ${segments.nameAt(rank)} ${segments.factAt(rank, 0)}`;
        }),
        levels: processes.flatMap(({ threads }) =>
            threads.flatMap(thread =>
                thread.levels.map(level =>
                    [...level.between(0, 1000)].map(({ start, value }) => `${start} ${segments.names.at(value) ?? '-'}`)
                )
            )
        )
    };
}

describe('TraceEventCalls', () => {
    it('nests complete events, which end while others of their thread begin (by hand)', async () => {
        const { segments, levels } = await callsOf([
            complete(0, 'main', 100),
            complete(10, 'f', 20),
            complete(15, 'g', 5),
            complete(40, 'f', 10),
            complete(200, 'main', 1)
        ]);
        expect(segments).toEqual(['15-20 g 1', '10-30 f 1', '40-50 f 1', '0-100 main 1', '200-201 main 1']);
        expect(levels).toEqual([
            ['0 main', '100 -', '200 main', '201 -'],
            ['0 -', '10 f', '30 -', '40 f', '50 -'],
            ['0 -', '15 g', '20 -']
        ]);
    });

    it('keeps the threads apart, and their ends in order', async () => {
        const { segments } = await callsOf([
            complete(0, 'a', 50, 1),
            complete(10, 'b', 20, 2),
            complete(20, 'c', 100, 3),
            complete(60, 'd', 1, 2)
        ]);
        expect(segments).toEqual(['10-30 b 2', '0-50 a 1', '60-61 d 2', '20-120 c 3']);
    });

    it('takes begins and ends, with and without a name', async () => {
        const { segments } = await callsOf([
            made(0, 'f:begin'),
            made(10, 'g:begin'),
            complete(12, 'x', 3),
            made(20, 'g:end'),
            made(30, 'end'),
            made(31, 'end'),
            made(40, 'h:begin'),
            made(50, 'other')
        ]);
        expect(segments).toEqual(['12-15 x 1', '10-20 g 1', '0-30 f 1', '40-51 h 1']);
    });

    it('ends what an end ends, though something that it called is said to last longer', async () => {
        const { segments } = await callsOf([
            made(0, 'f:begin'),
            complete(5, 'x', 100),
            made(10, 'f:end'),
            made(300, 'o')
        ]);
        expect(segments).toEqual(['5-10 x 1', '0-10 f 1']);
    });

    it('leaves out asynchronous events, counters and events without a thread', async () => {
        const events = [made(0, 'a:begin', { id: '0x1' }), made(1, 'c', { value: 7 })];
        expect((await callsOf(events)).segments).toEqual([]);
        const { eventTypes } = memoryTrace([...events, { time: 2, type: 'd', fields: { duration: 1 } }]);
        expect(eventTypes.map(isTraceEventCall)).toEqual([false, false, false]);
    });
});

describe('PendingEnds', () => {
    it('gives what was added in the order of the ends (oracle: sorting)', () => {
        const pending = new PendingEnds<number>();
        const ends = Array.from({ length: 500 }, (_, index) => (index * 7919) % 251);
        ends.forEach((end, index) => pending.add(end, index));
        const taken: number[] = [];
        for (let next = pending.take(200); next; next = pending.take(200)) {
            taken.push(next.end);
        }
        expect(taken).toEqual(ends.filter(end => end <= 200).sort((a, b) => a - b));
        expect(pending.take(Infinity)?.end).toBe(201);
    });
});
