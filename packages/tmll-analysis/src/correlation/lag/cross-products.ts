// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a class, not an object
import FFT = require('fft.js');

/** Two real arrays as the real and the imaginary part of one, transformed together. */
export type SpectrumPair = Float64Array;

/** The tables of a transform take longer than the transform; one length after the other is rare. */
let fourier: FFT | undefined;

/**
 * Sums of lagged products Σₜ aₜ·bₜ₊ₖ for all lags k from −most to most, by Fourier transforms: in n·log n, whatever the number
 * of lags.
 */
export class CrossProducts {
    private readonly fourier: FFT;
    private readonly size: number;

    /** @param length of the arrays @param most greatest lag */
    constructor(
        private readonly length: number,
        private readonly most: number
    ) {
        this.size = 2 ** Math.ceil(Math.log2(Math.max(2, length + most)));
        fourier = fourier?.size === this.size ? fourier : new FFT(this.size);
        this.fourier = fourier;
    }

    /** Both arrays have values everywhere. */
    transform(first: Float64Array, second: Float64Array): SpectrumPair {
        const input = new Float64Array(2 * this.size);
        for (let index = 0; index < this.length; index++) {
            input[2 * index] = first[index];
            input[2 * index + 1] = second[index];
        }
        const output = new Float64Array(2 * this.size);
        this.fourier.transform(output, input);
        return output;
    }

    /** The power spectra of both arrays, from frequency 0 to half a swing a point. */
    powers(pair: SpectrumPair): readonly [Float64Array, Float64Array] {
        const bins = this.size / 2 + 1;
        const powers = [new Float64Array(bins), new Float64Array(bins)] as const;
        for (let k = 0; k < bins; k++) {
            const mirror = (this.size - k) & (this.size - 1);
            const [re, im, mirrorRe, mirrorIm] = [pair[2 * k], pair[2 * k + 1], pair[2 * mirror], pair[2 * mirror + 1]];
            powers[0][k] = ((re + mirrorRe) ** 2 + (im - mirrorIm) ** 2) / 4;
            powers[1][k] = ((re - mirrorRe) ** 2 + (im + mirrorIm) ** 2) / 4;
        }
        return powers;
    }

    /**
     * The sums of one array of a pair with one array of another: at index k + most that of lag k.
     * @param a the pair of the array that stays @param b that of the array that is `k` later
     */
    products(a: SpectrumPair, aPart: 'first' | 'second', b: SpectrumPair, bPart: 'first' | 'second'): Float64Array {
        const { size, most } = this;
        const product = new Float64Array(2 * size);
        for (let k = 0; k < size; k++) {
            const mirror = (size - k) & (size - 1);
            // Of z = x + i·y the transforms are X = (Z(k) + Z*(−k)) / 2 and Y = (Z(k) − Z*(−k)) / 2i.
            const sa = aPart === 'first' ? 1 : -1;
            const sb = bPart === 'first' ? 1 : -1;
            let ar = (a[2 * k] + sa * a[2 * mirror]) / 2;
            let ai = (a[2 * k + 1] - sa * a[2 * mirror + 1]) / 2;
            if (sa < 0) {
                [ar, ai] = [ai, -ar];
            }
            let br = (b[2 * k] + sb * b[2 * mirror]) / 2;
            let bi = (b[2 * k + 1] - sb * b[2 * mirror + 1]) / 2;
            if (sb < 0) {
                [br, bi] = [bi, -br];
            }
            product[2 * k] = ar * br + ai * bi;
            product[2 * k + 1] = ar * bi - ai * br;
        }
        const output = new Float64Array(2 * size);
        this.fourier.inverseTransform(output, product);
        return Float64Array.from({ length: 2 * most + 1 }, (_, index) => output[2 * ((index - most + size) % size)]);
    }
}
