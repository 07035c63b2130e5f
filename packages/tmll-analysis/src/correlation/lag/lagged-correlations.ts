import { moments } from '../../statistics/moments';
import { EffectiveSize, sizeBySpectra } from '../effective-size';
import { CrossProducts } from './cross-products';

/** Pearson's coefficients of two series shifted against each other, at index k + most for lag k. */
export interface LaggedCorrelations {
    /** 0 where a series is constant in what overlaps, or fewer than 3 pairs of points do. */
    readonly coefficients: Float64Array;
    /** Number of pairs of points where both have a value. */
    readonly points: Float64Array;
    /** What the points of lag 0 are worth (`effectiveSize`); as if the series repeated after the greatest lag and their length. */
    readonly worth: EffectiveSize;
}

/** What the sums are made of at each lag; the arrays are as long as there are lags. */
interface LaggedSums {
    readonly points: Float64Array;
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly xx: Float64Array;
    readonly yy: Float64Array;
    readonly xy: Float64Array;
    /** Power spectra of both. */
    readonly spectra: readonly [Float64Array, Float64Array];
}

/** A share of the variance that may as well be rounding. */
const ROUNDING = 1e-11;

/**
 * Pearson's coefficient at every lag k from −most to most: of first[t] and second[t + k], each over the pairs of points where
 * both have a value, with their own means. At k > 0 the first series leads. By Fourier transforms; equal to `pearsonr` of scipy
 * on the shifted series.
 *
 * @param most at least 0 and below the number of points
 */
export function laggedCorrelations(first: Float64Array, second: Float64Array, most: number): LaggedCorrelations {
    const x = standardized(first);
    const y = standardized(second);
    const isComplete = x.isComplete && y.isComplete;
    const sums = isComplete ? completeSums(x.values, y.values, most) : maskedSums(x, y, most);
    const coefficients = sums.points.map((count, index) => {
        const varianceX = sums.xx[index] - (sums.x[index] * sums.x[index]) / count;
        const varianceY = sums.yy[index] - (sums.y[index] * sums.y[index]) / count;
        const covariance = sums.xy[index] - (sums.x[index] * sums.y[index]) / count;
        return count < 3 || varianceX < ROUNDING || varianceY < ROUNDING
            ? 0
            : Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
    });
    const worth = sizeBySpectra(...sums.spectra, first.length, sums.points[most]);
    return { coefficients, points: sums.points, worth };
}

interface Standardized {
    /** 0 where there is no value. */
    readonly values: Float64Array;
    /** 1 where there is a value, 0 elsewhere. */
    readonly mask: Float64Array;
    readonly isComplete: boolean;
}

function standardized(values: Float64Array): Standardized {
    const { mean, squares, count } = moments(values);
    const norm = Math.sqrt(squares) || 1;
    return {
        values: values.map(value => (Number.isFinite(value) ? (value - mean) / norm : 0)),
        mask: values.map(value => (Number.isFinite(value) ? 1 : 0)),
        isComplete: count === values.length
    };
}

/** What overlaps is the beginning of one series and the end of the other: running sums tell the rest. */
function completeSums(x: Float64Array, y: Float64Array, most: number): LaggedSums {
    const { length } = x;
    const cross = new CrossProducts(length, most);
    const pair = cross.transform(x, y);
    const running = [x, x.map(square), y, y.map(square)].map(runningSums);
    const sums = ([part, isFirst]: readonly [Float64Array, boolean]): Float64Array =>
        Float64Array.from({ length: 2 * most + 1 }, (_, index) => {
            const lag = index - most;
            const skipped = Math.max(0, isFirst ? -lag : lag);
            return part[skipped + length - Math.abs(lag)] - part[skipped];
        });
    const [sumX, sumXx, sumY, sumYy] = running;
    return {
        points: Float64Array.from({ length: 2 * most + 1 }, (_, index) => length - Math.abs(index - most)),
        x: sums([sumX, true]),
        xx: sums([sumXx, true]),
        y: sums([sumY, false]),
        yy: sums([sumYy, false]),
        xy: cross.products(pair, 'first', pair, 'second'),
        spectra: cross.powers(pair)
    };
}

function maskedSums(x: Standardized, y: Standardized, most: number): LaggedSums {
    const cross = new CrossProducts(x.values.length, most);
    const values = cross.transform(x.values, y.values);
    const squares = cross.transform(x.values.map(square), y.values.map(square));
    const masks = cross.transform(x.mask, y.mask);
    return {
        points: cross.products(masks, 'first', masks, 'second').map(Math.round),
        x: cross.products(values, 'first', masks, 'second'),
        xx: cross.products(squares, 'first', masks, 'second'),
        y: cross.products(masks, 'first', values, 'second'),
        yy: cross.products(masks, 'first', squares, 'second'),
        xy: cross.products(values, 'first', values, 'second'),
        spectra: cross.powers(values)
    };
}

/** At index i the sum of the first i values. */
function runningSums(values: Float64Array): Float64Array {
    const sums = new Float64Array(values.length + 1);
    for (let index = 0; index < values.length; index++) {
        sums[index + 1] = sums[index] + values[index];
    }
    return sums;
}

function square(value: number): number {
    return value * value;
}
