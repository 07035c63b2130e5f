import { AnomalyPoint, SeriesAnomalies } from 'tmll-analysis/algorithms';
import { sampleAt, SampleTimes } from '../../outputs/sample-times';
import { scoreData } from './score-data';

const points = (...times: number[]): SeriesAnomalies =>
    ({
        points: times.map(time => ({ ns: BigInt(time), normalizedScore: 0.75 }) as AnomalyPoint)
    }) as never as SeriesAnomalies;

describe('scoreData', () => {
    it('is 0 but for the steps that end at flagged points, where the result has these only', () => {
        const data = scoreData(points(1100, 1200, 1500), 100n);
        const at = new SampleTimes(1000n, Float64Array.from([0, 50, 100, 150, 200, 300, 400, 450, 500, 600]));
        expect([...sampleAt(data, at, 'max')]).toEqual([0, 75, 75, 75, 75, 0, 0, 75, 75, 0]);
    });

    it('is that of every point where the result has it', () => {
        const curve = { originNs: 5n, times: Float64Array.of(0, 1), scoreValues: Float64Array.of(0.25, 1) };
        const { origin, values } = scoreData({ points: [], curve } as never as SeriesAnomalies, 1n);
        expect([origin, [...values]]).toEqual([5n, [25, 100]]);
    });
});
