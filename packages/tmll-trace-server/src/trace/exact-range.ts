import { Trace, TraceError } from './trace';

/** Offsets in ns are doubles: beyond 2^53 of them, 104 days, neighbouring ones become the same. */
const EXACT_NS = 2 ** 53;
const NS_PER_DAY = 86_400_000_000_000;

/**
 * Refuses a trace whose times could not be told exactly.
 *
 * @throws TraceError when it spans more than 104 days
 */
export function withinExactRange<T extends Trace>(trace: T): T {
    const span = trace.end - trace.start;
    if (span <= EXACT_NS) {
        return trace;
    }
    const days = Math.round(span / NS_PER_DAY).toLocaleString('en-US');
    const [start, end] = [trace.start, trace.end].map(time => String(trace.origin + BigInt(time)));
    throw new TraceError(
        `${trace.path} spans ${days} days (${start} to ${end} ns), more than the 104 in which times are exact to the ns; ` +
            'open the traces that lie so far apart one by one.',
        trace.path
    );
}
