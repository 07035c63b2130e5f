import { bridgeGaps } from '../../statistics/bridge-gaps';
import { finiteValues } from '../../statistics/finite-values';
import { moments } from '../../statistics/moments';
import { quantile } from '../../statistics/quantile';

/** Most values before a point that its expectation is made of, whatever the length. */
const MOST_ORDER = 40;

/** Robust standard deviations that a whitened value is at most from the median. */
const FARTHEST = 6;

/** A series with fewer values that matter, (Σx²)²/Σx⁴, tells nothing. */
const FEWEST_THAT_MATTER = 4;

/** Two series after the same filter, without their first `order` points, which have too few before them. */
export interface WhitenedPair {
    /** NaN where the series has no value. */
    readonly first: Float64Array;
    readonly second: Float64Array;
    /** Number of values before a point that the filter weighs. */
    readonly order: number;
}

/**
 * Takes out of two series what their own past tells: both pass the same autoregressive filter, so that a lag between them stays as
 * it is while each becomes nearly white noise, which a chance correlation at some lag cannot hide in (Box and Jenkins, "Time
 * series analysis", 1970). The filter is that of the mean of both autocorrelations, by Levinson's recursion, its order by Akaike's
 * criterion; so exchanging the series changes nothing.
 *
 * What is left is held to six robust standard deviations: two series that each jump a few times agree at some lag for sure, and no
 * number of points between makes that more than chance. A series that does little but jump once or twice is left at its mean.
 */
export function whitenPair(first: Float64Array, second: Float64Array): WhitenedPair {
    const x = bridgeGaps(first);
    const y = bridgeGaps(second);
    const most = Math.max(0, Math.min(MOST_ORDER, Math.floor(10 * Math.log10(x.length)), (x.length >> 2) - 1));
    const [ofX, ofY] = [x, y].map(values => firstAutocorrelations(values, most));
    const weights = autoregression(
        ofX.map((value, lag) => (value + ofY[lag]) / 2),
        x.length
    );
    return {
        first: tamed(filtered(first, x, weights)),
        second: tamed(filtered(second, y, weights)),
        order: weights.length
    };
}

function firstAutocorrelations(values: Float64Array, most: number): Float64Array {
    const { mean, squares } = moments(values);
    const deviations = values.map(value => value - mean);
    return Float64Array.from({ length: most + 1 }, (_, lag) => {
        let sum = 0;
        for (let index = lag; index < deviations.length; index++) {
            sum += deviations[index] * deviations[index - lag];
        }
        return squares > 0 ? sum / squares : Number(lag === 0);
    });
}

/** The weights of the values before, the latest first, of the order with the least Akaike's criterion. */
function autoregression(autocorrelations: Float64Array, length: number): Float64Array {
    let weights = new Float64Array(0);
    let error = autocorrelations[0];
    let best = { weights, criterion: length * Math.log(error) };
    for (let order = 1; order < autocorrelations.length && error > Number.EPSILON; order++) {
        let reflection = autocorrelations[order];
        for (let index = 0; index < order - 1; index++) {
            reflection -= weights[index] * autocorrelations[order - 1 - index];
        }
        reflection /= error;
        const before = weights;
        weights = Float64Array.from({ length: order }, (_, index) =>
            index === order - 1 ? reflection : before[index] - reflection * before[order - 2 - index]
        );
        error *= 1 - reflection * reflection;
        const criterion = length * Math.log(error) + 2 * order;
        best = criterion < best.criterion ? { weights, criterion } : best;
    }
    return best.weights;
}

function filtered(original: Float64Array, values: Float64Array, weights: Float64Array): Float64Array {
    const order = weights.length;
    const result = original.slice(order);
    for (let index = order; index < values.length; index++) {
        for (let back = 1; back <= order; back++) {
            result[index - order] -= weights[back - 1] * values[index - back];
        }
    }
    return result;
}

function tamed(values: Float64Array): Float64Array {
    const present = finiteValues(values);
    const median = present.length === 0 ? NaN : quantile(present, 0.5);
    const distances = present.map(value => Math.abs(value - median));
    const greatest = distances.reduce((most, distance) => Math.max(most, distance), 0);
    // Most values of a series that rests are exactly the median; they do not say how far the others usually are.
    const moving = distances.filter(distance => distance > 1e-9 * greatest);
    const limit = moving.length === 0 ? 0 : FARTHEST * 1.4826 * quantile(moving, 0.5);
    let squares = 0;
    let fourths = 0;
    for (const distance of distances) {
        squares += distance ** 2;
        fourths += distance ** 4;
    }
    const matter = fourths > 0 ? squares ** 2 / fourths : 0;
    return matter < FEWEST_THAT_MATTER
        ? values.map(value => (Number.isFinite(value) ? median : NaN))
        : values.map(value => Math.max(median - limit, Math.min(median + limit, value)));
}
