import { ObservedSeries, Scale } from './observed-series';

/** What the points of two series are worth when it is asked whether they move together. */
export interface EffectiveSize {
    /** So many independent pairs of points, at most as many as there are points. */
    readonly size: number;
    /** Degrees of freedom of Student's t for the coefficient's standard score; at most `size` − 2. */
    readonly freedom: number;
}

/**
 * How many independent pairs of points the points of two series are worth. A series that moves slowly repeats itself from
 * point to point, so that a coefficient far from 0 happens by chance much more often than with independent points.
 *
 * The variance of a coefficient of unrelated series is Σ ρ₁(j)·ρ₂(j) / n over the lags j (Bartlett, "Some aspects of the
 * time-correlation problem", 1935; Clifford, Richardson and Hémon, "Assessing the significance of the correlation between two
 * spatial processes", 1989). The sum takes all lags with the sample autocorrelations that are divided by n: by Parseval it is
 * that of the products w of the spectra, never negative, and the variance over series of the same spectra with random
 * phases. So trends and random walks are worth a handful of points.
 *
 * Where few frequencies make up that sum, as in trends and waves, the variance is no surer than they are many: the degrees
 * of freedom are twice their number (Σw)²/Σw² (Satterthwaite, 1946).
 *
 * @param first and `second`: share their times
 * @param points places where both have a value
 */
export function effectiveSize(
    first: ObservedSeries,
    second: ObservedSeries,
    scale: Scale,
    points: number
): EffectiveSize {
    return sizeBySpectra(first.spectrum(scale), second.spectrum(scale), first.values.length, points);
}

/**
 * `effectiveSize` by the power spectra of series whose squares add up to 1.
 * @param x and `y`: from frequency 0 to half a swing a point; zeros behind the values make them denser
 * @param length of the series
 */
export function sizeBySpectra(x: Float64Array, y: Float64Array, length: number, points: number): EffectiveSize {
    const last = x.length - 1;
    // Frequencies between the first and the last stand for two, as the spectrum of real values is the same from both ends.
    let sum = -(x[0] * y[0] + x[last] * y[last]);
    let squares = -((x[0] * y[0]) ** 2 + (x[last] * y[last]) ** 2);
    for (let k = 0; k <= last; k++) {
        const weight = x[k] * y[k];
        sum += 2 * weight;
        squares += 2 * weight * weight;
    }
    const size = Math.min(points, length / Math.max(1, sum / (2 * last)));
    // Zeros behind the values make the frequencies denser than they can be told apart.
    const frequencies = (sum * sum * length) / (squares * 2 * last);
    return { size, freedom: Math.min(size - 2, 2 * frequencies) };
}
