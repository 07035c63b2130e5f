/** The smallest power of two that is not below. */
export function powerOfTwoFrom(length: number): number {
    return 2 ** Math.ceil(Math.log2(Math.max(1, length)));
}

/** Discrete Fourier transforms of a size, by the algorithm of Cooley and Tukey (1965). */
export class FourierTransform {
    private readonly cosines: Float64Array;
    private readonly sines: Float64Array;

    /** @throws RangeError when the size is no power of two */
    constructor(readonly size: number) {
        if (!Number.isSafeInteger(size) || powerOfTwoFrom(size) !== size) {
            throw new RangeError(`A Fourier transform has a power of two for its size, not ${size}.`);
        }
        this.cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
        this.sines = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    }

    /**
     * Σₜ xₜ·exp(−2πi·kt/size) for each k, in place.
     *
     * @param real part of the numbers, as many as the size
     * @param imaginary part of them, as many
     */
    transform(real: Float64Array, imaginary: Float64Array): void {
        const { size, cosines, sines } = this;
        reverseBits(size, real, imaginary);
        for (let half = 1; half < size; half *= 2) {
            const stride = size / (2 * half);
            for (let start = 0; start < size; start += 2 * half) {
                for (let k = 0; k < half; k++) {
                    const even = start + k;
                    const odd = even + half;
                    const cosine = cosines[k * stride];
                    const sine = sines[k * stride];
                    const re = real[odd] * cosine - imaginary[odd] * sine;
                    const im = real[odd] * sine + imaginary[odd] * cosine;
                    real[odd] = real[even] - re;
                    imaginary[odd] = imaginary[even] - im;
                    real[even] += re;
                    imaginary[even] += im;
                }
            }
        }
    }
}

/** Puts each number where the bits of its index, read from the other end, say. */
function reverseBits(size: number, real: Float64Array, imaginary: Float64Array): void {
    for (let index = 1, reversed = 0; index < size; index++) {
        let bit = size >> 1;
        for (; reversed & bit; bit >>= 1) {
            reversed ^= bit;
        }
        reversed ^= bit;
        if (index < reversed) {
            const re = real[index];
            const im = imaginary[index];
            real[index] = real[reversed];
            imaginary[index] = imaginary[reversed];
            real[reversed] = re;
            imaginary[reversed] = im;
        }
    }
}
