import { binarySegmentation } from './binary-segmentation';
import { ranks } from '../statistics/ranks';
import { CostOf, meanCost, meanVarianceCost, residualsOf, SegmentCost, trendCost } from './cost';
import { lagOne, Noise, noiseOf, noiseOfResiduals } from './noise';
import { pelt, Segmentable } from './pelt';
import { withoutSpikes } from './spikes';

/** What a segment is like: values about a level, about a level with a spread of their own, by rank, or about a line. */
export type SegmentModel = 'mean' | 'mean_variance' | 'rank' | 'trend';

export interface SegmentationOptions {
    /** `auto`: level or line, whichever explains the series better. */
    readonly cost: SegmentModel | 'auto';
    readonly search: 'pelt' | 'binseg';
    /** Fewest values of a segment. */
    readonly minimumSize: number;
    /** Multiple of the penalty. */
    readonly penaltyFactor: number;
    /** So many changes, fewer where there is no room; 0 = as many as the penalty allows, perhaps none. */
    readonly count: number;
}

/** Where one or several series of the same length change, all at once. */
export interface Segmentation {
    readonly model: SegmentModel;
    /** First index of each segment but the first, ascending. */
    readonly changes: readonly number[];
    /** Per series. */
    readonly costs: readonly SegmentCost[];
    readonly noises: readonly Noise[];
    /** Cost of a stretch over all series in units of their noise: twice a negative log-likelihood. */
    readonly cost: (start: number, end: number) => number;
}

const COSTS: Readonly<Record<SegmentModel, CostOf>> = {
    mean: meanCost,
    mean_variance: meanVarianceCost,
    // Of ranks, the statistic of Kruskal and Wallis.
    rank: meanCost,
    trend: trendCost
};

/** A longer series has changes at multiples of its length over this at first; then each is moved to its exact place. */
const MOST_PLACES = 4096;
/** The noise is estimated anew from the residuals while it falls by this factor, so often at most. */
const SETTLED = 0.5;
const MOST_ROUNDS = 10;
/** Squared, relative to the largest value: less scatter than this comes from rounding. */
const ROUNDING = 1e-24;

/**
 * Cuts series into segments. A change must save 2·(k + 1)·ln n in units of the noise, per series, with k parameters of a
 * segment: twice what Schwarz's criterion asks for, since the place of a change was searched for. The noise is at first that of `noiseOf`; when what the
 * segments leave has less, it was partly change, and the series are cut again.
 * @param series of the same length, all values finite
 */
export function segment(series: readonly Float64Array[], options: SegmentationOptions): Segmentation {
    if (options.cost !== 'auto') {
        return segmentBy(options.cost, series, options);
    }
    const level = segmentBy('mean', series, options);
    const line = segmentBy('trend', series, options);
    return criterion(line) < criterion(level) ? line : level;
}

function segmentBy(model: SegmentModel, series: readonly Float64Array[], options: SegmentationOptions): Segmentation {
    const scaled = series.map(values => prepared(values, model, options.minimumSize));
    const costs = scaled.map(COSTS[model]);
    const length = series[0]?.length ?? 0;
    const moving = costs.map((cost, index) => ({ cost, values: scaled[index] })).filter(varies);
    if (moving.length === 0 || length < 2 * options.minimumSize) {
        return { model, changes: [], costs, noises: costs.map(() => 1), cost: () => 0 };
    }
    const live = moving.map(({ cost }) => cost);
    let noises = moving.map(({ cost, values }) => noiseOf(values, cost));
    for (let round = 1; ; round++) {
        const cost = totalCost(live, noises);
        const changes = cut({ length, cost, minimumSize: options.minimumSize }, live, options);
        const left = live.map((each, index) =>
            Math.min(noises[index], noiseOfResiduals(residualsOf(each, changes), each))
        );
        const settled = left.every((noise, index) => noise >= SETTLED * noises[index]);
        if (settled || round === MOST_ROUNDS) {
            return { model, changes, costs: live, noises: left, cost: totalCost(live, left) };
        }
        noises = left;
    }
}

