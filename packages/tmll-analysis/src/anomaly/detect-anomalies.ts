import { SeriesReference, TimeSeries } from '../series/time-series';
import { AnomalyPoint, SeriesAnomalies } from './anomaly-result';
import { AnomalyParameters } from './anomaly-schema';
import { Detection, ratioAt } from './detection';
import { detectorOf } from './detectors';
import { ExpectedAt, expectations } from './expectation';
import { normalizedScoreOf } from './normalized-score';
import { Bins, periodsOf } from './periods';
import { severityOf } from './severity';
import { verdictCurve } from './verdict-curve';
import { votesAt } from './votes';

/**
 * What stands out in one series, as it comes: `parameters.resample` is the caller's matter.
 * @param bins what a value stands for; from its point on when not given
 * @throws ParameterError when a parameter is out of its bounds
 */
export function detectAnomalies(
    series: TimeSeries,
    reference: SeriesReference,
    parameters: AnomalyParameters,
    bins?: Bins
): SeriesAnomalies {
    const judged = judgedSeries(series, parameters);
    return anomaliesOf(judged, reference, judge(judged, parameters), bins);
}

/** The points and periods of a verdict. */
export function anomaliesOf(
    series: TimeSeries,
    reference: SeriesReference,
    detection: Detection,
    bins?: Bins
): SeriesAnomalies {
    const expectedAt = expectations(series.values, detection);
    return {
        series: reference,
        id: series.id,
        name: series.name,
        unit: series.unit,
        length: series.values.length,
        points: pointsOf(series, detection, expectedAt),
        periods: periodsOf(series, detection, expectedAt, bins),
        curve: verdictCurve(series, detection, expectedAt),
        ...(detection.basis !== undefined && { basis: detection.basis })
    };
}

/**
 * The verdict on each point of a series in columns.
 * @throws ParameterError when a parameter is out of its bounds
 */
export function scorePoints(series: TimeSeries, parameters: AnomalyParameters): Detection {
    return judge(judgedSeries(series, parameters), parameters);
}

function judge({ values, times }: TimeSeries, parameters: AnomalyParameters): Detection {
    return detectorOf(parameters.method).detect(values, parameters, times);
}

function judgedSeries(series: TimeSeries, { removeMinimum }: AnomalyParameters): TimeSeries {
    return removeMinimum ? { ...series, values: withoutMinimum(series.values) } : series;
}

function pointsOf(series: TimeSeries, detection: Detection, expectedAt: ExpectedAt): AnomalyPoint[] {
    const { flags, score } = detection;
    const points: AnomalyPoint[] = [];
    for (let index = flags.indexOf(1); index >= 0; index = flags.indexOf(1, index + 1)) {
        const ratio = ratioAt(detection, index);
        points.push({
            ns: series.origin + BigInt(series.times[index]),
            value: series.values[index],
            expected: expectedAt(index),
            score: score[index],
            normalizedScore: normalizedScoreOf(ratio),
            severity: severityOf(ratio, 1),
            ...(detection.votes && { votes: votesAt(detection, index) })
        });
    }
    return points;
}

/** A copy in which the points at the minimum have no value. */
function withoutMinimum(values: Float64Array): Float64Array {
    const minimum = values.reduce((least, value) => (value < least ? value : least), Infinity);
    return values.map(value => (value === minimum ? NaN : value));
}
