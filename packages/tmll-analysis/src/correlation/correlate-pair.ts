import { twoSidedStudentP } from '../statistics/student-t';
import { chooseMethod, MethodChoice } from './choose-method';
import { CorrelationMethod, correlation, FEWEST_POINTS, SCALES } from './coefficients';
import { effectiveSize } from './effective-size';
import { common, ObservedSeries } from './observed-series';

/** How two series move together, and how sure that is. */
export interface PairCorrelation {
    /** `none` where there is nothing to compare: a constant series, or too few points in common. */
    readonly method: CorrelationMethod | 'none';
    /** Why this method, in one sentence. */
    readonly reason: string;
    /** From −1 to 1; 0 where the method is `none`. */
    readonly coefficient: number;
    /** Number of pairs of points: places where both have a value. */
    readonly points: number;
    /** As if all points were independent: scipy's. */
    readonly pValue: number;
    /** How many independent points the points are worth (`effectiveSize`). */
    readonly effectiveSize: number;
    /** The p-value for so many points: what to go by for series over time. Never below `pValue`. */
    readonly effectivePValue: number;
}

/**
 * The correlation of two series that share their times.
 * @param method the one that fits the two when not given (`chooseMethod`)
 * @throws RangeError when the series differ in length
 */
export function correlatePair(
    first: ObservedSeries,
    second: ObservedSeries,
    method?: CorrelationMethod
): PairCorrelation {
    const pair = common(first, second);
    const nothing = nothingToCompare(pair);
    if (nothing !== undefined) {
        const points = pair[0].count;
        return { ...NONE, reason: nothing, points, effectiveSize: points };
    }
    const choice: MethodChoice = method ? { method, reason: 'It was asked for.' } : chooseMethod(first, second);
    const { score, ...found } = correlation(...pair, choice.method);
    const { size, freedom } = effectiveSize(first, second, SCALES[choice.method], found.points);
    const effectiveScore = score * Math.sqrt((size - 2) / (found.points - 2));
    return {
        ...choice,
        ...found,
        effectiveSize: size,
        effectivePValue: Math.max(found.pValue, twoSidedStudentP(effectiveScore, freedom))
    };
}

const NONE = { method: 'none', coefficient: 0, pValue: 1, effectivePValue: 1 } as const;

function nothingToCompare([first, second]: readonly [ObservedSeries, ObservedSeries]): string | undefined {
    if (first.count < FEWEST_POINTS) {
        return `They have ${first.count} points in common, too few to compare.`;
    }
    if (first.isConstant || second.isConstant) {
        const which = first.isConstant && second.isConstant ? 'Both series are' : 'One of the series is';
        return `${which} constant, which moves with nothing.`;
    }
    return undefined;
}
