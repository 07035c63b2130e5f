import { startsOfLevels } from '../statistics/dense-ranks';
import { twoSidedNormalP } from '../statistics/normality';
import { inversions } from './inversions';
import { ObservedSeries } from './observed-series';

/** Without ties the p-value is exact up to so many points, and beyond where at most one pair is out of order. */
const MOST_EXACT = 33;

interface Ties {
    /** Pairs of equal values. */
    readonly pairs: number;
    readonly triples: number;
    /** Σ t(t − 1)(2t + 5) over the groups of t equal values. */
    readonly weighted: number;
}

/** What Kendall's τ_b says of two series. */
export interface KendallCorrelation {
    readonly coefficient: number;
    readonly pValue: number;
    /** The coefficient in standard deviations of the normal approximation. */
    readonly score: number;
}

/**
 * Kendall's τ_b: the share of pairs of points in the same order less that of pairs in opposite order, corrected for ties. In
 * n·log n (Knight, "A computer method for calculating Kendall's tau with ungrouped data", 1966). p-values as scipy's
 * `kendalltau`: exact (Kendall, "Rank correlation methods", 1970) without ties and with at most 33 points, or with at most one pair
 * out of order; else by the normal approximation with ties (Kendall's variance).
 *
 * @param x complete, and not constant
 * @param y likewise, of the same length
 */
export function kendall(x: ObservedSeries, y: ObservedSeries): KendallCorrelation {
    const n = x.count;
    const total = (n * (n - 1)) / 2;
    const sequence = orderedBy(x, y);
    const discordant = inversions(sequence.levels, y.distinct);
    const tiesX = tiesOf(x.ranks.counts);
    const tiesY = tiesOf(y.ranks.counts);
    const difference = total - tiesX.pairs - tiesY.pairs + sequence.jointTies - 2 * discordant;
    const tau = difference / Math.sqrt(total - tiesX.pairs) / Math.sqrt(total - tiesY.pairs);
    const score = difference / Math.sqrt(varianceOf(n, tiesX, tiesY));
    const hasTies = tiesX.pairs + tiesY.pairs > 0;
    const isExact = !hasTies && (n <= MOST_EXACT || Math.min(discordant, total - discordant) <= 1);
    return {
        coefficient: Math.max(-1, Math.min(1, tau)),
        pValue: isExact ? exactPValue(n, Math.min(discordant, total - discordant)) : twoSidedNormalP(score),
        score
    };
}

/** The levels of y in the order of x, ascending where x is equal, and the pairs in which both are equal. */
function orderedBy(x: ObservedSeries, y: ObservedSeries): { levels: Int32Array; jointTies: number } {
    const { levels: xLevels, counts } = x.ranks;
    const { levels: yLevels } = y.ranks;
    const starts = startsOfLevels(counts);
    const next = starts.slice();
    const levels = new Int32Array(yLevels.length);
    for (const index of y.order) {
        levels[next[xLevels[index]]++] = yLevels[index];
    }
    let jointTies = 0;
    for (let level = 0; level < counts.length; level++) {
        let run = 0;
        for (let place = starts[level] + 1; place < starts[level] + counts[level]; place++) {
            run = levels[place] === levels[place - 1] ? run + 1 : 0;
            jointTies += run;
        }
    }
    return { levels, jointTies };
}

function tiesOf(counts: Int32Array): Ties {
    let pairs = 0;
    let triples = 0;
    let weighted = 0;
    for (const count of counts) {
        pairs += (count * (count - 1)) / 2;
        triples += count * (count - 1) * (count - 2);
        weighted += count * (count - 1) * (2 * count + 5);
    }
    return { pairs, triples, weighted };
}

function varianceOf(n: number, x: Ties, y: Ties): number {
    const m = n * (n - 1);
    return (
        (m * (2 * n + 5) - x.weighted - y.weighted) / 18 +
        (2 * x.pairs * y.pairs) / m +
        (x.triples * y.triples) / (9 * m * (n - 2))
    );
}

/**
 * The probability that a random order of n has at most `fewer` pairs out of order, or at most as few in order: by the number
 * of orders with so many inversions, row by row.
 */
function exactPValue(n: number, fewer: number): number {
    if (4 * fewer === n * (n - 1)) {
        return 1;
    }
    let share = new Float64Array(fewer + 1);
    share[0] = 1;
    for (let size = 2; size <= n; size++) {
        const next = new Float64Array(fewer + 1);
        let window = 0;
        for (let count = 0; count <= fewer; count++) {
            window += share[count] - (count >= size ? share[count - size] : 0);
            next[count] = window / size;
        }
        share = next;
    }
    return Math.min(1, 2 * share.reduce((sum, part) => sum + part, 0));
}
