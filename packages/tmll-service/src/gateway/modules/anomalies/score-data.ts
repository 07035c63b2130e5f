import { AnomalyPoint, SeriesAnomalies } from 'tmll-analysis/algorithms';
import { ChartData } from '../../outputs/sample-times';

/** The score of a series in percent: of every point where the result has them, else of the flagged ones. */
export function scoreData({ points, curve }: SeriesAnomalies, stepNs: bigint): ChartData {
    return curve
        ? { origin: curve.originNs, times: curve.times, values: curve.scoreValues.map(score => score * 100) }
        : flaggedScores(points, stepNs);
}

/**
 * From the flagged points alone: 0 wherever none is. A point stands for the step that ends at
 * it, so the score falls to 0 a step before the first point of a run and a step after its last.
 */
function flaggedScores(points: readonly AnomalyPoint[], stepNs: bigint): ChartData {
    const origin = points[0].ns - stepNs;
    const step = Number(stepNs);
    const times: number[] = [];
    const values: number[] = [];
    const add = (time: number, value: number): void => {
        times.push(time);
        values.push(value);
    };
    for (const [index, { ns, normalizedScore }] of points.entries()) {
        const time = Number(ns - origin);
        const last = times.at(-1) ?? -Infinity;
        if (time - step > last) {
            add(time - step, 0);
        }
        add(time, normalizedScore * 100);
        const next = points.at(index + 1);
        if (next === undefined || Number(next.ns - origin) > time + step) {
            add(time + step, 0);
        }
    }
    return { origin, times: Float64Array.from(times), values: Float64Array.from(values) };
}
