import { finiteValues } from '../../statistics/finite-values';
import { selectQuantile } from '../../statistics/quantile';
import { select } from '../../statistics/select';
import { excursions } from './excursions';

/** The range in which a feature of a series counts as usual. */
export interface UsualRange {
    readonly low: number;
    readonly high: number;
    /** The median. */
    readonly center: number;
    /** Standard deviation, by the median. */
    readonly unit: number;
}

/** Standard deviations that are always usual. */
const LEAST_REACH = 5.5;
/** What covers this share of the time is usual. */
const USUAL_SHARE = 0.25;
/** An excursion must exceed the usual ones by this factor. */
const MARGIN = 1.2;
/** An excursion stands out that is expected so many times less often than the usual ones. */
const RARITY = 200;
/** A feature that mostly rests has at least this part of its standard deviation for a unit. */
const LEAST_OF_SQUARES = 0.1;
const DEVIATIONS_PER_MEDIAN = 1.4826;

/**
 * What is usual is judged by the feature's own excursions (see `excursions`), to each side by itself. Let K be the number of
 * them that a series may have and that are still rare, and h(k) the height of the k-th highest. Usual is
 * - 5.5 standard deviations, by the median absolute deviation;
 * - 1.2 times h(K + 1), or what is exceeded in a quarter of the time: what happens often is no anomaly, however far it goes;
 * - h(K + 1) + β · ln 200, with β = (h(K + 1) − h(2K + 2)) / ln 2: if the heights have an exponential tail, as in extreme
 *   value theory, 1/200 of K excursions are expected above. Heavy tails have a large β. The highest K do not enter, for they
 *   may be what is looked for (after Siffer et al., "Anomaly detection in streams with extreme value theory", KDD 2017,
 *   where the tail is fitted to all).
 *
 * @param feature NaN where there is none
 * @param rare K
 * @param leastUnit least standard deviation, positive
 * @param scratch as long as the feature; overwritten
 */
export function usualRange(feature: Float64Array, rare: number, leastUnit: number, scratch: Float64Array): UsualRange {
    const sample = finiteValues(feature, scratch);
    const lower = selectQuantile(sample, USUAL_SHARE);
    const center = selectQuantile(sample, 0.5, USUAL_SHARE);
    const upper = selectQuantile(sample, 1 - USUAL_SHARE, 0.5);
    const unit = unitOf(sample, center);
    const leastReach = LEAST_REACH * Math.max(leastUnit, unit);
    const reach = (side: 1 | -1, often: number): number => {
        const heights = scratch.subarray(0, excursions(feature, center, side, scratch));
        return Math.max(leastReach, MARGIN * often, heightBeyond(heights, rare));
    };
    return { center, unit, low: center - reach(-1, center - lower), high: center + reach(1, upper - center) };
}

/** The height beyond which an excursion is none of the usual ones, when the highest `rare` may be others. Reorders them. */
function heightBeyond(heights: Float64Array, rare: number): number {
    const height = (rank: number): number => {
        if (rank > heights.length) {
            return 0;
        }
        select(heights, heights.length - rank);
        return heights[heights.length - rank];
    };
    const first = height(rare + 1);
    const tail = (first - height(2 * (rare + 1))) / Math.LN2;
    return Math.max(MARGIN * first, first + tail * Math.log(RARITY));
}

/** The larger of the deviations by median and, in part, by squares. Overwrites the sample. */
function unitOf(sample: Float64Array, center: number): number {
    let largest = 0;
    for (let index = 0; index < sample.length; index++) {
        sample[index] = Math.abs(sample[index] - center);
        largest = Math.max(largest, sample[index]);
    }
    let squares = 0;
    for (let index = 0; index < sample.length; index++) {
        squares += (sample[index] / largest) ** 2;
    }
    const bySquares = largest > 0 ? largest * Math.sqrt(squares / sample.length) : 0;
    return Math.max(DEVIATIONS_PER_MEDIAN * selectQuantile(sample, 0.5), LEAST_OF_SQUARES * bySquares);
}
