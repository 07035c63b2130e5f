import { bridgeGaps } from '../../statistics/bridge-gaps';
import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import { mean, standardDeviation } from '../../statistics/moments';
import { silence } from '../detection';
import { Detector } from '../detector';
import { iqrBand } from '../iqr';
import { detectAround } from '../moving-band';
import { requireBetween, requirePositive, requireWhole } from '../parameter-bounds';
import { roundingError } from '../rounding';
import { endsOf } from '../steady-band';
import { reconstruct } from './reconstruct';

export interface SubPcaParameters {
    /** Number of points in a window. */
    readonly subPcaWindowSize: number;
    /** Number of components, the usual shapes, as a share of the points in a window. */
    readonly subPcaComponents: number;
    /** Robust standard deviations of the rest beyond which a point stands out. */
    readonly subPcaThreshold: number;
}

const SHORTEST_WINDOW = 8;

/** A series is cut into as many windows of full length at least; shorter ones get shorter windows. */
const FEWEST_WINDOWS = 8;

/** Interquartile ranges beyond the quartiles from which on a value is "far out" (Tukey 1977). */
const FAR_OUT = 3;

/** Standard deviation of Gaussian data per median absolute deviation. */
const DEVIATION_PER_MAD = 1.4826;

/**
 * |x − r| in robust standard deviations of that difference over the series, r being what the principal components of the
 * series' windows make of the value: what usually goes together explains it, or not.
 *
 * The idea of Sub-PCA in TSB-AD (Aggarwal 2017; Liu and Paparrizos 2024), told point by point instead of window by window.
 * Values that are far out count as no farther than the fence when shapes are learned and fitted, so that they explain
 * neither themselves nor their neighbours. On Gaussian noise the default of 5 flags less than one of 10,000 points.
 */
export const SUB_PCA: Detector<SubPcaParameters> = {
    method: 'sub_pca',
    title: 'Subsequence PCA',
    description:
        'Explains each value by the shapes that are usual in the series and looks at what they leave. ' +
        'Fits values that repeat their shapes, also where their times vary.',
    properties: {
        subPcaWindowSize: {
            type: 'integer',
            title: 'PCA window',
            description: 'Number of points in a shape; an eighth of the series at most.',
            default: 100,
            minimum: SHORTEST_WINDOW,
            maximum: 500
        },
        subPcaComponents: {
            type: 'number',
            title: 'PCA components',
            description: 'Number of usual shapes to explain values by, as a share of the points in a shape.',
            default: 0.25,
            exclusiveMinimum: 0,
            maximum: 0.5
        },
        subPcaThreshold: {
            type: 'number',
            title: 'PCA threshold',
            description: 'Robust standard deviations of what is not explained beyond which a point stands out.',
            default: 5,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { subPcaWindowSize, subPcaComponents, subPcaThreshold: threshold }) => {
        requireWhole('subPcaWindowSize', subPcaWindowSize, SHORTEST_WINDOW, 500);
        requirePositive('subPcaComponents', subPcaComponents);
        requireBetween('subPcaComponents', subPcaComponents, 0, 0.5);
        requirePositive('subPcaThreshold', threshold);
        const size = Math.min(subPcaWindowSize, Math.floor(values.length / FEWEST_WINDOWS));
        const fences = iqrBand(values, { iqrFactor: FAR_OUT });
        if (size < SHORTEST_WINDOW || fences === undefined || fences.support < values.length / 2) {
            return silence(values.length, threshold);
        }
        const { low, high } = endsOf(fences);
        const within = bridgeGaps(values).map(value => (value < low ? low : value > high ? high : value));
        const expected = reconstruct(within, size, Math.ceil(size * subPcaComponents));
        const deviation = new Float64Array(values.length).fill(spreadOf(values, expected));
        return detectAround({ expected, deviation, threshold, support: fences.support, memory: 0 }, values);
    }
};

/** The deviation of what is not explained; robust, except where most of it is nothing. */
function spreadOf(values: Float64Array, expected: Float64Array): number {
    const rest = values.map((value, index) => value - expected[index]);
    const rounding = roundingError(Math.hypot(mean(values), standardDeviation(values, 'population')));
    const robust = DEVIATION_PER_MAD * medianAbsoluteDeviation(rest);
    return robust > rounding ? robust : Math.max(rounding, standardDeviation(rest, 'population'));
}
