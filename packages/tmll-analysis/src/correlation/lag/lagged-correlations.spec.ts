import { SeededRandom } from '../../statistics/seeded-random';
import { correlation } from '../coefficients';
import { scipyCases } from '../test-support/scipy-cases';
import { laggedCorrelations } from './lagged-correlations';

const random = new SeededRandom(3);
const walk = (length: number): Float64Array => {
    let level = 100;
    return Float64Array.from({ length }, () => (level += random.gaussian()));
};
const withGaps = (values: Float64Array): Float64Array => values.map(value => (random.uniform() < 0.1 ? NaN : value));

/** Series shifted against each other by hand. */
function shifted(first: Float64Array, second: Float64Array, lag: number): readonly [Float64Array, Float64Array] {
    const { length } = first;
    return [
        first.subarray(Math.max(0, -lag), length - Math.max(0, lag)),
        second.subarray(Math.max(0, lag), length - Math.max(0, -lag))
    ];
}

describe('laggedCorrelations', () => {
    it.each([
        ['complete series', walk(257), walk(257)],
        ['series with gaps', withGaps(walk(257)), withGaps(walk(257))],
        ['far from 0', walk(100).map(value => value + 1e9), walk(100)]
    ])("equals Pearson's coefficient of the shifted series, at every lag: %s", (_, first, second) => {
        const most = 60;
        const { coefficients, points } = laggedCorrelations(first, second, most);
        for (let lag = -most; lag <= most; lag++) {
            const expected = correlation(...shifted(first, second, lag), 'pearson');
            expect(coefficients[lag + most]).toBeCloseTo(expected.coefficient, 9);
            expect(points[lag + most]).toBe(expected.points);
        }
    });

    it('equals the lags that TMLL computes by Pearson', () => {
        const known = scipyCases().flatMap(({ columns, lags }) =>
            Object.entries(lags).map(([pair, all]) => ({
                columns: pair.split('|').map(name => columns.get(name)!),
                all
            }))
        );
        for (const {
            columns: [first, second],
            all
        } of known.filter(({ columns }) => columns.every(Boolean))) {
            const { coefficients } = laggedCorrelations(first, second, 10);
            for (const { lag, correlation: expected } of all.filter(({ method }) => method === 'pearson')) {
                expect(coefficients[lag + 10]).toBeCloseTo(expected, 9);
            }
        }
    });

    it('is 0 for a constant, and at lag 0 alone for one point', () => {
        expect([...laggedCorrelations(new Float64Array(9).fill(0.1), walk(9), 2).coefficients]).toEqual([
            0, 0, 0, 0, 0
        ]);
        expect([...laggedCorrelations(Float64Array.of(1), Float64Array.of(2), 0).coefficients]).toEqual([0]);
    });
});
