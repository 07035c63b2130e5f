import { forgiveHabit, forgiveStartUp, runsOf } from './habits';
import { Scanned, RatedWindows } from './rated-windows';
import { Stretches } from './stretches';

/** What windows of all widths say on each point. */
export interface Scan {
    /** How far a point stands out, above 1 exactly inside the stretches. */
    readonly ratio: Float64Array;
    /** 1 for the points of stretches that stand out. */
    readonly inside: Uint8Array;
    /** 1 for those that do so by themselves, and for the first of each stretch. */
    readonly flags: Uint8Array;
    /** What is usual for the residual: inside a stretch what its window was compared with, else for single points. */
    readonly low: Float64Array;
    readonly high: Float64Array;
}

/** Each window is so many times as wide as the one before. */
const GROWTH = 4;
/** Part of the series that the widest window has, and of the widest by which points are flagged: wider ones are vague. */
const WIDEST = 1 / 12;
const WIDEST_TOLD = 1 / 32;
/** Longer stretches are told as a whole: only their first point is flagged. */
const LONGEST_POINT_BY_POINT = 16;
/** How far below the threshold points next to a stretch stay. */
const BESIDE = 1e-3;

/**
 * Compares the means over windows of 1, 4, 16, … points, and the steps from one window to the next, with what is usual for
 * them in this series (see `usualRange`). Linear in the number of points.
 */
export function scan(scanned: Scanned): Scan {
    const { residuals, rise } = scanned;
    const length = residuals.length;
    const ratio = new Float64Array(length);
    const stretches = new Stretches(residuals, rise);
    const windows = new RatedWindows(scanned);
    for (let width = 1; width === 1 || width <= WIDEST * length; width *= GROWTH) {
        const candidates = windows.rate(width, ratio);
        if (width === 1 || width <= WIDEST_TOLD * length) {
            candidates.forEach(candidate => stretches.take(candidate));
        }
    }
    forgiveStartUp(stretches.inside);
    const scale = forgiveHabit(stretches.inside, ratio);
    const { inside, low, high } = stretches;
    for (let index = 0; index < length; index++) {
        if (inside[index] === 0) {
            low[index] = windows.single.low;
            high[index] = windows.single.high;
        }
        low[index] *= scale;
        high[index] *= scale;
        ratio[index] = settled(ratio[index] / scale, inside[index] === 1);
    }
    return { ratio, inside, flags: flagsOf(inside, stretches.toldBy), low, high };
}

/** Beside a stretch the windows that reach into it would exceed the threshold; the order among such points is kept. */
function settled(ratio: number, isInside: boolean): number {
    if (isInside) {
        return Math.max(ratio, 1 + Number.EPSILON);
    }
    return ratio > 1 ? 1 - BESIDE / ratio : ratio;
}

function flagsOf(inside: Uint8Array, toldBy: Int32Array): Uint8Array {
    const flags = new Uint8Array(inside.length);
    for (const { from, to } of runsOf(inside)) {
        flags[from] = 1;
        for (let index = from; to - from <= LONGEST_POINT_BY_POINT && index < to; index++) {
            flags[index] = toldBy[index] === 1 ? 1 : flags[index];
        }
    }
    return flags;
}
