import { FourierTransform, powerOfTwoFrom } from './fourier-transform';
import { mean } from './moments';

/**
 * The sample autocovariances at lags 0 … most, each sum of products divided by the number of values (the biased
 * estimate, `acovf` of statsmodels by default). By Fourier transforms, so in n·log n.
 *
 * @param values without missing ones
 */
export function autocovariance(values: Float64Array, most: number): Float64Array {
    const size = powerOfTwoFrom(values.length + most + 1);
    const fourier = new FourierTransform(size);
    const middle = mean(values);
    const real = new Float64Array(size);
    const imaginary = new Float64Array(size);
    values.forEach((value, index) => (real[index] = value - middle));
    fourier.transform(real, imaginary);
    for (let k = 0; k < size; k++) {
        real[k] = (real[k] * real[k] + imaginary[k] * imaginary[k]) / (size * values.length);
        imaginary[k] = 0;
    }
    // The power is even in k, so that transforming it once more turns it back.
    fourier.transform(real, imaginary);
    return real.slice(0, most + 1);
}

/** The autocovariances divided by the first, the variance: 1 at lag 0. NaN for constant values. */
export function autocorrelation(values: Float64Array, most: number): Float64Array {
    const covariances = autocovariance(values, most);
    return covariances.map(covariance => covariance / covariances[0]);
}
