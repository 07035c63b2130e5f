import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS, scorePoints } from 'tmll-analysis/algorithms';
import { bufferLength } from './buffer-length';
import { TsbAdSeries } from './tsb-ad-series';
import { vusPr } from './vus-pr';

/** VUS-PR of a method on each series, with one configuration for all. Points that it does not judge score 0. */
export function evaluateTsbAd(series: readonly TsbAdSeries[], parameters: Partial<AnomalyParameters>): number[] {
    const all = { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters };
    return series.map(({ name, times, values, labels }) => {
        const { score } = scorePoints({ id: name, name, path: [name], unit: '', origin: 0n, times, values }, all);
        const known = score.map(each => (Number.isFinite(each) ? each : 0));
        return vusPr(known, labels, bufferLength(values));
    });
}

/** The published method with the highest mean over these series, and that mean. */
export function bestPublished(series: readonly TsbAdSeries[]): { method: string; mean: number } {
    const means = [...series[0].published.keys()].map(method => ({
        method,
        mean: meanOf(series.map(({ published }) => published.get(method) ?? NaN))
    }));
    return means.reduce((best, each) => (each.mean > best.mean ? each : best));
}

export function meanOf(numbers: readonly number[]): number {
    return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
