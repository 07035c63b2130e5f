import { FourierTransform, powerOfTwoFrom } from './fourier-transform';
import { SeededRandom } from './seeded-random';

describe('FourierTransform', () => {
    it('equals numpy.fft.fft', () => {
        const real = Float64Array.of(1, 2, -1, 3, 0, 5, 2, 2);
        const imaginary = new Float64Array(8);
        new FourierTransform(8).transform(real, imaginary);
        const expected = [
            [14, 0],
            [-1.82842712474619, 4.414213562373095],
            [0, -2],
            [3.82842712474619, -1.585786437626905],
            [-10, 0],
            [3.82842712474619, 1.585786437626905],
            [0, 2],
            [-1.82842712474619, -4.414213562373095]
        ];
        expected.forEach(([re, im], k) => {
            expect(real[k]).toBeCloseTo(re, 12);
            expect(imaginary[k]).toBeCloseTo(im, 12);
        });
    });

    it('equals the sum that defines it, of complex numbers', () => {
        const random = new SeededRandom(1);
        const n = 64;
        const x = Array.from({ length: n }, () => [random.gaussian(), random.gaussian()]);
        const real = Float64Array.from(x, ([re]) => re);
        const imaginary = Float64Array.from(x, ([, im]) => im);
        new FourierTransform(n).transform(real, imaginary);
        for (let k = 0; k < n; k++) {
            const angle = (t: number): number => (-2 * Math.PI * k * t) / n;
            const re = x.reduce((sum, [a, b], t) => sum + a * Math.cos(angle(t)) - b * Math.sin(angle(t)), 0);
            const im = x.reduce((sum, [a, b], t) => sum + a * Math.sin(angle(t)) + b * Math.cos(angle(t)), 0);
            expect(real[k]).toBeCloseTo(re, 10);
            expect(imaginary[k]).toBeCloseTo(im, 10);
        }
    });

    it('leaves a single number as it is', () => {
        const real = Float64Array.of(3);
        new FourierTransform(1).transform(real, Float64Array.of(4));
        expect(real[0]).toBe(3);
    });

    it.each([0, 6, 1.5, NaN])('has no size %d', size => {
        expect(() => new FourierTransform(size)).toThrow(RangeError);
    });
});

describe('powerOfTwoFrom', () => {
    it('is not below', () => {
        expect([0, 1, 2, 3, 1024, 1025].map(powerOfTwoFrom)).toEqual([1, 1, 2, 4, 1024, 2048]);
    });
});
