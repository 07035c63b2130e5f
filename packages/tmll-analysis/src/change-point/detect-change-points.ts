import { align } from '../series/align';
import { thin } from '../series/thin';
import { SeriesReference, TimeSeries } from '../series/time-series';
import { changeProbabilities } from './bocpd';
import { ChangePointData, Curve, SeriesChangePoints } from './change-point-result';
import { ChangePointParameters } from './change-point-schema';
import { residualsOf } from './cost';
import { jointChangePoints } from './joint';
import { locate } from './location';
import { lagOne } from './noise';
import { locationOptions, segmentationOptions } from './options';
import { ReferencedSeries } from './referenced-series';
import { changeBetween, fitSegments, plain } from './segments';
import { segment, Segmentation } from './segmentation';

/** Steps in which probabilities are told. */
const PROBABILITY_STEPS = 2000;

/**
 * Where series change, each alone and several together, for which they are brought to the same times (`align`).
 */
export function detectChangePoints(
    series: readonly ReferencedSeries[],
    parameters: ChangePointParameters
): ChangePointData {
    const found = series.map(({ points, reference }) => detectSeriesChangePoints(points, reference, parameters));
    return { series: found, joint: jointOf(series, found, parameters) };
}

/** What several series show together, by the methods that are asked for. */
export function jointOf(
    series: readonly ReferencedSeries[],
    found: readonly SeriesChangePoints[],
    parameters: ChangePointParameters
): ChangePointData['joint'] {
    const points = align(series.map(each => each.points));
    const joined = series.map(({ reference }, index) => ({ reference, points: points[index], found: found[index] }));
    return jointChangePoints(joined, parameters);
}

/** The change points of one series. Missing values are left out, as if the others had followed one another. */
export function detectSeriesChangePoints(
    series: TimeSeries,
    reference: SeriesReference,
    parameters: ChangePointParameters
): SeriesChangePoints {
    const there = withoutMissing(series);
    const segmentation = segment([there.values], segmentationOptions(parameters));
    const fitted = fitSegments(there, segmentation.changes, segmentation.model === 'trend');
    const bounds = [0, ...segmentation.changes, there.values.length];
    const changes = segmentation.changes.map((change, index) => {
        const neighbours = { from: bounds[index], change, to: bounds[index + 2] };
        const location = locate(segmentation.cost, neighbours, locationOptions(segmentation, parameters));
        const end = { change, end: bounds[index + 2] - 1 };
        return changeBetween(there, [fitted[index], fitted[index + 1]], end, location);
    });
    const { id, name, unit } = series;
    return {
        series: reference,
        id,
        name,
        unit,
        length: there.values.length,
        model: segmentation.model,
        changes,
        segments: fitted.map(plain),
        curve: curveOf(thin(series)),
        probability: probabilityCurve(there, segmentation)
    };
}

function curveOf({ origin, times, values }: TimeSeries): Curve {
    return { originNs: origin, times, values };
}

function withoutMissing(series: TimeSeries): TimeSeries {
    const isThere = (_: number, index: number): boolean => Number.isFinite(series.values[index]);
    return series.values.every(Number.isFinite)
        ? series
        : { ...series, times: series.times.filter(isThere), values: series.values.filter(isThere) };
}

/**
 * Bayesian probabilities of changes in level, on means over equal steps, freed of the correlation that the segmentation
 * leaves: x_t − ρ·x_{t−1}.
 */
function probabilityCurve(series: TimeSeries, { costs, changes }: Segmentation): Curve {
    const size = Math.max(1, Math.ceil(series.values.length / PROBABILITY_STEPS));
    const count = Math.floor(series.values.length / size);
    const rho = costs.length === 0 ? 0 : lagOne(residualsOf(costs[0], changes)).correlation ** size;
    const means = new Float64Array(count);
    for (let step = 0; step < count; step++) {
        const block = series.values.subarray(step * size, (step + 1) * size);
        means[step] = block.reduce((sum, value) => sum + value, 0) / size;
    }
    const free = means.map((value, index) => value - rho * means[Math.max(0, index - 1)]);
    return {
        originNs: series.origin,
        times: Float64Array.from({ length: count }, (_, step) => series.times[step * size]),
        values: changeProbabilities(free)
    };
}
