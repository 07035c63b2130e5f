import { HannSpectrum } from './hann-spectrum';
import { SeededRandom } from './seeded-random';

function spectrumOf(values: Float64Array): Float32Array {
    const spectrum = new HannSpectrum(values.length);
    const magnitudes = new Float32Array(spectrum.bins);
    spectrum.magnitudes(values, 0, magnitudes, 0);
    return magnitudes;
}

/** The definition, term by term. */
function oneByOne(values: Float64Array, bin: number, size: number): number {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    let real = 0;
    let imaginary = 0;
    values.forEach((value, index) => {
        const weighted = (value - mean) * Math.sin((Math.PI * (index + 0.5)) / values.length) ** 2;
        real += weighted * Math.cos((2 * Math.PI * bin * index) / size);
        imaginary -= weighted * Math.sin((2 * Math.PI * bin * index) / size);
    });
    return (4 / values.length) * Math.hypot(real, imaginary);
}

describe('HannSpectrum', () => {
    const random = new SeededRandom(4);

    it.each([4, 16, 48, 64, 100])('equals the definition of the Fourier transform on %d points', length => {
        const values = Float64Array.from({ length }, () => 7 + random.gaussian());
        const size = 2 ** Math.ceil(Math.log2(length));
        const magnitudes = spectrumOf(values);
        expect(magnitudes).toHaveLength(size / 2);
        magnitudes.forEach((magnitude, place) => expect(magnitude).toBeCloseTo(oneByOne(values, place + 1, size), 5));
    });

    it('has about the amplitude of a sine at its frequency', () => {
        const magnitudes = spectrumOf(
            Float64Array.from({ length: 256 }, (_, t) => 40 + 3 * Math.sin((t * Math.PI) / 8))
        );
        expect(magnitudes.indexOf(Math.max(...magnitudes))).toBe(15);
        expect(magnitudes[15]).toBeCloseTo(3, 3);
        expect(magnitudes[100]).toBeCloseTo(0, 3);
    });

    it('is nothing for a constant', () => {
        expect(spectrumOf(new Float64Array(64).fill(0.3)).every(magnitude => magnitude < 1e-15)).toBe(true);
    });

    it('reads the stretch that it is told, and leaves the values as they are', () => {
        const values = Float64Array.from({ length: 96 }, () => random.gaussian());
        const before = values.slice();
        const spectrum = new HannSpectrum(32);
        const into = new Float32Array(3 * spectrum.bins);
        spectrum.magnitudes(values, 40, into, spectrum.bins);
        expect(into.subarray(16, 32)).toEqual(spectrumOf(values.slice(40, 72)));
        expect(into.subarray(0, 16).every(magnitude => magnitude === 0)).toBe(true);
        expect(values).toEqual(before);
    });
});
