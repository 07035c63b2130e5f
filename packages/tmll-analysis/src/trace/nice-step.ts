import { TimeRange } from '../series/time-series';

/** A range is looked at in at most so many steps when nobody says how many. */
export const DEFAULT_STEPS = 1_000n;

/**
 * The step that a range is looked at in when none is given: the smallest of 1, 2 and 5 times a power of ten ns that makes at
 * most 1,000 steps, so between 400 and 1,000 of them; 1 ns for ranges up to 1 µs.
 */
export function niceStep({ startNs, endNs }: TimeRange): bigint {
    const length = endNs - startNs;
    for (let power = 1n; ; power *= 10n) {
        const step = [power, 2n * power, 5n * power].find(candidate => candidate * DEFAULT_STEPS >= length);
        if (step !== undefined) {
            return step;
        }
    }
}
