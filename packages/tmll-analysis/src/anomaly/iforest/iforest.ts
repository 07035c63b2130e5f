import { IsolationForest } from '../../statistics/isolation-forest';
import { quantile } from '../../statistics/quantile';
import { silence } from '../detection';
import { Detector } from '../detector';
import { iqrBand } from '../iqr';
import { requireBetween, requireWhole } from '../parameter-bounds';
import { endsOf } from '../steady-band';
import { shapeVerdict } from '../shape-verdict';
import { pointFeatures } from './features';

export interface IforestParameters {
    /** Number of points whose mean and deviation describe the neighbourhood of a point. */
    readonly iforestWindowSize: number;
    /** Share of the points that are flagged; 0 = those beyond the threshold. */
    readonly iforestContamination: number;
    /** Score beyond which a point is flagged, when no contamination is given. */
    readonly iforestThreshold: number;
    /** Seed of the random choices. */
    readonly iforestRandomState: number;
}

/** With fewer values each is easily told from the others. */
const FEWEST_VALUES = 16;

/** Interquartile ranges beyond the quartiles from which on a value is "far out" (Tukey 1977). */
const FAR_OUT = 3;

/**
 * The score of an isolation forest of 100 trees on 256 points each (Liu, Ting and Zhou 2008), which looks at the value, the
 * mean and deviation of the window before it, and the rate of change. It does not look at the clock.
 *
 * Scores lie between 0 and 1; the same seed gives the same scores. The default threshold of 0.72 flags less than one of
 * 10,000 points of Gaussian noise in series of 1,000 points and more.
 */
export const IFOREST: Detector<IforestParameters> = {
    method: 'iforest',
    title: 'Isolation forest',
    description:
        'Isolates points by random cuts through value, neighbourhood and rate of change. ' +
        'Fits series whose anomalies are unusual combinations; knows no time of day.',
    properties: {
        iforestWindowSize: {
            type: 'integer',
            title: 'Isolation forest window',
            description: 'Number of points, up to the tested one, whose mean and deviation describe where it stands.',
            default: 100,
            minimum: 2
        },
        iforestContamination: {
            type: 'number',
            title: 'Contamination',
            description: 'Share of the points that stand out; 0 = as many as score beyond the threshold.',
            default: 0,
            minimum: 0,
            maximum: 0.5
        },
        iforestThreshold: {
            type: 'number',
            title: 'Isolation forest threshold',
            description:
                'Score, 0 to 1, beyond which a point stands out; does not count where a contamination is given.',
            default: 0.72,
            minimum: 0.5,
            maximum: 1
        },
        iforestRandomState: {
            type: 'integer',
            title: 'Random state',
            description: 'Whole number that the random choices follow from: the same number gives the same result.',
            default: 42,
            minimum: 0
        }
    },
    detect: (values, parameters, times) => {
        const { iforestWindowSize, iforestContamination, iforestThreshold, iforestRandomState } = parameters;
        requireWhole('iforestWindowSize', iforestWindowSize, 2);
        requireBetween('iforestContamination', iforestContamination, 0, 0.5);
        requireBetween('iforestThreshold', iforestThreshold, 0.5, 1);
        requireWhole('iforestRandomState', iforestRandomState, 0);
        const fences = iqrBand(values, { iqrFactor: FAR_OUT });
        if (fences === undefined || fences.support < FEWEST_VALUES) {
            return silence(values.length, iforestThreshold);
        }
        const { low, high } = endsOf(fences);
        const features = pointFeatures(values, times, iforestWindowSize, value => value < low || value > high);
        const table = [features.value, features.rollingMean, features.rollingDeviation, features.rateOfChange];
        const score = IsolationForest.grow(table, { seed: iforestRandomState }).score(table);
        const threshold = iforestContamination > 0 ? quantile(score, 1 - iforestContamination) : iforestThreshold;
        return shapeVerdict(values, {
            score,
            threshold,
            // Kept off the threshold, which a large contamination may put in the midst of the usual scores.
            baseline: Math.min(quantile(score, 0.5), 0.9 * threshold),
            support: fences.support
        });
    }
};