/** What the cost is of: ranks, or values whose spikes are cut off where squares would give them too much weight. */
function prepared(values: Float64Array, model: SegmentModel, minimumSize: number): Float64Array {
    switch (model) {
        case 'rank':
            return ranks(values);
        case 'mean_variance':
            return values;
        default:
            return withoutSpikes(values, minimumSize);
    }
}

function varies({ cost, values }: { readonly cost: SegmentCost; readonly values: Float64Array }): boolean {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return !cost.isSquared
        ? values.some(value => value !== values[0])
        : cost.of(0, cost.length) > ROUNDING * largest * largest * cost.length;
}

function totalCost(costs: readonly SegmentCost[], noises: readonly Noise[]): Segmentation['cost'] {
    if (costs.length === 1) {
        const [cost] = costs;
        const [noise] = noises;
        return (start, end) => cost.of(start, end) / noise;
    }
    return (start, end) => {
        let total = 0;
        for (let index = 0; index < costs.length; index++) {
            total += costs[index].of(start, end) / noises[index];
        }
        return total;
    };
}

function cut(
    stretch: Omit<Segmentable, 'jump'>,
    costs: readonly SegmentCost[],
    { search, penaltyFactor, count }: SegmentationOptions
): number[] {
    const jump = Math.max(1, Math.floor(stretch.length / MOST_PLACES));
    const segmentable = { ...stretch, jump };
    const parameters = costs.reduce((sum, cost) => sum + cost.parameters + 1, 0);
    const penalty = 2 * penaltyFactor * parameters * Math.log(stretch.length);
    const changes =
        count > 0
            ? binarySegmentation(segmentable, 0, count)
            : search === 'pelt'
              ? pelt(segmentable, penalty)
              : binarySegmentation(segmentable, penalty);
    return jump === 1 ? changes : worthwhile(exactPlaces(changes, segmentable), segmentable, count > 0 ? 0 : penalty);
}

/**
 * Leaves out changes that do not make up for the penalty, of neighbours the weaker first: one amid a step of the search looks
 * like two.
 */
function worthwhile(changes: readonly number[], segmentable: Segmentable, penalty: number): number[] {
    const { length, cost } = segmentable;
    const gains = changes.map((change, index) => {
        const from = changes[index - 1] ?? 0;
        const to = changes[index + 1] ?? length;
        return cost(from, to) - cost(from, change) - cost(change, to);
    });
    const kept = changes.filter((_, index) => {
        const gain = gains[index];
        return gain > penalty || gain > (gains[index - 1] ?? Infinity) || gain >= (gains[index + 1] ?? Infinity);
    });
    return kept.length === changes.length ? kept : worthwhile(exactPlaces(kept, segmentable), segmentable, penalty);
}

/** Moves each change to the best place nearby, between its neighbours. */
function exactPlaces(changes: readonly number[], { length, cost, jump, minimumSize }: Segmentable): number[] {
    const exact: number[] = [];
    changes.forEach((change, index) => {
        const start = exact[index - 1] ?? 0;
        const end = changes[index + 1] ?? length;
        let best = change;
        let least = Infinity;
        const last = Math.min(end - minimumSize, change + jump - 1);
        for (let place = Math.max(start + minimumSize, change - jump + 1); place <= last; place++) {
            const total = cost(start, place) + cost(place, end);
            if (total < least) {
                least = total;
                best = place;
            }
        }
        exact.push(best);
    });
    return exact;
}

/**
 * How well models of different kinds explain the same series: twice Schwarz's penalty beside the likelihood of the residuals, taken for
 * an autoregression of first order.
 */
function criterion({ costs, changes }: Segmentation): number {
    return costs.reduce((sum, cost) => {
        const { variance, correlation } = lagOne(residualsOf(cost, changes));
        const innovation = Math.max(variance * (1 - correlation * correlation), Number.MIN_VALUE);
        const parameters = cost.parameters * (changes.length + 1) + changes.length;
        return sum + cost.length * Math.log(innovation) + 2 * parameters * Math.log(cost.length);
    }, 0);
}
