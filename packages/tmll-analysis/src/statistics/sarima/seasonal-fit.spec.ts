import { wave } from '../seasonality/test-support/waves';
import { sarimaModel } from './model';
import { SarimaPrediction } from './predict';
import { fitSeasonal, forecastSeasonal, predictSeasonal } from './seasonal-fit';
import { simulate } from './test-support/simulate';
import { typicalStretch } from './typical-stretch';

const order = (s: number): Parameters<typeof fitSeasonal>[1] => ({ p: 1, d: 0, q: 1, P: 1, D: 1, Q: 1, s });

/** Share of the values outside the interval of 95 %. */
function outside({ means, standardDeviations }: SarimaPrediction, values: Float64Array): number {
    const known = [...values.keys()].filter(t => !Number.isNaN(values[t] - means[t]));
    const far = known.filter(t => Math.abs(values[t] - means[t]) > 1.959964 * standardDeviations[t]);
    return far.length / known.length;
}

describe('fitSeasonal', () => {
    it('fits all values of a series that is short enough', () => {
        const values = wave('sine', 12, 600, 6, 1);
        const seasonal = fitSeasonal(values, order(12));
        expect(seasonal).toMatchObject({ fitted: 600 });
        expect(seasonal.shape).toBeUndefined();
        expect(Math.abs(outside(predictSeasonal(seasonal, values), values) - 0.05)).toBeLessThan(0.02);
    });

    it('fits a stretch of a long one and predicts all of it', () => {
        const model = sarimaModel({ p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [0.7, 4]);
        const values = simulate(model, 50_000, 2);
        const seasonal = fitSeasonal(values, model.order);
        expect(seasonal.fitted).toBe(20_000);
        expect(Math.abs(seasonal.fit.model.ar[0] - 0.7)).toBeLessThan(0.02);
        expect(Math.abs(outside(predictSeasonal(seasonal, values), values) - 0.05)).toBeLessThan(0.005);
    });

    it('takes the shape of a long period away beforehand', () => {
        const values = wave('square', 500, 5000, 20, 3);
        values[2345] += 15;
        values[1234] = NaN;
        const seasonal = fitSeasonal(values, order(500));
        expect(seasonal.shape).toHaveLength(500);
        const expectation = predictSeasonal(seasonal, values);
        expect(outside(expectation, values)).toBeGreaterThan(0.02);
        expect(outside(expectation, values)).toBeLessThan(0.06);
        expect(Math.abs(expectation.means[2345])).toBeLessThan(3);
        const { means } = forecastSeasonal(seasonal, values, 600);
        [10, 100, 510, 599].forEach(h => expect(Math.abs(means[h] - (h % 500 < 125 ? 20 : 0))).toBeLessThan(2));
    });

    it('leaves the seasonal part out when there are too few cycles for a shape', () => {
        const values = wave('sine', 3000, 8000, 6, 4);
        const seasonal = fitSeasonal(values, order(3000));
        expect(seasonal.shape).toBeUndefined();
        expect(seasonal.fit.model.order).toMatchObject({ P: 0, D: 0, Q: 0 });
    });

    it('does not mind a period that no part of the order uses', () => {
        const values = wave('sine', 10, 30_000, 6, 5);
        const { shape, fitted } = fitSeasonal(values, { ...order(5000), P: 0, D: 0, Q: 0 });
        expect({ shape, fitted }).toEqual({ shape: undefined, fitted: 20_000 });
    });
});

describe('typicalStretch', () => {
    it('is neither the one at rest nor the agitated one', () => {
        const values = wave('sine', 10, 8000, 0, 6);
        values.fill(0, 0, 1000);
        values.subarray(1000, 2000).forEach((value, t, part) => (part[t] = 100 * value));
        const stretch = typicalStretch(values, 1000);
        expect(stretch).toHaveLength(1000);
        expect(stretch.byteOffset / 8).toBeGreaterThanOrEqual(2000);
    });

    it('is not one of missing values', () => {
        const values = wave('sine', 10, 8000, 0, 6).fill(NaN, 1000, 7600);
        expect(typicalStretch(values, 1000)).toEqual(values.subarray(0, 1000));
    });
});
