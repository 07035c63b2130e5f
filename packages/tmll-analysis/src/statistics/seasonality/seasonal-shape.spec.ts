import { seasonalShape } from './seasonal-shape';
import { SHAPES, wave } from './test-support/waves';

describe('seasonalShape', () => {
    const square = Array.from({ length: 20 }, (_, phase) => SHAPES.square(phase / 20) - 0.25);

    it('is what repeats, on a line, despite anomalies and missing values', () => {
        const values = Float64Array.from({ length: 400 }, (_, t) => 100 + 0.1 * t + 6 * (square[t % 20] + 0.25));
        values[55] = 900;
        values[177] = NaN;
        const { shape, cycles } = seasonalShape(values, 20) ?? { shape: new Float64Array(0) };
        expect(cycles).toBe(19);
        square.forEach((value, phase) => expect(Math.abs(shape[phase] - 6 * value)).toBeLessThan(1e-9));
    });

    it('comes near it in noise', () => {
        const { shape } = seasonalShape(wave('square', 20, 4000, 6, 5), 20) ?? { shape: new Float64Array(0) };
        square.forEach((value, phase) => expect(Math.abs(shape[phase] - 6 * value)).toBeLessThan(0.4));
    });

    it('keeps its phase when the first values are missing', () => {
        const values = wave('impulse', 10, 300, 50, 6).fill(NaN, 0, 13);
        const { shape } = seasonalShape(values, 10) ?? { shape: new Float64Array(0) };
        expect(shape.indexOf(Math.max(...shape))).toBe(0);
    });

    it('knows nothing of a phase without values', () => {
        const values = wave('square', 10, 300, 6, 7).map((value, t) => (t % 10 === 4 ? NaN : value));
        const { shape } = seasonalShape(values, 10) ?? { shape: new Float64Array(0) };
        expect([...shape.keys()].filter(phase => Number.isNaN(shape[phase]))).toEqual([4]);
    });

    it('has no answer for fewer than three cycles, or without values', () => {
        expect(seasonalShape(wave('square', 10, 29, 6, 7), 10)).toBeUndefined();
        expect(seasonalShape(new Float64Array(100).fill(NaN), 10)).toBeUndefined();
    });
});
