import { betaTail } from '../beta-distribution';
import { PowerSpectrum } from '../power-spectrum';

/** What a period explains of a series. */
export interface Seasonality {
    readonly period: number;
    /** Variance of the part that repeats, in the squared unit of the values, corrected for what chance would repeat. */
    readonly variance: number;
    /** The same as a share of the variance that is left without the trend; from 0 (or slightly below) to 1. */
    readonly strength: number;
    /**
     * Probability that the cycles line up as well when each is turned by a random shift. Waves that come and go by chance,
     * as in a random walk, do not line up.
     */
    readonly p: number;
    /** Number of whole cycles compared, and of those among them that resemble the mean of the others. */
    readonly cycles: number;
    readonly agreeing: number;
}

/**
 * Compares the cycles of a period, each without the trend, with their mean.
 *
 * With c cycles of mean square 1, the mean square of their mean is R². When each is turned by an independent random shift,
 * its expectation is 1/c and its variance 2(c − 1)/c³ · Σₖ Sₖ², S being the mean spectrum of the cycles that adds up to 1;
 * the distribution is taken for the beta distribution that has these.
 *
 * @param values without missing ones
 * @returns undefined when there are fewer than three whole cycles besides one for the trend, or no variance
 */
export function seasonalityOf(values: Float64Array, period: number): Seasonality | undefined {
    const detrended = withoutTrend(values, period);
    const count = Math.floor(detrended.length / period);
    if (count < 3) {
        return undefined;
    }
    // The latest cycles, centred: a part of a cycle at the start is left over.
    const cycles = Array.from({ length: count }, (_, index) => {
        const start = detrended.length - (count - index) * period;
        return centered(detrended.subarray(start, start + period));
    });
    const square = cycles.reduce((sum, cycle) => sum + meanSquare(cycle), 0) / count;
    if (!(square > 0)) {
        return undefined;
    }
    const shape = new Float64Array(period);
    cycles.forEach(cycle => cycle.forEach((value, phase) => (shape[phase] += value / count)));
    const aligned = meanSquare(shape) / square;
    const byChance = 1 / count;
    const strength = (aligned - byChance) / (1 - byChance);
    const a = 1 / (2 * concentration(cycles, square)) - byChance;
    return {
        period,
        variance: strength * square,
        strength,
        p: betaTail(aligned, a, a * (count - 1)),
        cycles: count,
        agreeing: cycles.filter(cycle => product(cycle, shape) > product(cycle, cycle) / count).length
    };
}

/**
 * The values less their moving average over a period, which keeps no wave of it. The first one belongs to the value at half
 * a period: both ends are missing that much.
 */
export function withoutTrend(values: Float64Array, period: number): Float64Array {
    const before = period >> 1;
    const length = Math.max(0, values.length - 2 * before);
    const sums = new Float64Array(values.length + 1);
    values.forEach((value, index) => (sums[index + 1] = sums[index] + value));
    // An even period has its middle between two points: the average of both windows is centred.
    const shift = period % 2 === 0 ? 1 : 0;
    return Float64Array.from({ length }, (_, index) => {
        const left = sums[index + period] - sums[index];
        const right = sums[index + shift + period] - sums[index + shift];
        return values[index + before] - (left + right) / (2 * period);
    });
}

/** Σₖ Sₖ² over the spectrum of the cycles, by Parseval's theorem from their mean circular autocorrelation. */
function concentration(cycles: readonly Float64Array[], square: number): number {
    const period = cycles[0].length;
    const spectrum = new PowerSpectrum(2 * period);
    const power = new Float64Array(spectrum.bins);
    cycles.forEach(cycle => spectrum.addTo(power, cycle));
    const products = spectrum.laggedProducts(power);
    const total = cycles.length * period * square;
    let sum = 0;
    for (let lag = 0; lag < period; lag++) {
        const circular = products[lag] + (lag === 0 ? 0 : products[period - lag]);
        sum += (circular / total) ** 2;
    }
    return sum / period;
}

function centered(values: Float64Array): Float64Array {
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map(value => value - middle);
}

function meanSquare(values: Float64Array): number {
    return product(values, values) / values.length;
}

function product(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < a.length; index++) {
        sum += a[index] * b[index];
    }
    return sum;
}
