import { mean } from './moments';
import { PowerSpectrum } from './power-spectrum';

/**
 * The sample autocovariances at lags 0 … most, each sum of products divided by the number of values (the biased
 * estimate, `acovf` of statsmodels by default). By Fourier transforms, so in n·log n.
 *
 * @param values without missing ones
 */
export function autocovariance(values: Float64Array, most: number): Float64Array {
    const spectrum = new PowerSpectrum(Math.max(values.length + most, 2 * most));
    const power = new Float64Array(spectrum.bins);
    const middle = mean(values);
    spectrum.addTo(
        power,
        values.map(value => value - middle)
    );
    const products = spectrum.laggedProducts(power);
    return products.slice(0, most + 1).map(product => product / values.length);
}

/** The autocovariances divided by the first, the variance: 1 at lag 0. NaN for constant values. */
export function autocorrelation(values: Float64Array, most: number): Float64Array {
    const covariances = autocovariance(values, most);
    return covariances.map(covariance => covariance / covariances[0]);
}
