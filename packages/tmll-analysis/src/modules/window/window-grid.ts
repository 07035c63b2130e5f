import { BinRange } from '../../correlation/window/change';
import { formatDuration } from '../../series/duration';
import { ParameterError } from '../../series/parameter-error';
import { TimeRange } from '../../series/time-series';

/** Bins of a stretch of time. */
export interface WindowSegment extends BinRange {
    /** Ns since the epoch at which the first bin starts. */
    readonly startNs: bigint;
}

/** The bins in which a window is compared with its baseline: those of the baseline, of what comes before the window, of the window. */
export interface WindowGrid {
    readonly stepNs: bigint;
    readonly baseline: WindowSegment;
    /** As long as the window, or shorter at the start of the trace; a change may begin there. */
    readonly lead: WindowSegment;
    readonly window: WindowSegment;
    /** All three, in this order. */
    readonly segments: readonly WindowSegment[];
}

/** Bins of a window. */
const WINDOW_BINS = 20n;

/** Windows before the one to explain that are its baseline. */
export const BASELINE_WINDOWS = 4n;

/** A baseline has at least so many bins, or it cannot tell what is usual. */
const FEWEST_BASELINE_BINS = 8n;

/** Of a longer baseline the last so many bins count. */
const MOST_BASELINE_BINS = 2_000n;

/**
 * The bins for a window, 20 of them, and its baseline.
 * @param baseline the four windows before when not given, or those after where the trace has hardly anything before
 * @throws ParameterError when the window is too short or there is no baseline
 */
export function windowGrid(trace: TimeRange, window: TimeRange, baseline?: TimeRange): WindowGrid {
    const stepNs = (window.endNs - window.startNs) / WINDOW_BINS;
    if (stepNs < 1n) {
        throw new ParameterError(
            `A range of ${window.endNs - window.startNs} ns is too short to compare; choose one of at least ${WINDOW_BINS} ns.`
        );
    }
    const { startNs: from, endNs: to } = baseline ?? usualBaseline(trace, window);
    const bins = smaller((to - from) / stepNs, MOST_BASELINE_BINS);
    if (bins < FEWEST_BASELINE_BINS) {
        const least = formatDuration(FEWEST_BASELINE_BINS * stepNs);
        throw new ParameterError(
            `There is nothing to compare the range with: the baseline must last at least ${least}; ` +
                'choose a shorter range or name a baseline.'
        );
    }
    const leadBins = smaller(WINDOW_BINS, greater(0n, (window.startNs - trace.startNs) / stepNs));
    const ends = [bins, bins + leadBins, bins + leadBins + WINDOW_BINS].map(Number);
    const segments = [
        { startNs: to - bins * stepNs, from: 0, to: ends[0] },
        { startNs: window.startNs - leadBins * stepNs, from: ends[0], to: ends[1] },
        { startNs: window.startNs, from: ends[1], to: ends[2] }
    ];
    return { stepNs, baseline: segments[0], lead: segments[1], window: segments[2], segments };
}

/** Number of bins of all segments. */
export function binCount({ window }: WindowGrid): number {
    return window.to;
}

/** The time that a segment covers. */
export function segmentRange({ stepNs }: WindowGrid, { startNs, from, to }: WindowSegment): TimeRange {
    return { startNs, endNs: startNs + BigInt(to - from) * stepNs };
}

function usualBaseline(trace: TimeRange, { startNs, endNs }: TimeRange): TimeRange {
    const length = endNs - startNs;
    const before = { startNs: greater(trace.startNs, startNs - BASELINE_WINDOWS * length), endNs: startNs };
    const after = { startNs: endNs, endNs: smaller(trace.endNs, endNs + BASELINE_WINDOWS * length) };
    return startNs - before.startNs >= length || startNs - before.startNs >= after.endNs - endNs ? before : after;
}

function smaller(a: bigint, b: bigint): bigint {
    return a < b ? a : b;
}

function greater(a: bigint, b: bigint): bigint {
    return a > b ? a : b;
}
