import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import { mean, moments, variance } from '../../statistics/moments';
import { median } from '../../statistics/quantile';
import { twoSidedStudentP } from '../../statistics/student-t';

/** Bins of a grid: `from` inclusive, `to` exclusive. */
export interface BinRange {
    readonly from: number;
    readonly to: number;
}

/** How a series differs between two stretches of time. */
export interface Change {
    /** Means of the values that are there. */
    readonly baseline: number;
    readonly window: number;
    /** `window` less `baseline`, in the unit of the series. */
    readonly difference: number;
    /** `window` over `baseline`; undefined where that says nothing: a baseline of 0, or of the other sign. */
    readonly ratio?: number;
    /** The difference in standard errors; its sign is the direction. */
    readonly score: number;
    /** The probability of so great a difference between two stretches of the same behaviour, for this series alone. */
    readonly pValue: number;
}

interface Stretch {
    readonly count: number;
    readonly mean: number;
    readonly variance: number;
    /** Correlation of each value with the next one. */
    readonly memory: number;
    /** Values; of a series that holds them, stretches of equal ones. */
    readonly observations: number;
}

/** Series that remember more than this are taken to remember this much. */
const MOST_MEMORY = 0.95;

/** A share of the whole variance that a steady baseline has at least: what never varied before may vary by chance. */
const LEAST_SHARE = 0.01;

/** Parts of a baseline of which each is judged as a whole, and how many of them may be left out. */
const PARTS = 8;
const MOST_LEFT_OUT = 3;

/** Robust standard deviations of the parts' means beyond which a part is left out. */
const FARTHEST = 5;

/**
 * How the values of a window differ from those of a baseline: the difference of the means over its standard error. That has
 * - the variance of the window, by its number of observations (so one spike makes no change);
 * - the variance that means of stretches of the baseline's behaviour have, with its memory from bin to bin: (1 + ρ)/(1 − ρ) times
 *   that of independent values; values that are held count once, and the fewer there are in all, the less a steady baseline
 *   proves that nothing ever changes.
 *
 * Parts of the baseline that are themselves far from its other parts, up to three of eight, do not count: an earlier burst is no
 * measure of what is usual. Degrees of freedom by Welch (1947).
 *
 * @param isHeld whether a value is that of the last sample where there is none, as in gauges, so that equal values in a row are one
 * @returns undefined where one of the two has fewer than 2 values
 */
export function changeOf(
    values: Float64Array,
    window: BinRange,
    baseline: BinRange,
    isHeld = false
): Change | undefined {
    const inside = stretchOf(values.subarray(window.from, window.to), isHeld);
    const usualValues = usualOf(values.subarray(baseline.from, baseline.to));
    const before = stretchOf(usualValues, isHeld);
    if (inside.count < 2 || before.count < 2) {
        return undefined;
    }
    const difference = inside.mean - before.mean;
    const all = inside.count + before.count;
    const whole =
        (inside.variance * (inside.count - 1) +
            before.variance * (before.count - 1) +
            (difference * difference * inside.count * before.count) / all) /
        (all - 1);
    // Of n values the estimate is too low by (1 + 4ρ)/n (Kendall, 1954).
    const memory = Math.max(
        0,
        Math.min(MOST_MEMORY, (before.memory * before.count + 1) / Math.max(1, before.count - 4))
    );
    const share = Math.max(LEAST_SHARE, 1 / (inside.observations + before.observations));
    const usual = Math.max((before.variance * (1 + memory)) / (1 - memory), share * whole);
    const ofWindow = (inside.variance + usual) / inside.observations;
    const ofBaseline = usual / before.observations;
    const error = Math.sqrt(ofWindow + ofBaseline);
    const score = error > 0 ? difference / error : 0;
    const freedom =
        (ofWindow + ofBaseline) ** 2 / (ofWindow ** 2 / (inside.count - 1) + ofBaseline ** 2 / (before.count - 1));
    return {
        baseline: before.mean,
        window: inside.mean,
        difference,
        ratio: before.mean !== 0 && inside.mean / before.mean >= 0 ? inside.mean / before.mean : undefined,
        score,
        pValue: error > 0 ? twoSidedStudentP(score, freedom) : 1
    };
}

/** A copy in which the parts that are far from the others have no values. */
function usualOf(values: Float64Array): Float64Array {
    const result = values.slice();
    const ends = Array.from({ length: PARTS + 1 }, (_, part) => Math.floor((part * values.length) / PARTS));
    const parts = ends.slice(1).map((end, part) => result.subarray(ends[part], end));
    const means = Float64Array.from(parts, part => mean(part));
    const middle = median(means);
    const scale = 1.4826 * medianAbsoluteDeviation(means);
    const spread = Math.sqrt(median(Float64Array.from(parts, part => variance(part, 'sample') / part.length)));
    const limit = FARTHEST * Math.max(scale, spread || 0);
    parts
        .map((part, index) => ({ part, distance: Math.abs(means[index] - middle) }))
        .filter(({ distance }) => distance > limit)
        .sort((a, b) => b.distance - a.distance)
        .slice(0, MOST_LEFT_OUT)
        .forEach(({ part }) => part.fill(NaN));
    return result;
}

function stretchOf(values: Float64Array, isHeld: boolean): Stretch {
    const { count, mean: middle, squares } = moments(values);
    let products = 0;
    let runs = 0;
    let held = NaN;
    for (let index = 0; index < values.length; index++) {
        const value = values[index];
        if (!Number.isFinite(value)) {
            continue;
        }
        runs += value === held ? 0 : 1;
        held = value;
        const next = index + 1 < values.length ? values[index + 1] - middle : NaN;
        products += Number.isFinite(next) ? (value - middle) * next : 0;
    }
    return {
        count,
        mean: middle,
        variance: count > 1 ? squares / (count - 1) : 0,
        memory: squares > 0 ? products / squares : 0,
        observations: isHeld ? runs : count
    };
}
