import { openCtfTrace } from './open-traces';
import { babeltraceLines, isBabeltraceInstalled } from './test-support/babeltrace';
import { babeltraceText } from './test-support/babeltrace-text';
import { fixtureTraces, KnownTrace, sharedTraces } from './test-support/shared-traces';

/** Enough for every trace to show all its common types; the largest has 123,609 events. */
const MAX_EVENTS = 20_000;

const traces: (readonly [string, KnownTrace])[] = [...fixtureTraces(), ...sharedTraces()].map(trace => [
    trace.path,
    trace
]);

(isBabeltraceInstalled ? describe : describe.skip)('fields equal those of babeltrace2', () => {
    test.each(traces)('%s', async (path, { oracle }) => {
        const trace = await openCtfTrace(path);
        const cursor = trace.read();
        const lines: string[] = [];
        for (let event = cursor.next(); event && lines.length < MAX_EVENTS; event = cursor.next()) {
            lines.push(babeltraceText(event, trace.origin));
        }
        cursor.close();

        expect(lines).toHaveLength(Math.min(oracle.events, MAX_EVENTS));
        expect(inAnyOrder(lines)).toEqual(inAnyOrder(babeltraceLines(path, lines.length)));
    });
});

/** Events of the same time in several streams have no order: they are compared in that of their text. */
function inAnyOrder(lines: readonly string[]): string[] {
    return [...lines].sort();
}
