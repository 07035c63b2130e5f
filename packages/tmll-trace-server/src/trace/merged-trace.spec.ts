import { mergeTraces } from './merge';
import { EventCursor, EventType, FieldType, ReadOptions, Trace, TraceEvent, TraceStream } from './trace';

const SIZE: FieldType = { name: 'size', kind: 'integer', base: 10, signed: false, size: 64 };

interface TraceOutline {
    readonly path: string;
    readonly origin: bigint;
    readonly times: readonly number[];
    readonly types: readonly Pick<EventType, 'name' | 'fields'>[];
    readonly kind?: Trace['kind'];
    readonly environment?: Trace['environment'];
}

/** A trace whose events are of its types in turn. */
function traceOf({ path, origin, times, types, kind = 'ctf-ust', environment = {} }: TraceOutline): Trace {
    const stream: TraceStream = { index: 0, file: 'ch0_0', channel: 'ch0' };
    const eventTypes = types.map((type, index): EventType => ({ index, context: [], ...type }));
    const read = ({ origin: from = origin, types: wanted, view }: ReadOptions = {}): EventCursor => {
        const events = times
            .map((time, index) => ({ time, type: eventTypes[index % eventTypes.length] }))
            .filter(({ type }) => !wanted || wanted.has(type))
            .map(({ time, type }) => ({
                time: time + Number(origin - from),
                type: view?.typeOf(type) ?? type,
                stream: view?.streamOf(stream) ?? stream
            }));
        return { next: () => events.shift() as TraceEvent | undefined, close: () => undefined };
    };
    return {
        path,
        name: path,
        kind,
        origin,
        start: times[0] ?? 0,
        end: times.at(-1) ?? 0,
        environment,
        eventTypes,
        streams: [stream],
        discarded: 1,
        lost: [{ from: 1, to: 2, count: 1, stream }],
        warnings: [{ file: path, message: 'cut' }],
        read
    };
}

const first = traceOf({
    path: '/s/a',
    origin: 1000n,
    times: [0, 10],
    types: [{ name: 'malloc', fields: [SIZE] }],
    environment: { hostname: 'vm', pid: 1 }
});
const second = traceOf({
    path: '/s/b',
    origin: 1004n,
    times: [0, 1, 2],
    types: [
        { name: 'free', fields: [] },
        { name: 'malloc', fields: [SIZE] }
    ],
    environment: { hostname: 'vm', pid: 2 }
});

function read(trace: Trace, options?: ReadOptions): [number, string, string][] {
    const cursor = trace.read(options);
    const found: [number, string, string][] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        expect(trace.eventTypes[event.type.index]).toBe(event.type);
        expect(trace.streams[event.stream.index]).toBe(event.stream);
        found.push([event.time, event.type.name, event.stream.file]);
    }
    return found;
}

describe('merged traces', () => {
    test('count from the earliest origin, in the order of time', () => {
        const merged = mergeTraces([second, first], '/s');

        expect([merged.origin, merged.start, merged.end]).toEqual([1000n, 0, 10]);
        expect(read(merged)).toEqual([
            [0, 'malloc', 'a/ch0_0'],
            [4, 'free', 'b/ch0_0'],
            [5, 'malloc', 'b/ch0_0'],
            [6, 'free', 'b/ch0_0'],
            [10, 'malloc', 'a/ch0_0']
        ]);
        expect(read(merged, { origin: 900n })[0][0]).toBe(100);
    });

    test('have one type for equal ones, and others for types that differ in their fields', () => {
        const other = traceOf({ path: '/s/c', origin: 0n, times: [], types: [{ name: 'malloc', fields: [] }] });
        const merged = mergeTraces([first, second, other], '/s');

        expect(merged.eventTypes.map(({ index, name, fields }) => [index, name, fields.length])).toEqual([
            [0, 'malloc', 1],
            [1, 'free', 0],
            [2, 'malloc', 0]
        ]);
    });

    test('read only the types asked for, in all traces', () => {
        const merged = mergeTraces([first, second], '/s');
        const [malloc] = merged.eventTypes;

        expect(read(merged, { types: new Set([malloc]) }).map(([time]) => time)).toEqual([0, 5, 10]);
    });

    test('can be merged again', () => {
        const inner = mergeTraces([first], '/s');
        const outer = mergeTraces([second, inner], '/s');

        expect(read(outer).map(([time]) => time)).toEqual([0, 4, 5, 6, 10]);
    });

    test('sum up what was discarded, where it was on the common axis, and the warnings', () => {
        const merged = mergeTraces([first, second], '/s');

        expect(merged.discarded).toBe(2);
        expect(merged.lost.map(({ from, to, stream }) => [from, to, stream.file])).toEqual([
            [1, 2, 'a/ch0_0'],
            [5, 6, 'b/ch0_0']
        ]);
        expect(merged.warnings).toHaveLength(2);
    });

    test('have the environment and the kind that all have in common', () => {
        const kernel = traceOf({ path: '/s/k', origin: 0n, times: [], types: [], kind: 'ctf-kernel' });

        expect(mergeTraces([first, second], '/s').environment).toEqual({ hostname: 'vm' });
        expect(mergeTraces([first, second], '/s').kind).toBe('ctf-ust');
        expect(mergeTraces([first, kernel], '/s').kind).toBe('ctf');
    });

    test('are not moved by one without events', () => {
        const empty = traceOf({ path: '/s/e', origin: 0n, times: [], types: [] });
        const merged = mergeTraces([empty, first], '/s');

        expect([merged.origin, merged.start, merged.end]).toEqual([1000n, 0, 10]);
    });

    test('keep a single event at the very origin', () => {
        const single = traceOf({ path: '/s/x', origin: 5n, times: [0], types: [{ name: 'one', fields: [] }] });

        expect(mergeTraces([single, first], '/s').origin).toBe(5n);
    });
});
