import { fitSarima } from './fit';
import { sarimaModel } from './model';
import { differencedAway } from './order';
import { forecastSarima, predictSarima, SarimaPrediction } from './predict';
import { simulate } from './test-support/simulate';
import { statsmodelsCases } from './test-support/statsmodels-cases';

const QUANTILE = 1.959963984540054;

/** Largest distances in standard deviations of the noise, from the row after those that differencing uses up on. */
function farthest(
    { means, standardDeviations }: SarimaPrediction,
    [mean, lower, upper]: readonly (readonly number[])[],
    first = 0
): { mean: number; deviation: number } {
    const rows = [...means.keys()].slice(first);
    return {
        mean: Math.max(...rows.map(t => Math.abs(means[t] - mean[t]) / standardDeviations[t])),
        deviation: Math.max(
            ...rows.map(t => Math.abs((2 * QUANTILE * standardDeviations[t]) / (upper[t] - lower[t]) - 1))
        )
    };
}

describe('predictSarima and forecastSarima', () => {
    const cases = statsmodelsCases();
    const itWithReference = cases.length > 0 ? it : it.skip;

    itWithReference('equal statsmodels at its parameters, but for its start that is not quite diffuse', () => {
        for (const { name, order, params, values, ...reference } of cases) {
            const model = sarimaModel(order, params);
            const first = differencedAway(order) + 1;
            const { predictedMean, lower, upper } = reference;
            const past = farthest(predictSarima(model, values), [predictedMean, lower, upper], first);
            // The airline series has a variance of 297, which is not far below the 10⁶ of the start.
            const tolerance = name === 'airline12' ? 1e-3 : 2e-5;
            expect([name, past.mean < tolerance, past.deviation < tolerance]).toEqual([name, true, true]);

            const { forecast: mean, forecastLower, forecastUpper } = reference;
            const future = farthest(forecastSarima(model, values, mean.length), [mean, forecastLower, forecastUpper]);
            expect([name, future.mean < 1e-5, future.deviation < 1e-5]).toEqual([name, true, true]);
        }
    });

    itWithReference('flag with our own fits the same rows as statsmodels, and forecast the same', () => {
        for (const { name, order, values, flagged, ...reference } of cases) {
            const { model } = fitSarima(values, order);
            const { means, standardDeviations } = predictSarima(model, values);
            const first = differencedAway(order) + 1;
            const outside = [...values.keys()].filter(
                t => t >= first && Math.abs(values[t] - means[t]) > QUANTILE * standardDeviations[t]
            );
            expect([name, outside]).toEqual([name, flagged.filter(t => t >= first)]);
            const { forecast: mean, forecastLower, forecastUpper } = reference;
            const future = farthest(forecastSarima(model, values, mean.length), [mean, forecastLower, forecastUpper]);
            expect(future.mean).toBeLessThan(5e-3);
            expect(future.deviation).toBeLessThan(5e-3);
        }
    });

    it('equal statsmodels 0.15 on 24 numbers with missing ones', () => {
        const sales = [
            12,
            15,
            11,
            18,
            14,
            17,
            13,
            21,
            15,
            NaN,
            14,
            24,
            18,
            22,
            NaN,
            NaN,
            NaN,
            23,
            18,
            29,
            22,
            25,
            19,
            33
        ];
        const model = sarimaModel({ p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 4 }, [0.3, -0.6, -0.4, 2]);
        const { means, standardDeviations } = predictSarima(model, Float64Array.from(sales));
        const expected = [24.360539388688082, 2.1064967062252777, 29.776797922501608, 1.434617111328014];
        [means[17], standardDeviations[17], means[23], standardDeviations[23]].forEach((value, index) =>
            expect(value).toBeCloseTo(expected[index], 4)
        );
        const future = forecastSarima(model, Float64Array.from(sales), 4);
        const futureMeans = [25.441654490870015, 28.320646697805508, 22.632432680928563, 35.2120685253361];
        const futureErrors = [1.4364889229827411, 1.742211199850996, 1.9383969320148067, 2.1020659334775464];
        future.means.forEach((value, h) => expect(value).toBeCloseTo(futureMeans[h], 4));
        future.standardDeviations.forEach((value, h) => expect(value).toBeCloseTo(futureErrors[h], 4));
    });

    it('say nothing of the values that differencing uses up', () => {
        const model = sarimaModel({ p: 0, d: 1, q: 0, P: 0, D: 1, Q: 0, s: 3 }, [1]);
        const values = Float64Array.of(NaN, 4, 5, 6, 7, 8, 9, 10);
        const { means, standardDeviations } = predictSarima(model, values);
        expect(Array.from(means)).toEqual([NaN, NaN, NaN, NaN, NaN, 8, 9, 10]);
        expect(Array.from(standardDeviations)).toEqual([NaN, NaN, NaN, NaN, NaN, 1, 1, 1]);
    });

    it('say nothing of a phase that has not been seen yet', () => {
        const model = sarimaModel({ p: 0, d: 0, q: 0, P: 0, D: 1, Q: 0, s: 3 }, [1]);
        const { means } = predictSarima(model, Float64Array.of(1, NaN, 3, 1, NaN, 3, 1, 2, 3, 1, 2, 3));
        const known = [...means.keys()].filter(t => !Number.isNaN(means[t]));
        expect(known).toEqual([3, 5, 6, 8, 9, 10, 11]);
        known.forEach(t => expect(means[t]).toBeCloseTo([1, 2, 3][t % 3], 5));
    });

    it('are less sure the longer a gap is, by √n for a random walk', () => {
        const walk = sarimaModel({ p: 0, d: 1, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [4]);
        const { means, standardDeviations } = predictSarima(walk, Float64Array.of(1, 2, NaN, NaN, NaN, 3, 4));
        [1, 2, 2, 2, 2, 3].forEach((value, index) => expect(means[index + 1]).toBeCloseTo(value, 4));
        [1, 1, 2, 3, 4, 1].forEach((steps, index) =>
            expect(standardDeviations[index + 1]).toBeCloseTo(2 * Math.sqrt(steps), 4)
        );
    });

    it('bridge missing values where the states are too many to skip them', () => {
        const model = sarimaModel({ p: 1, d: 0, q: 0, P: 0, D: 1, Q: 1, s: 300 }, [0.5, -0.6, 4]);
        const values = simulate(model, 1500, 21);
        const { means, standardDeviations: whole } = predictSarima(model, values);
        const { means: bridged, standardDeviations: bridging } = predictSarima(
            model,
            values.slice().fill(NaN, 1300, 1310)
        );
        expect(bridged.subarray(0, 1301)).toEqual(means.subarray(0, 1301));
        // The next value is predicted eleven steps ahead.
        expect(bridging[1310] / whole[1310]).toBeCloseTo(Math.sqrt((1 - 0.25 ** 11) / 0.75), 12);
        expect(bridging.subarray(1311)).toEqual(whole.subarray(1311));
        expect(Math.abs(bridged[1330] - means[1330])).toBeLessThan(0.01);
    });

    it('move and scale with the values', () => {
        const model = sarimaModel({ p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 4 }, [0.3, -0.6, -0.4, 2]);
        const values = simulate(model, 60, 22);
        for (const gaps of [false, true]) {
            const some = values.map((value, t) => (gaps && t % 13 === 9 ? NaN : value));
            const { means, standardDeviations } = predictSarima(model, some);
            const moved = predictSarima(
                { ...model, variance: 2 * 64 ** 2 },
                some.map(value => 64 * value + 1e6)
            );
            means.forEach((mean, t) => {
                expect(Number.isNaN(mean)).toBe(Number.isNaN(moved.means[t]));
                expect(Math.abs(moved.means[t] - 64 * mean - 1e6) > 1e-4).toBe(false);
                expect(Math.abs(moved.standardDeviations[t] / standardDeviations[t] - 64) > 1e-9).toBe(false);
            });
        }
    });

    it('have an answer for no values at all', () => {
        const model = sarimaModel({ p: 1, d: 1, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [0.3, 2]);
        expect(predictSarima(model, new Float64Array(0)).means).toEqual(new Float64Array(0));
        expect(Array.from(forecastSarima(model, Float64Array.of(NaN, NaN), 2).means)).toEqual([NaN, NaN]);
        const flat = forecastSarima({ ...model, variance: 0 }, Float64Array.of(5, 5, 5), 2);
        expect(Array.from(flat.standardDeviations)).toEqual([0, 0]);
        flat.means.forEach(mean => expect(mean).toBeCloseTo(5, 9));
    });
});
