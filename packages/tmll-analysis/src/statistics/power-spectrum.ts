// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a class, not an object
import FFT = require('fft.js');

/** Power spectra of stretches of a length, and the sums of lagged products that follow from them. */
export class PowerSpectrum {
    /** Frequencies of the spectrum: the k-th, from 0 on, has k/`size` swings a point. */
    readonly bins: number;
    /** Points of a stretch with the zeros that follow it: a power of two. */
    readonly size: number;
    private readonly fourier: FFT;
    private readonly input: Float64Array;
    private readonly output: Float64Array;

    /** @param length least number of points, the stretch and zeros together */
    constructor(length: number) {
        this.size = 2 ** Math.ceil(Math.log2(Math.max(2, length)));
        this.bins = this.size / 2 + 1;
        this.fourier = new FFT(this.size);
        this.input = new Float64Array(this.size);
        this.output = new Float64Array(2 * this.size);
    }

    /**
     * Adds |Σₜ xₜ·exp(−2πi·kt/size)|² to each frequency.
     * @param values at most `size`, none missing
     * @param into as many as `bins`
     */
    addTo(into: Float64Array, values: Float64Array): void {
        const { fourier, input, output } = this;
        input.fill(0).set(values);
        fourier.realTransform(output, input);
        for (let k = 0; k < this.bins; k++) {
            into[k] += output[2 * k] * output[2 * k] + output[2 * k + 1] * output[2 * k + 1];
        }
    }

    /** Σₜ xₜ·xₜ₊ₗ for lags l from 0 to size/2, where `size` holds the values and as many zeros as the greatest lag. */
    laggedProducts(power: Float64Array): Float64Array {
        const { fourier, input, output, size } = this;
        // The spectrum of real values is the same from both ends.
        input.set(power);
        input.set(power.slice(1, -1).reverse(), this.bins);
        fourier.realTransform(output, input);
        return Float64Array.from(power, (_, lag) => output[2 * lag] / size);
    }
}
