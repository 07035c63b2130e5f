import { seriesOf } from '../series/test-support/series-of';
import { DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { detectAnomalies } from './detect-anomalies';

const REFERENCE = { outputId: 'o', path: ['o', 's'] };
const curveOf = (values: readonly number[]) =>
    detectAnomalies(seriesOf(values), REFERENCE, { ...DEFAULT_ANOMALY_PARAMETERS, method: 'iqr' }).curve;

describe('verdictCurve', () => {
    const wave = (length: number): number[] => Array.from({ length }, (_, index) => 10 + Math.sin(index));

    it('has each point of a short series, with its band and its score', () => {
        const values = wave(500);
        values[250] = 99;
        const curve = curveOf(values);
        expect(curve?.times).toHaveLength(500);
        expect(curve?.values[250]).toBe(99);
        expect(curve?.scoreValues[250]).toBeGreaterThan(0.5);
        expect(curve?.scoreValues.filter(score => score > 0.5)).toHaveLength(1);
        expect(curve?.lowValues.every((low, index) => low < (curve?.highValues[index] ?? 0))).toBe(true);
    });

    it('keeps of a long one what stands out', () => {
        const values = wave(100_000);
        values[77_777] = 99;
        const curve = curveOf(values);
        expect(curve?.times).toHaveLength(2000);
        expect(Math.max(...(curve?.values ?? []))).toBe(99);
        expect([...(curve?.times ?? [])]).toEqual([...(curve?.times ?? [])].sort((a, b) => a - b));
    });

    it.each([[[]], [[1]], [[1, NaN, 2]], [[5, 5, 5, 5]], [[NaN, NaN]]])(
        'is as long as %j, with scores that are numbers',
        values => {
            const curve = curveOf(values);
            expect(curve?.times).toHaveLength(values.length);
            expect(curve?.scoreValues.every(score => score >= 0 && score <= 1)).toBe(true);
        }
    );
});
