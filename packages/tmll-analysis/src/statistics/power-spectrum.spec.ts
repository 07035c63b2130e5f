import { PowerSpectrum } from './power-spectrum';
import { SeededRandom } from './seeded-random';

function powerOf(values: ArrayLike<number>, length = values.length): Float64Array {
    const spectrum = new PowerSpectrum(length);
    const power = new Float64Array(spectrum.bins);
    spectrum.addTo(power, Float64Array.from(values));
    return power;
}

describe('PowerSpectrum', () => {
    it('equals the squared magnitudes of numpy.fft.rfft', () => {
        const expected = [196, 22.82842712474619, 4, 17.17157287525381, 100];
        powerOf([1, 2, -1, 3, 0, 5, 2, 2]).forEach((value, k) => expect(value).toBeCloseTo(expected[k], 11));
    });

    it('fills up with zeros to a power of two', () => {
        expect(powerOf([1, 2, -1, 3, 5])).toEqual(powerOf([1, 2, -1, 3, 5, 0, 0, 0]));
        expect(new PowerSpectrum(1).size).toBe(2);
        expect(new PowerSpectrum(1025).size).toBe(2048);
    });

    it('gives the lagged products of values followed by zeros', () => {
        const random = new SeededRandom(1);
        const values = Float64Array.from({ length: 50 }, () => random.gaussian());
        const products = new PowerSpectrum(100).laggedProducts(powerOf(values, 100));
        for (let lag = 0; lag < 50; lag++) {
            const sum = values.subarray(lag).reduce((total, value, t) => total + value * values[t], 0);
            expect(products[lag]).toBeCloseTo(sum, 10);
        }
    });
});
