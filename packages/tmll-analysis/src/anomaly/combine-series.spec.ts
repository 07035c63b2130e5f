import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { sharedFolder } from '../series/test-support/shared-folder';
import { combineSeries } from './combine-series';

const folder = sharedFolder('reference/combination');
const describeWithReference = folder === undefined ? describe.skip : describe;

describeWithReference('combineSeries, as TMLL computes it', () => {
    const rows = readFileSync(join(folder ?? '', 'three.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
    const cells = rows.map(row => row.split(',').map(Number));
    const series = [1, 2, 3].map(column => seriesOf(Float64Array.from(cells, row => row[column])));
    const reference = JSON.parse(readFileSync(join(folder ?? '', 'three.json'), 'utf8'));

    it('is the root of the mean square of z-scores', () => {
        const combined = combineSeries(series, 'zscore');
        const expected = reference.zscore.combined_series as number[];
        expect(combined?.values).toHaveLength(expected.length);
        combined?.values.forEach((value, index) => expect(value).toBeCloseTo(expected[index], 9));
    });

    it('is the first principal component, but for its sign', () => {
        const values = combineSeries(series, 'pca')?.values ?? new Float64Array(0);
        const expected = reference.pca.combined_series as number[];
        const sign = Math.sign(values[3] * expected[3]);
        values.forEach((value, index) => expect(sign * value).toBeCloseTo(expected[index], 9));
    });
});

describe('combineSeries', () => {
    const rising = seriesOf(Float64Array.of(0, 1, 2, 3));
    const falling = seriesOf(Float64Array.of(30, 20, 10, 0));
    const constant = seriesOf(Float64Array.of(5, 5, 5, 5));

    it('leaves out series without spread, and is none of fewer than two', () => {
        expect(combineSeries([rising, constant, falling], 'zscore')).toEqual(
            combineSeries([rising, falling], 'zscore')
        );
        expect(combineSeries([rising, constant], 'pca')).toBeUndefined();
        expect(combineSeries([], 'pca')).toBeUndefined();
    });

    it('does without values that are missing', () => {
        const gappy = seriesOf(Float64Array.of(NaN, NaN, 7, 9));
        const lonely = seriesOf(Float64Array.of(NaN, 1, 2, 4));
        expect([...(combineSeries([gappy, lonely], 'zscore')?.values ?? [])].map(Number.isNaN)).toEqual([
            true,
            false,
            false,
            false
        ]);
        expect(combineSeries([gappy, lonely], 'pca')?.values[0]).toBeNaN();
        expect(combineSeries([gappy, lonely], 'pca')?.values[1]).toEqual(expect.any(Number));
    });

    it('is named by its method and has the times of the others', () => {
        const combined = combineSeries([rising, falling], 'pca');
        expect(combined).toMatchObject({ id: 'combined (pca)', unit: '', origin: ORIGIN });
        expect(combined?.times).toBe(rising.times);
    });
});
