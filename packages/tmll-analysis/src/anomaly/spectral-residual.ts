import { bridgeGaps } from '../statistics/bridge-gaps';
import { mean, moments, varianceOf } from '../statistics/moments';
import { rollingMoments } from '../statistics/rolling-moments';
import { saliencyMap } from '../statistics/saliency-map';
import { silence } from './detection';
import { Detector } from './detector';
import { requirePositive, requireWhole } from './parameter-bounds';
import { roundingError } from './rounding';
import { shapeVerdict } from './shape-verdict';

export interface SpectralResidualParameters {
    /** Number of points whose spectrum is taken, rounded up to a power of two. */
    readonly spectralResidualWindowSize: number;
    /** Multiples of the usual saliency above it beyond which a point stands out. */
    readonly spectralResidualThreshold: number;
}

const FEWEST_VALUES = 32;

/** Number of points before the tested one whose saliency it is compared with, z in the paper. */
const NEIGHBOURS = 21;

/** Neighbours without any saliency are given this share of that of the whole series. */
const LEAST_SALIENCY = 0.1;

/**
 * The saliency of a point by its spectral residual, in multiples of the mean of the 21 points before it, less 1
 * (Ren et al., "Time-Series Anomaly Detection Service at Microsoft", KDD 2019, equation 9). On Gaussian noise, white or
 * autocorrelated, the paper's threshold of 3 flags 44 of 10,000 points, the default of 6 flags 0.2.
 */
export const SPECTRAL_RESIDUAL: Detector<SpectralResidualParameters> = {
    method: 'spectral_residual',
    title: 'Spectral residual',
    description:
        'Levels out what the spectrum shows as regular and looks at what remains. ' +
        'Fits waves, trends and noise alike, for single spikes and breaks; misses long ones.',
    properties: {
        spectralResidualWindowSize: {
            type: 'integer',
            title: 'Spectral residual window',
            description: 'Number of points whose spectrum is taken, rounded up to a power of two.',
            default: 1024,
            minimum: FEWEST_VALUES
        },
        spectralResidualThreshold: {
            type: 'number',
            title: 'Spectral residual threshold',
            description: "How many times its neighbours' saliency a point must have on top of that to stand out.",
            default: 6,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { spectralResidualWindowSize, spectralResidualThreshold: threshold }) => {
        requireWhole('spectralResidualWindowSize', spectralResidualWindowSize, FEWEST_VALUES);
        requirePositive('spectralResidualThreshold', threshold);
        const whole = moments(values);
        if (whole.count < FEWEST_VALUES || !(Math.sqrt(varianceOf(whole, 'population')) > roundingError(whole.mean))) {
            return silence(values.length, threshold);
        }
        const window = Math.min(
            powerOfTwo(values.length, Math.floor),
            powerOfTwo(spectralResidualWindowSize, Math.ceil)
        );
        const saliency = saliencyMap(bridgeGaps(values), window);
        const score = overNeighbours(saliency, values);
        return shapeVerdict(values, { score, threshold, support: whole.count });
    }
};

function powerOfTwo(length: number, round: (power: number) => number): number {
    return 2 ** round(Math.log2(length));
}

/** Saliency in multiples of that of the points before, less 1; 0 where it is less, NaN where there is no value. */
function overNeighbours(saliency: Float64Array, values: Float64Array): Float64Array {
    const least = LEAST_SALIENCY * mean(saliency);
    const { mean: before } = rollingMoments(saliency, { window: NEIGHBOURS, end: 'exclusive' });
    // The first points are compared with the first whole neighbourhood.
    before.fill(before[NEIGHBOURS], 0, NEIGHBOURS);
    return saliency.map((each, index) =>
        Number.isFinite(values[index]) ? Math.max(0, each / Math.max(before[index], least) - 1) : NaN
    );
}
