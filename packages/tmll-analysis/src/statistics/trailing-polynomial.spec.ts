import { linearRegression, linearRegressionLine } from 'simple-statistics';
import { moments, varianceOf } from './moments';
import { SeededRandom } from './seeded-random';
import { Predictions, trailingPolynomial } from './trailing-polynomial';

const predict = (values: ArrayLike<number>, window: number, degree: number, minimumCount = window): Predictions =>
    trailingPolynomial(Float64Array.from(values), { window, degree, minimumCount });

describe('trailingPolynomial', () => {
    const random = new SeededRandom(14);
    const noise = Array.from({ length: 200 }, () => random.gaussian());

    it('of degree 0 is the mean, its error that of a new value from the same distribution', () => {
        const { predicted, error } = predict(noise, 20, 0);
        for (const index of [20, 21, 150, 199]) {
            const window = moments(Float64Array.from(noise.slice(index - 20, index)));
            expect(predicted[index]).toBeCloseTo(window.mean, 12);
            expect(error[index]).toBeCloseTo(Math.sqrt(varianceOf(window, 'sample') * (1 + 1 / 20)), 12);
        }
    });

    it('of degree 1 is the regression line of simple-statistics, with the textbook standard error', () => {
        const { predicted, error } = predict(noise, 15, 1);
        for (const index of [15, 77, 199]) {
            const points = noise.slice(index - 15, index).map((value, place) => [place, value]);
            const line = linearRegressionLine(linearRegression(points));
            expect(predicted[index]).toBeCloseTo(line(15), 10);
            const squares = points.reduce((sum, [x, y]) => sum + (y - line(x)) ** 2, 0);
            const leverage = 1 / 15 + (15 - 7) ** 2 / ((15 * (15 ** 2 - 1)) / 12);
            expect(error[index]).toBeCloseTo(Math.sqrt((squares / 13) * (1 + leverage)), 10);
        }
    });

    it.each([0, 1, 2, 3, 5])('continues a polynomial of degree %d without error', degree => {
        const values = Array.from({ length: 80 }, (_, t) =>
            Array.from({ length: degree + 1 }, (__, k) => (t / 10) ** k).reduce((sum, term) => sum + term, 1e6)
        );
        const { predicted, error } = predict(values, 20, degree);
        for (let index = 20; index < 80; index++) {
            expect(Math.abs(predicted[index] / values[index] - 1)).toBeLessThan(1e-13);
            expect(error[index] / values[index]).toBeLessThan(1e-13);
        }
    });

    it('fits what is there where values are missing', () => {
        const parabola = Array.from({ length: 60 }, (_, t) => (t % 7 === 3 || t === 30 ? NaN : 3 + t - t * t));
        parabola[31] = Infinity;
        const { predicted, error } = predict(parabola, 20, 2, 10);
        for (let index = 20; index < 60; index++) {
            expect(predicted[index]).toBeCloseTo(3 + index - index * index, 8);
            expect(error[index]).toBeLessThan(1e-8);
        }
    });

    it('says nothing before a whole window, nor after too few values', () => {
        const outage = noise.map((value, index) => (index >= 100 && index < 111 ? NaN : value));
        const { predicted } = predict(outage, 20, 1, 10);
        expect([...predicted.keys()].filter(index => Number.isNaN(predicted[index]))).toEqual([
            ...Array.from({ length: 20 }, (_, index) => index),
            ...Array.from({ length: 10 }, (_, place) => 111 + place)
        ]);
        expect(predict([1, 2, 3], 20, 1).predicted.every(Number.isNaN)).toBe(true);
    });

    it('errs on noise as its standard error says', () => {
        const many = Float64Array.from({ length: 20_000 }, () => random.gaussian());
        const { predicted, error } = predict(many, 30, 2);
        const scores = many.map((value, index) => (value - predicted[index]) / error[index]);
        // A t-distribution with 27 degrees of freedom has the variance 27/25.
        expect(varianceOf(moments(scores), 'population')).toBeCloseTo(27 / 25, 1);
    });

    it('does not change its input', () => {
        const values = Float64Array.from(noise);
        trailingPolynomial(values, { window: 10, degree: 2, minimumCount: 5 });
        expect([...values]).toEqual(noise);
    });
});
