// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a class, not an object
import FFT = require('fft.js');

/** Width of the average that is taken off the logarithmic spectrum. */
const SMOOTHING = 3;

/** Relative to what they were computed from, magnitudes below this come from rounding. */
const ROUNDING = 1e-12;

/**
 * How salient each value is by its spectral residual (Hou and Zhang 2007, for series Ren et al., "Time-Series Anomaly
 * Detection Service at Microsoft", KDD 2019): with the Fourier transform F of a stretch, the magnitudes of the inverse
 * transform of F·exp(−A), A being the logarithm of |F| averaged over three neighbouring frequencies. What the spectrum
 * shows as regular is levelled out; what is singular in time remains.
 *
 * The series is taken in stretches of the window's length that overlap by half, and of each the middle half is kept, so
 * that ends count as little as may be; beyond its own ends the series is continued by its image in them, so that level and
 * slope go on.
 * @param values none missing
 * @param window a power of two from 8 on, no more than there are values
 */
export function saliencyMap(values: Float64Array, window: number): Float64Array {
    const result = new Float64Array(values.length);
    const stretch = new Stretch(window);
    const margin = window / 4;
    for (let start = 0; start < values.length; start += window / 2) {
        const saliency = stretch.saliency(place => continued(values, start - margin + place));
        const count = Math.min(window / 2, values.length - start);
        for (let place = 0; place < count; place++) {
            result[start + place] = saliency(margin + place);
        }
    }
    return result;
}

/** The value at an index, which may lie up to the series' length beyond its ends. */
function continued(values: Float64Array, index: number): number {
    const last = values.length - 1;
    if (index < 0) {
        return 2 * values[0] - values[-index];
    }
    return index > last ? 2 * values[last] - values[2 * last - index] : values[index];
}

/** The saliency of one stretch after the other. */
class Stretch {
    private readonly transform: FFT;
    private readonly input: Float64Array;
    private readonly spectrum: Float64Array;
    private readonly output: Float64Array;
    private readonly logarithms: Float64Array;

    constructor(private readonly length: number) {
        this.transform = new FFT(length);
        this.input = new Float64Array(length);
        this.spectrum = new Float64Array(2 * length);
        this.output = new Float64Array(2 * length);
        this.logarithms = new Float64Array(length);
    }

    /**
     * Computes the saliency of a stretch's values.
     * @returns that of the value at a place, until the next call
     */
    saliency(valueAt: (place: number) => number): (place: number) => number {
        const { length, transform, input, spectrum, output } = this;
        let sum = 0;
        let size = 0;
        for (let place = 0; place < length; place++) {
            const value = valueAt(place);
            input[place] = value;
            sum += value;
            size += Math.abs(value);
        }
        for (let place = 0; place < length; place++) {
            input[place] -= sum / length;
        }
        transform.realTransform(spectrum, input);
        transform.completeSpectrum(spectrum);
        this.levelOut(size * ROUNDING);
        transform.inverseTransform(output, spectrum);
        return place => magnitude(output, place);
    }

    /**
     * Multiplies the spectrum by exp(−A); the mean, which was taken away, stays away.
     * @param rounding magnitude up to which a stretch counts as constant, which has nothing salient
     */
    private levelOut(rounding: number): void {
        const { length, spectrum, logarithms } = this;
        let greatest = 0;
        for (let k = 1; k < length; k++) {
            logarithms[k] = magnitude(spectrum, k);
            greatest = logarithms[k] > greatest ? logarithms[k] : greatest;
        }
        if (greatest <= rounding) {
            spectrum.fill(0);
            return;
        }
        const least = greatest * ROUNDING;
        for (let k = 1; k < length; k++) {
            logarithms[k] = Math.log(logarithms[k] > least ? logarithms[k] : least);
        }
        logarithms[0] = logarithms[1];
        spectrum[0] = 0;
        spectrum[1] = 0;
        for (let k = 1; k < length; k++) {
            const around = logarithms[k - 1] + logarithms[k] + logarithms[(k + 1) % length];
            const factor = Math.exp(-around / SMOOTHING);
            spectrum[2 * k] *= factor;
            spectrum[2 * k + 1] *= factor;
        }
    }
}

function magnitude(complex: Float64Array, place: number): number {
    const real = complex[2 * place];
    const imaginary = complex[2 * place + 1];
    return Math.sqrt(real * real + imaginary * imaginary);
}
