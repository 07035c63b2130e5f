import { ReadOptions, Trace } from './trace';

/** The trace with all its times later by an offset in ns, earlier by a negative one: that of a host whose clock differs. */
export function shiftTrace(trace: Trace, offset: bigint): Trace {
    if (offset === 0n) {
        return trace;
    }
    const origin = trace.origin + offset;
    return Object.create(trace, {
        origin: { value: origin, enumerable: true },
        read: {
            value: (options: ReadOptions = {}) =>
                trace.read({ ...options, origin: (options.origin ?? origin) - offset })
        }
    }) as Trace;
}
