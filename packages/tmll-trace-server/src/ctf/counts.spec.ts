import { mergeTraces } from '../trace/merge';
import { Trace } from '../trace/trace';
import { openCtfTrace } from './open-traces';
import { fixtureTraces, KnownTrace, sharedTraces } from './test-support/shared-traces';
import { findTraces } from './trace-parts';

const traces: (readonly [string, KnownTrace])[] = [...fixtureTraces(), ...sharedTraces()].map(trace => [
    trace.path,
    trace
]);

describe('events, types, times and discarded equal those of babeltrace2 (oracle.json)', () => {
    test.each(traces)('%s', async (path, { oracle }) => {
        expect(summary(await openCtfTrace(path))).toEqual(oracle);
    });

    test.each(traces)('%s, its parts opened one by one and merged', async (path, { oracle }) => {
        const parts = await Promise.all((await findTraces(path)).map(openCtfTrace));

        expect(summary(mergeTraces(parts, path))).toEqual(oracle);
    });
});

function summary(trace: Trace): KnownTrace['oracle'] {
    const cursor = trace.read({ fields: false });
    const counts: Record<string, number> = {};
    let events = 0;
    let last = -Infinity;
    let ordered = true;
    for (let event = cursor.next(); event; event = cursor.next()) {
        events++;
        counts[event.type.name] = (counts[event.type.name] ?? 0) + 1;
        ordered &&= event.time >= last;
        last = event.time;
    }
    expect(ordered).toBe(true);
    expect(last).toBe(trace.end);
    return {
        events,
        counts,
        firstNs: String(trace.origin + BigInt(trace.start)),
        lastNs: String(trace.origin + BigInt(trace.end)),
        discarded: trace.discarded
    };
}
