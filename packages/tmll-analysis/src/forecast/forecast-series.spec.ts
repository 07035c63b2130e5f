import { SeededRandom } from '../statistics/seeded-random';
import { forecastSeries } from './forecast-series';
import { FORECASTERS } from './forecasters';
import { periodsOf } from './periods';
import { vectorAutoregress } from './vector-autoregression';

const METHODS = ['auto', ...FORECASTERS.map(({ method }) => method)];

function noise(seed: number, length: number): Float64Array {
    const random = new SeededRandom(seed);
    return Float64Array.from({ length }, () => random.gaussian());
}

describe('forecastSeries', () => {
    it('goes on with a ramp', () => {
        const ramp = Float64Array.from({ length: 100 }, (_, t) => t);
        for (const method of ['auto', 'theta', 'ets', 'arima']) {
            const { meanValues } = forecastSeries(ramp, 10, [], method);
            expect(meanValues[0]).toBeGreaterThan(98);
            expect(Math.abs(meanValues[9] - 109)).toBeLessThan(method === 'auto' || method === 'arima' ? 4 : 8);
        }
    });

    it.each(['auto', 'ar', 'ets', 'theta', 'arima', 'seasonal_naive'])('goes on with a wave (%s)', method => {
        const wave = noise(1, 480).map((value, t) => 50 + 20 * Math.sin((2 * Math.PI * t) / 24) + value);
        const periods = periodsOf(wave, 1e9);
        expect(periods).toEqual([24]);
        const { meanValues } = forecastSeries(wave, 48, periods, method);
        const errors = meanValues.map((value, step) => value - 50 - 20 * Math.sin((2 * Math.PI * (480 + step)) / 24));
        expect(Math.max(...errors.map(Math.abs))).toBeLessThan(6);
    });

    it('comes back to the level of an autoregression, as the model that made it does', () => {
        let value = 0;
        const values = noise(2, 2000).map(shock => (value = 0.8 * value + shock));
        const { meanValues } = forecastSeries(values, 30, [], 'arima');
        const last = values[1999];
        meanValues.forEach((mean, step) => expect(Math.abs(mean - last * 0.8 ** (step + 1))).toBeLessThan(0.5));
    });

    it('has bands that hold what they should', () => {
        let held = 0;
        for (let seed = 1; seed <= 40; seed++) {
            let level = 100;
            const values = noise(seed, 330).map(shock => (level += 0.3 * shock));
            const { meanValues, deviationValues } = forecastSeries(values.subarray(0, 300), 30, [], 'auto');
            meanValues.forEach((mean, step) => {
                held += Math.abs(values[300 + step] - mean) <= 1.96 * deviationValues[step] ? 1 : 0;
            });
        }
        expect(held / 1200).toBeGreaterThan(0.88);
    });

    it('does not forecast less than nothing, nor what was never near', () => {
        const falling = noise(3, 200).map((value, t) => Math.max(0, 100 - t / 2) + Math.abs(value) / 10);
        expect(Math.min(...forecastSeries(falling, 100, [], 'theta').meanValues)).toBeGreaterThanOrEqual(0);
    });

    it.each(METHODS)('takes few, constant and huge values (%s)', method => {
        for (const values of [[5], [5, 6], [1, 2, 3, 4, 5, 6], Array(50).fill(7), Array(50).fill(0)]) {
            const { meanValues, deviationValues } = forecastSeries(Float64Array.from(values), 5, [], method);
            expect(meanValues).toHaveLength(5);
            expect(meanValues.every(Number.isFinite) && deviationValues.every(Number.isFinite)).toBe(true);
        }
        expect([...forecastSeries(new Float64Array(50).fill(7), 3, [], method).meanValues]).toEqual([7, 7, 7]);
        const huge = noise(4, 60).map(value => 1e15 + 1e12 * value);
        expect(forecastSeries(huge, 3, [], method).meanValues[0] / 1e15).toBeCloseTo(1, 1);
    });

    it('says which methods there are', () => {
        expect(() => forecastSeries(Float64Array.of(1), 1, [], 'magic')).toThrow('no forecasting method "magic"');
    });
});

describe('periodsOf', () => {
    it('takes the cycles of the calendar where step and length show them', () => {
        expect(periodsOf(new Float64Array(1000), 3_600e9)).toEqual([24, 168]);
        expect(periodsOf(new Float64Array(300), 604_800e9)).toEqual([52]);
        expect(periodsOf(noise(1, 500), 1e6)).toEqual([]);
    });
});

describe('vectorAutoregress', () => {
    it('knows what another series tells', () => {
        const first = noise(5, 600);
        const second = noise(6, 600).map((value, t) => 0.1 * value + (t > 0 ? 3 * first[t - 1] : 0));
        const ahead = vectorAutoregress([first, second], 3);
        expect(ahead?.[1][0]).toBeCloseTo(3 * first[599], 0);
        expect(Math.abs(ahead?.[1][2] ?? 9)).toBeLessThan(1.5);
    });

    it('has no answer for too few values', () => {
        expect(vectorAutoregress([Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)], 2)).toBeUndefined();
    });
});
