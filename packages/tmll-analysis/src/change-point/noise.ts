import { variance } from '../statistics/moments';
import { selectQuantile } from '../statistics/quantile';
import { SegmentCost } from './cost/segment-cost';

/** A correlation of neighbours from here on is that of a drift or a wave, not of noise. */
const DRIFTING = 0.9;
/** Variance of the noise of a drifting series, as a multiple of that of all values, per parameter of the model. */
const DRIFT_NOISE = 2;
const MOST_CORRELATED = 0.99;
/** Differences farther beyond the quartiles than so many interquartile ranges are outlying. */
const OUTLYING = 2.5;
/** More of them than this share are no changes, but noise that jumps. */
const RARE = 0.05;
/** Relative to the variance of all values, less noise than this comes from rounding. */
const LEAST_NOISE = 1e-8;

/**
 * What the noise adds to the cost of a stretch by chance, as a multiple of what white noise of variance 1 adds: its variance
 * (for squared costs) times (1 + ρ)/(1 − ρ), ρ being the correlation of neighbours. Sums of autocorrelated values scatter so much more than
 * those of independent ones, and a penalty that does not know it finds changes wherever the noise wanders.
 */
export type Noise = number;

/**
 * The noise before any change is known. Changes hardly touch differences between neighbours, so variance and correlation
 * come from them: of values that follow x_t = ρ·x_{t−1} + ε, differences over two steps have 1 + ρ times the variance of those over
 * one. Outlying differences, where they are rare, count as not so far out. Where ρ comes out near 1 or above, the series drifts or swings smoothly
 * and nothing tells noise from signal; then it is taken for twice the variance of all values (once, for straight lines),
 * so that only changes that explain a good part of the whole are found at first.
 */
export function noiseOf(values: Float64Array, cost: SegmentCost): Noise {
    const whole = cost.isSquared ? cost.of(0, cost.length) / cost.length : 1;
    const one = differenceVariance(values, 1);
    const correlation = Math.max(0, differenceVariance(values, 2) / one - 1);
    if (!(correlation < DRIFTING)) {
        return (whole * DRIFT_NOISE) / (cost.isSquared ? cost.parameters : 1);
    }
    const inflation = (1 + correlation) / (1 - correlation);
    return cost.isSquared ? Math.max(LEAST_NOISE * whole, (inflation * one) / (2 * (1 - correlation))) : inflation;
}

/** The noise of what the segments leave. */
export function noiseOfResiduals(residuals: Float64Array, cost: SegmentCost): Noise {
    const { variance: squares, correlation } = lagOne(residuals);
    const inflation = (1 + correlation) / (1 - correlation);
    const whole = cost.of(0, cost.length) / cost.length;
    return cost.isSquared ? Math.max(LEAST_NOISE * whole, squares * inflation) : inflation;
}

/** Mean square of values about 0, and the correlation of neighbours from 0 to 0.99. */
export function lagOne(residuals: Float64Array): { readonly variance: number; readonly correlation: number } {
    let squares = 0;
    let products = 0;
    for (let index = 0; index < residuals.length; index++) {
        squares += residuals[index] * residuals[index];
        products += index === 0 ? 0 : residuals[index] * residuals[index - 1];
    }
    const correlation = squares > 0 ? products / squares : 0;
    return {
        variance: squares / residuals.length,
        correlation: Math.min(MOST_CORRELATED, Math.max(0, correlation))
    };
}

/** Of the differences over so many steps, rare outlying ones brought near the others: changes and spikes. */
function differenceVariance(values: Float64Array, step: number): number {
    const differences = new Float64Array(Math.max(0, values.length - step));
    for (let index = 0; index < differences.length; index++) {
        differences[index] = values[index + step] - values[index];
    }
    const sample = differences.slice();
    const low = selectQuantile(sample, 0.25);
    const high = selectQuantile(sample, 0.75, 0.25);
    const reach = high > low ? OUTLYING * (high - low) : Infinity;
    const outlying = differences.reduce((sum, each) => sum + (each > high + reach || each < low - reach ? 1 : 0), 0);
    return outlying > RARE * differences.length
        ? variance(differences, 'population')
        : variance(
              differences.map(each => Math.min(high + reach, Math.max(low - reach, each))),
              'population'
          );
}
