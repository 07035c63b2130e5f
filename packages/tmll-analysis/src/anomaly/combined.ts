import { Detection, silence, VoteColumn } from './detection';
import { Detector } from './detector';
import { IQR, iqrBand, IqrParameters } from './iqr';
import { MOVING_AVERAGE, MovingAverageParameters } from './moving-average';
import { requireWhole } from './parameter-bounds';
import { endsOf, scoreOutside, SteadyBand } from './steady-band';
import { ZSCORE, zscoreBand, ZscoreParameters } from './zscore';

export interface CombinedParameters extends ZscoreParameters, IqrParameters, MovingAverageParameters {
    /** Number of the three methods that must find a value too high, or too low. */
    readonly vote: number;
}

const VOTERS = 3;

/**
 * A vote of z-score, interquartile range and moving average, each with its own parameters: a point stands out when `vote`
 * of them find it too high, or as many find it too low. By default all must agree.
 *
 * With k for the vote, the band ends where the k-th nearest of the three bands ends on each side, and the score is the
 * k-th highest distance of the value from what they expect on one side, in units of their thresholds. A method that says
 * nothing on a point, as the moving average on the first ones, has no vote there.
 */
export const COMBINED: Detector<CombinedParameters> = {
    method: 'combined',
    title: 'Combined',
    description:
        'Lets z-score, interquartile range and moving average vote, by default so that all must agree. ' +
        'Fits where a false alarm is worse than a miss.',
    properties: {
        ...ZSCORE.properties,
        ...IQR.properties,
        ...MOVING_AVERAGE.properties,
        vote: {
            type: 'integer',
            title: 'Votes needed',
            description: 'How many of the three methods must find a value too high, or too low.',
            default: VOTERS,
            minimum: 1,
            maximum: VOTERS
        }
    },
    detect: (values, parameters, times) => {
        const { vote } = parameters;
        requireWhole('vote', vote, 1, VOTERS);
        const bands = [zscoreBand(values, parameters), iqrBand(values, parameters)];
        const moving = MOVING_AVERAGE.detect(values, parameters, times);
        const votes = [
            steadyVote(ZSCORE.method, bands[0], values, parameters.zscoreThreshold),
            steadyVote(IQR.method, bands[1], values, parameters.iqrFactor),
            { method: MOVING_AVERAGE.method, score: moving.score, threshold: moving.threshold, flags: moving.flags }
        ];
        return {
            ...count(values, votes, bands, moving.expected, vote),
            ...combineBands(bands, moving, vote),
            threshold: 1,
            support: Math.max(moving.support, ...bands.map(band => band?.support ?? 0)),
            // Where all must agree, the verdict is forgotten with the one who forgets.
            memory: vote === VOTERS ? moving.memory : 0,
            votes
        };
    }
};

/** The bands of the two methods that have one for the whole series; undefined where a method says nothing. */
type SteadyBands = readonly (SteadyBand | undefined)[];

function steadyVote(method: string, band: SteadyBand | undefined, values: Float64Array, threshold: number): VoteColumn {
    const { score, flags } = band === undefined ? silence(values.length, threshold) : scoreOutside(band, values);
    return { method, score, threshold, flags };
}

function count(
    values: Float64Array,
    [first, second, third]: readonly VoteColumn[],
    bands: SteadyBands,
    movingMean: Float64Array,
    vote: number
): Pick<Detection, 'score' | 'flags'> {
    const [firstMean, secondMedian] = bands.map(band => band?.expected ?? NaN);
    const score = new Float64Array(values.length);
    const flags = new Uint8Array(values.length);
    for (let index = 0; index < values.length; index++) {
        const value = values[index];
        const a = first.score[index] / first.threshold;
        const b = second.score[index] / second.threshold;
        const c = third.score[index] / third.threshold;
        const overFirst = value > firstMean;
        const overSecond = value > secondMedian;
        const overThird = value > movingMean[index];
        const isUndisputed = overFirst === overSecond && overSecond === overThird && a + b + c < Infinity;
        score[index] = isUndisputed
            ? kthHighest(a, b, c, vote)
            : disputed(overFirst ? a : -a, overSecond ? b : -b, overThird ? c : -c, vote);
        const agreeing = first.flags[index] + second.flags[index] + third.flags[index];
        if (agreeing >= vote) {
            const above =
                (overFirst ? first.flags[index] : 0) +
                (overSecond ? second.flags[index] : 0) +
                (overThird ? third.flags[index] : 0);
            flags[index] = Number(Math.max(above, agreeing - above) >= vote);
        }
    }
    return { score, flags };
}

/**
 * The score where methods see a value on different sides, or some see nothing.
 * @param a distance from what the first expects in units of its threshold, positive above, NaN where it says nothing
 */
function disputed(a: number, b: number, c: number, vote: number): number {
    const above = kthHighest(known(a), known(b), known(c), vote);
    const below = kthHighest(known(-a), known(-b), known(-c), vote);
    return Math.max(above, below) === -Infinity ? NaN : Math.max(0, above, below);
}

/** Of three numbers the highest, the second or the third. */
function kthHighest(a: number, b: number, c: number, k: number): number {
    if (k === 1) {
        return Math.max(a, b, c);
    }
    return k === VOTERS ? Math.min(a, b, c) : Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** A number, or the lowest of all where there is none. */
function known(value: number): number {
    return Number.isNaN(value) ? -Infinity : value;
}

/**
 * The k-th nearest end of the bands on each side, and the median of the expected values, in place of those of the moving
 * average. Where one vote is enough the bands may have nothing in common: then it has no width.
 */
function combineBands(
    bands: SteadyBands,
    { expected, low, high }: Detection,
    vote: number
): Pick<Detection, 'expected' | 'low' | 'high'> {
    const nothing = { expected: NaN, low: NaN, high: NaN };
    const [first, second] = bands.map(band => (band ? { expected: band.expected, ...endsOf(band) } : nothing));
    const lows = kthHighestWith(first.low, second.low, vote);
    const highs = kthHighestWith(-first.high, -second.high, vote);
    const middles = kthHighestWith(first.expected, second.expected, 2);
    for (let index = 0; index < expected.length; index++) {
        const from = lows(low[index]);
        const to = -highs(-high[index]);
        const isKnown = from > -Infinity && to < Infinity;
        low[index] = isKnown ? Math.min(from, (from + to) / 2) : NaN;
        high[index] = isKnown ? Math.max(to, (from + to) / 2) : NaN;
        expected[index] = Math.max(low[index], Math.min(high[index], middles(expected[index])));
    }
    return { expected, low, high };
}

/** The k-th highest of two numbers and a third, which is the third between two limits. NaN counts as the lowest. */
function kthHighestWith(first: number, second: number, k: number): (third: number) => number {
    const [a, b] = [known(first), known(second)];
    const least = kthHighest(a, b, -Infinity, k);
    const most = kthHighest(a, b, Infinity, k);
    return third => (Number.isNaN(third) ? least : Math.max(least, Math.min(most, third)));
}
