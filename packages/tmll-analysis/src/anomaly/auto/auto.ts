import { Detection, silence } from '../detection';
import { Detector } from '../detector';
import { requirePositive } from '../parameter-bounds';
import { roundingError } from '../rounding';
import { BASIS } from './basis';
import { Decomposition, decompose } from './decomposition';
import { isRarelyMeasured } from './measurements';
import { quantumOf } from './quantum';
import { Scan, scan } from './scan';

export interface AutoParameters {
    /** How much is flagged: at 2 what is half as far out as by default. */
    readonly autoSensitivity: number;
}

/** Scores are in units of what is usual. */
const THRESHOLD = 1;
/** With fewer values nothing can be called unusual. */
const LEAST_VALUES = 16;
/** Values that an expectation rests on: the cycles of a period, or this share of a series that has none. */
const CYCLES = 17;
const LEVEL_SHARE = 1 / 4;

/**
 * Looks at the series and compares it with what it does itself most of the time: with its level, which may move slowly, and
 * its period when it has one. How far single points, means over windows and steps between them usually are from that tells
 * which of them stand out.
 *
 * Scores are distances in units of what is usual, 1 is the threshold. docs/analyses/anomalies.md explains the method.
 */
export const AUTO: Detector<AutoParameters> = {
    method: 'auto',
    title: 'Automatic',
    description:
        'Looks at the series first: compares one that repeats with its own period, any other with its own level, in ' +
        'windows of several widths. Fits nearly all series; take another method to see one in a certain way.',
    properties: {
        autoSensitivity: {
            type: 'number',
            title: 'Sensitivity',
            description: 'At 2 stands out what is half as far out as by default, at 0.5 what is twice as far out.',
            default: 1,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { autoSensitivity: sensitivity }, times) => {
        requirePositive('autoSensitivity', sensitivity);
        const there = finiteIndices(values);
        if (there.length === 0) {
            return { ...silence(values.length, THRESHOLD), basis: BASIS.empty };
        }
        if (there.length < LEAST_VALUES) {
            return { ...silence(values.length, THRESHOLD), basis: BASIS.tooShort };
        }
        const { least, greatest } = extremes(values, there);
        const rounding = roundingError(Math.max(Math.abs(least), Math.abs(greatest)));
        if (!(greatest - least > rounding)) {
            return { ...silence(values.length, THRESHOLD), basis: BASIS.constant };
        }
        if (isRarelyMeasured(values)) {
            return { ...silence(values.length, THRESHOLD), basis: BASIS.rare };
        }
        const quantum = quantumOf(values);
        const parts = decompose(values, quantum);
        const { level, residuals, spread, period } = parts;
        const scanned = scan({
            residuals: pick(residuals, there),
            rise: pick(level, there).map(value => (value - level[there[0]]) / spread),
            quantum: quantum / spread,
            rounding: rounding / spread,
            sensitivity
        });
        return {
            ...columnsOf(parts, scanned, there),
            threshold: THRESHOLD,
            judges: 'shape',
            support: period === undefined ? LEVEL_SHARE * there.length : Math.min(CYCLES, values.length / period),
            memory: 0,
            basis: period === undefined ? BASIS.level : BASIS.period(period, times)
        };
    }
};

/** Brings what was scanned back to all points and to the unit of the values. */
function columnsOf(
    { level, season, spreadAt, period = 1 }: Decomposition,
    { ratio, flags, inside, low, high }: Scan,
    there: Uint32Array
): Pick<Detection, 'score' | 'expected' | 'low' | 'high' | 'flags' | 'inside'> {
    const length = level.length;
    const columns = {
        score: new Float64Array(length).fill(NaN),
        expected: new Float64Array(length).fill(NaN),
        low: new Float64Array(length).fill(NaN),
        high: new Float64Array(length).fill(NaN),
        flags: new Uint8Array(length),
        inside: new Uint8Array(length)
    };
    for (let place = 0; place < there.length; place++) {
        const index = there[place];
        const expected = level[index] + (season === undefined ? 0 : season[index]);
        const unit = spreadAt === undefined ? 1 : spreadAt[index % period];
        columns.score[index] = ratio[place];
        columns.expected[index] = expected;
        columns.low[index] = expected + unit * low[place];
        columns.high[index] = expected + unit * high[place];
        columns.flags[index] = flags[place];
        columns.inside[index] = inside[place];
    }
    return columns;
}

function finiteIndices(values: Float64Array): Uint32Array {
    const indices = new Uint32Array(values.length);
    let count = 0;
    for (let index = 0; index < values.length; index++) {
        indices[count] = index;
        count += Number.isFinite(values[index]) ? 1 : 0;
    }
    return indices.subarray(0, count);
}

function extremes(values: Float64Array, there: Uint32Array): { least: number; greatest: number } {
    let least = Infinity;
    let greatest = -Infinity;
    for (let place = 0; place < there.length; place++) {
        const value = values[there[place]];
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
    }
    return { least, greatest };
}

/** The values themselves when all are asked for. */
function pick(values: Float64Array, there: Uint32Array): Float64Array {
    if (there.length === values.length) {
        return values;
    }
    const picked = new Float64Array(there.length);
    for (let place = 0; place < there.length; place++) {
        picked[place] = values[there[place]];
    }
    return picked;
}
