import type { Sampling } from './output';

/**
 * For each time asked for, what a running total (events, bytes, ns, …) gained in the bin that ends there.
 *
 * @param upTo the total up to a time, inclusive; does not descend
 */
export function gains(sampling: Sampling, upTo: (time: number) => number): Float64Array {
    const { times } = sampling;
    const values = new Float64Array(times.length);
    let previous = upTo(sampling.before);
    for (let index = 0; index < times.length; index++) {
        const total = upTo(times[index]);
        values[index] = total - previous;
        previous = total;
    }
    return values;
}

/** Gain per ns of each bin, times `scale`; 0 for a bin without length. Arguments as `gains`. */
export function rates(sampling: Sampling, upTo: (time: number) => number, scale: number): Float64Array {
    const values = gains(sampling, upTo);
    let previous = sampling.before;
    for (let index = 0; index < values.length; index++) {
        const time = sampling.times[index];
        values[index] = time > previous ? (values[index] * scale) / (time - previous) : 0;
        previous = time;
    }
    return values;
}

/** The value of a step function at each time; 0 before its first step. */
export function steps(sampling: Sampling, at: (time: number) => number | undefined): Float64Array {
    return sampling.times.map(time => at(time) ?? 0);
}
