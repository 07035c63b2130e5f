import { bridgeGaps } from '../statistics/bridge-gaps';
import { HannSpectrum } from '../statistics/hann-spectrum';
import { medianAbsoluteDeviation } from '../statistics/median-absolute-deviation';
import { moments, varianceOf } from '../statistics/moments';
import { median } from '../statistics/quantile';
import { silence } from './detection';
import { Detector } from './detector';
import { requireBetween, requirePositive, requireWhole } from './parameter-bounds';
import { roundingError } from './rounding';
import { shapeVerdict } from './shape-verdict';
import { countsIn, pointScores, windowStarts } from './windows';

export interface FrequencyDomainParameters {
    /** Number of points in a window. */
    readonly frequencyDomainWindowSize: number;
    /** Share of a window that the next one has, too. */
    readonly frequencyDomainOverlap: number;
    /** Robust standard deviations above the median distance beyond which a window stands out. */
    readonly frequencyDomainThreshold: number;
}

/** A series is cut into as many windows of full length at least; shorter ones get shorter windows. */
const FEWEST_WINDOWS = 8;
const SHORTEST_WINDOW = 16;

/** Standard deviation of Gaussian data per median absolute deviation. */
const DEVIATION_PER_MAD = 1.4826;

/** Windows whose spectrum differs from the usual by less than this share of it differ by as much as others. */
const LEAST_SPREAD = 0.02;

/**
 * The distance of a window's spectrum from the median spectrum of all windows, in robust standard deviations above the
 * median distance. Spectra are magnitudes by Hann's window without the mean; the distance is Euclidean, relative to the
 * median spectrum.
 *
 * A point has the score of the window around it, interpolated between the middles of windows. The default threshold of 7
 * flags less than one of 10,000 points of Gaussian noise.
 */
export const FREQUENCY_DOMAIN: Detector<FrequencyDomainParameters> = {
    method: 'frequency_domain',
    title: 'Frequency domain',
    description:
        'Compares the spectrum of each stretch with the usual one. ' +
        'Fits values that swing: finds where they swing faster, slower, more or not at all.',
    properties: {
        frequencyDomainWindowSize: {
            type: 'integer',
            title: 'Frequency window',
            description: 'Number of points in a stretch; an eighth of the series at most.',
            default: 512,
            minimum: SHORTEST_WINDOW
        },
        frequencyDomainOverlap: {
            type: 'number',
            title: 'Overlap',
            description: 'Share of a stretch that belongs to the next one, too.',
            default: 0.5,
            minimum: 0,
            maximum: 0.9
        },
        frequencyDomainThreshold: {
            type: 'number',
            title: 'Frequency threshold',
            description: 'Robust standard deviations above the usual distance beyond which a stretch stands out.',
            default: 7,
            exclusiveMinimum: 0
        }
    },
    detect: (values, parameters) => {
        const { frequencyDomainWindowSize, frequencyDomainOverlap, frequencyDomainThreshold: threshold } = parameters;
        requireWhole('frequencyDomainWindowSize', frequencyDomainWindowSize, SHORTEST_WINDOW);
        requireBetween('frequencyDomainOverlap', frequencyDomainOverlap, 0, 0.9);
        requirePositive('frequencyDomainThreshold', threshold);
        const size = Math.min(frequencyDomainWindowSize, Math.floor(values.length / FEWEST_WINDOWS));
        const whole = moments(values);
        const deviation = Math.sqrt(varianceOf(whole, 'population'));
        const rounding = roundingError(Math.hypot(whole.mean, deviation));
        if (size < SHORTEST_WINDOW || !(deviation > rounding)) {
            return silence(values.length, threshold);
        }
        const starts = windowStarts(values.length, size, Math.max(1, Math.round(size * (1 - frequencyDomainOverlap))));
        const counts = countsIn(values, starts, size);
        const judged = starts.filter((_, place) => counts[place] >= size / 2);
        if (judged.length < FEWEST_WINDOWS) {
            return silence(values.length, threshold);
        }
        const spectra = spectraOf(bridgeGaps(values), judged, size);
        const middle = medianSpectrum(spectra, judged.length);
        const distances = inDeviations(distancesFrom(middle, spectra), norm(middle), rounding);
        const score = pointScores(values, judged, size, distances);
        return shapeVerdict(values, { score, threshold, support: judged.length });
    }
};

/** The magnitudes of all windows, one after the other. */
function spectraOf(values: Float64Array, starts: Uint32Array, size: number): Float32Array {
    const spectrum = new HannSpectrum(size);
    const spectra = new Float32Array(starts.length * spectrum.bins);
    starts.forEach((start, place) => spectrum.magnitudes(values, start, spectra, place * spectrum.bins));
    return spectra;
}

/** The median magnitude at each frequency. */
function medianSpectrum(spectra: Float32Array, count: number): Float64Array {
    const column = new Float64Array(count);
    return new Float64Array(spectra.length / count).map((_, bin, { length }) => {
        for (let place = 0; place < count; place++) {
            column[place] = spectra[place * length + bin];
        }
        return median(column);
    });
}

function norm(vector: Float64Array): number {
    return Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0));
}

/** The Euclidean distance of each spectrum from one. */
function distancesFrom(middle: Float64Array, spectra: Float32Array): Float64Array {
    const bins = middle.length;
    return new Float64Array(spectra.length / bins).map((_, place) => {
        let squares = 0;
        for (let bin = 0; bin < bins; bin++) {
            squares += (spectra[place * bins + bin] - middle[bin]) ** 2;
        }
        return Math.sqrt(squares);
    });
}

/**
 * How far distances lie above the usual one, in its deviations.
 *
 * Where most of a series rests, its median spectrum is none and most distances are 0: then mean and standard deviation
 * stand in for their robust kin.
 * @param size of the median spectrum
 * @param rounding size up to which it counts as none
 */
function inDeviations(distances: Float64Array, size: number, rounding: number): Float64Array {
    const { mean, ...rest } = moments(distances);
    const isNone = size <= rounding;
    const middle = isNone ? mean : median(distances);
    const spread = isNone
        ? Math.sqrt(varianceOf({ mean, ...rest }, 'population'))
        : Math.max(LEAST_SPREAD * size, DEVIATION_PER_MAD * medianAbsoluteDeviation(distances));
    return distances.map(distance => (spread > 0 ? Math.max(0, (distance - middle) / spread) : 0));
}
