import { bridgeGaps } from '../statistics/bridge-gaps';
import { standardDeviation } from '../statistics/moments';
import { principalComponents } from '../statistics/principal-components';
import { thin } from '../series/thin';
import { JointChangePoint } from './change-point-result';
import { ChangePointParameters } from './change-point-schema';
import { JointLook } from './joint';
import { changing, membersAt, SeriesToJoin } from './joint-members';
import { locate } from './location';
import { locationOptions, segmentationOptions } from './options';
import { segment, Segmentation } from './segmentation';
import { changeSeverity } from './segments';

/** Cuts all series at the same places, each in units of its own noise. Missing values are bridged by straight lines. */
export const cutTogether: JointLook = (series, parameters) => {
    const values = series.map(({ points }) => bridgeGaps(points.values));
    return { changes: jointChanges(series, segment(values, segmentationOptions(parameters)), parameters) };
};

/** Cuts the first principal component of the standardised series. Missing values are bridged by straight lines. */
export const commonComponent: JointLook = (series, parameters) => {
    const standard = series.map(({ points }) => standardised(bridgeGaps(points.values)));
    const { length } = standard[0];
    const covariance = new Float64Array(standard.length ** 2);
    standard.forEach((a, row) =>
        standard.forEach((b, column) => {
            covariance[row * standard.length + column] = a.reduce((sum, value, t) => sum + value * b[t], 0) / length;
        })
    );
    const { components, shares } = principalComponents(covariance, 1);
    const component = new Float64Array(length);
    standard.forEach((values, row) => values.forEach((value, t) => (component[t] += components[row] * value)));
    const { points } = series[0];
    const drawn = thin({ ...points, values: component });
    return {
        changes: jointChanges(series, segment([component], segmentationOptions(parameters)), parameters),
        explained: shares[0],
        component: { originNs: drawn.origin, times: drawn.times, values: drawn.values }
    };
};

function jointChanges(
    series: readonly SeriesToJoin[],
    segmentation: Segmentation,
    parameters: ChangePointParameters
): JointChangePoint[] {
    const { times, origin } = series[0].points;
    const bounds = [0, ...segmentation.changes, times.length];
    const nsAt = (index: number): bigint => origin + BigInt(times[index]);
    return segmentation.changes.map((change, index) => {
        const neighbours = { from: bounds[index], change, to: bounds[index + 2] };
        const { first, last, probability } = locate(
            segmentation.cost,
            neighbours,
            locationOptions(segmentation, parameters)
        );
        const members = changing(membersAt(series, neighbours));
        return {
            ns: nsAt(change),
            startNs: nsAt(first),
            endNs: nsAt(last),
            probability,
            severity: changeSeverity(members.length / series.length, probability),
            members,
            of: series.length
        };
    });
}

function standardised(values: Float64Array): Float64Array {
    const deviation = standardDeviation(values, 'population');
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map(value => (value - mean) / deviation);
}
