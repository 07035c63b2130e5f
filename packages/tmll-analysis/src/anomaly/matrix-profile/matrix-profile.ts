import { bridgeGaps } from '../../statistics/bridge-gaps';
import { matrixProfile } from '../../statistics/matrix-profile';
import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import { moments, varianceOf } from '../../statistics/moments';
import { median } from '../../statistics/quantile';
import { silence } from '../detection';
import { Detector } from '../detector';
import { requirePositive, requireWhole } from '../parameter-bounds';
import { roundingError } from '../rounding';
import { shapeVerdict } from '../shape-verdict';
import { countsIn, pointScores } from '../windows';

export interface MatrixProfileParameters {
    /** Number of points in a shape. */
    readonly matrixProfileWindowSize: number;
    /** Robust deviations above the median distance beyond which a shape stands out. */
    readonly matrixProfileThreshold: number;
}

const SHORTEST_WINDOW = 8;
const LONGEST_WINDOW = 1_000;
/** A series is cut into as many windows of full length at least; shorter ones get shorter windows. */
const FEWEST_WINDOWS = 8;
/** Windows that are compared with each other: more would take minutes. Longer series are cut into chunks of as many. */
const CHUNK = 8_192;
const DEVIATIONS_PER_MAD = 1.4826;
/** Least deviation of the distances, in parts of the greatest that there can be: where shapes repeat exactly it is none. */
const LEAST_DEVIATION = 0.02;

/**
 * How far a window's shape is from the one in the series that is most like it, in robust deviations of that distance above
 * its median: shapes that occur once are "discords" (Keogh, Lin and Fu 2005). See `matrixProfile`.
 *
 * A series of more than 8,192 windows is looked at in chunks of as many, each by itself, so that time is linear in its length.
 */
export const MATRIX_PROFILE: Detector<MatrixProfileParameters> = {
    method: 'matrix_profile',
    title: 'Matrix profile',
    description:
        'Looks for each stretch for the one most like it; the one without a like stands out. ' +
        'Fits shapes that come again, at whatever times.',
    properties: {
        matrixProfileWindowSize: {
            type: 'integer',
            title: 'Matrix profile window',
            description: 'Number of points in a shape; an eighth of the series at most.',
            default: 50,
            minimum: SHORTEST_WINDOW,
            maximum: LONGEST_WINDOW
        },
        matrixProfileThreshold: {
            type: 'number',
            title: 'Matrix profile threshold',
            description: 'Robust deviations above the median distance beyond which a shape stands out.',
            default: 6,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { matrixProfileWindowSize, matrixProfileThreshold: threshold }) => {
        requireWhole('matrixProfileWindowSize', matrixProfileWindowSize, SHORTEST_WINDOW, LONGEST_WINDOW);
        requirePositive('matrixProfileThreshold', threshold);
        const size = Math.min(matrixProfileWindowSize, Math.floor(values.length / FEWEST_WINDOWS));
        const whole = moments(values);
        const spread = Math.sqrt(varianceOf(whole, 'population'));
        if (size < SHORTEST_WINDOW || !(spread > roundingError(whole.mean))) {
            return silence(values.length, threshold);
        }
        const starts = Uint32Array.from({ length: values.length - size + 1 }, (_, start) => start);
        const counts = countsIn(values, starts, size);
        const distances = inChunks(bridgeGaps(values), size).map((distance, start) =>
            counts[start] < size / 2 ? NaN : distance
        );
        const least = LEAST_DEVIATION * 2 * Math.sqrt(size);
        const deviation = Math.max(least, DEVIATIONS_PER_MAD * medianAbsoluteDeviation(distances));
        const usual = median(distances);
        const scores = distances.map(distance => Math.max(0, (distance - usual) / deviation));
        return shapeVerdict(values, {
            score: pointScores(values, starts, size, scores),
            threshold,
            support: whole.count / size
        });
    }
};

/** Chunks of equal length, of which each begins where the windows of the one before end. */
function inChunks(values: Float64Array, size: number): Float64Array {
    const count = values.length - size + 1;
    const chunks = Math.ceil(count / CHUNK);
    const result = new Float64Array(count);
    for (let chunk = 0; chunk < chunks; chunk++) {
        const from = Math.floor((chunk * count) / chunks);
        const to = Math.floor(((chunk + 1) * count) / chunks);
        result.set(matrixProfile(values.subarray(from, to + size - 1), size), from);
    }
    return result;
}
