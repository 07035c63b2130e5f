import { formatDuration } from './duration';
import { ParameterError } from './parameter-error';
import { TimeRange } from './time-series';

/** More bins than this are a mistake: 20 million take 320 MB. */
const MAX_BINS = 20_000_000n;

/** Bins of equal width, one after the other. */
export interface Grid {
    /** Where the first bin starts, ns since the epoch. */
    readonly startNs: bigint;
    readonly stepNs: bigint;
    /** Number of bins. */
    readonly length: number;
    /** Starts of the bins in ns from `startNs`. */
    times(): Float64Array;
}

/**
 * The bins that cover a range, laid so that a border between two lies at `originNs`, which may be outside of the range.
 * @throws ParameterError when the step is not positive or makes more than 20 million bins.
 */
export function gridOf(range: TimeRange, stepNs: bigint, originNs: bigint = range.startNs): Grid {
    if (stepNs <= 0n) {
        throw new ParameterError(`A resampling step of ${stepNs} ns is not possible; use a positive duration.`);
    }
    const startNs = originNs + floorDivide(range.startNs - originNs, stepNs) * stepNs;
    const length = range.endNs < range.startNs ? 0n : (range.endNs - startNs) / stepNs + 1n;
    if (length > MAX_BINS) {
        throw new ParameterError(
            `A resampling step of ${formatDuration(stepNs)} makes ${length} points; use a longer one or a shorter range.`
        );
    }
    return { startNs, stepNs, length: Number(length), times: () => timesOf(Number(length), Number(stepNs)) };
}

function timesOf(length: number, step: number): Float64Array {
    const times = new Float64Array(length);
    for (let bin = 0; bin < length; bin++) {
        times[bin] = bin * step;
    }
    return times;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
    const quotient = dividend / divisor;
    return dividend % divisor < 0n ? quotient - 1n : quotient;
}
