// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a class, not an object
import FFT = require('fft.js');

/**
 * How strongly a stretch of a series swings at each frequency: the magnitudes of the discrete Fourier transform of its
 * deviations from their mean, weighted by Hann's window, which fades in and out so that the ends do not count as a jump.
 */
export class HannSpectrum {
    /** Number of frequencies; the k-th, from 0 on, has (k + 1)/`size` swings per point. The mean is not among them. */
    readonly bins: number;
    private readonly weights: Float64Array;
    private readonly input: Float64Array;
    private readonly output: Float64Array;
    private readonly transform: FFT;

    /** @param length number of points in a stretch, from 4 on */
    constructor(readonly length: number) {
        const size = 2 ** Math.ceil(Math.log2(length));
        this.bins = size / 2;
        this.weights = Float64Array.from({ length }, (_, index) => Math.sin((Math.PI * (index + 0.5)) / length) ** 2);
        this.transform = new FFT(size);
        // What a stretch lacks to a power of two stays 0.
        this.input = new Float64Array(size);
        this.output = new Float64Array(2 * size);
    }

    /**
     * The magnitudes of a stretch, scaled so that a sine of amplitude 1 has about 1 at its frequency.
     * @param start index of the stretch's first value; none of its values is missing
     * @param into where they are put, `bins` from `offset` on
     */
    magnitudes(values: Float64Array, start: number, into: Float32Array, offset: number): void {
        const { length, bins, weights, input, output } = this;
        let sum = 0;
        for (let index = 0; index < length; index++) {
            sum += values[start + index];
        }
        const mean = sum / length;
        for (let index = 0; index < length; index++) {
            input[index] = (values[start + index] - mean) * weights[index];
        }
        this.transform.realTransform(output, input);
        for (let bin = 0; bin < bins; bin++) {
            const real = output[2 * bin + 2];
            const imaginary = output[2 * bin + 3];
            into[offset + bin] = (4 / length) * Math.sqrt(real * real + imaginary * imaginary);
        }
    }
}
