import { median } from '../statistics/quantile';
import { medianAbsoluteDeviation } from '../statistics/median-absolute-deviation';
import { standardDeviation } from '../statistics/moments';
import { StudentPredictive } from './student-predictive';

export interface BocpdOptions {
    /** Probability beforehand that a value begins something new; 1/n by default. */
    readonly hazard?: number;
    /** Values after a place that are looked at before it is judged; 10 by default. */
    readonly lag?: number;
}

/** Runs less probable than this are no longer followed. */
const NEGLIGIBLE = 1e-7;

/**
 * For each value the probability that a new run begins with it, given all values before and up to `lag` after it:
 * Bayesian online change point detection (Adams and MacKay 2007). Within a run values are independent and Gaussian, of unknown
 * mean and variance; beforehand these are those of the whole series, worth one hundredth of a value and two. The sum over a
 * stretch is the expected number of changes in it.
 *
 * At most n²/2 steps, in practice n times the length of the runs.
 * @param values all finite
 * @returns as many numbers from 0 to 1 as there are values; all 0 for constant ones
 */
export function changeProbabilities(values: Float64Array, options: BocpdOptions = {}): Float64Array {
    const { length } = values;
    const { hazard = 1 / Math.max(2, length), lag = 10 } = options;
    const probabilities = new Float64Array(length);
    const scale = 1.4826 * medianAbsoluteDeviation(values) || standardDeviation(values, 'population');
    if (!(scale > 0)) {
        return probabilities;
    }
    const middle = median(values);
    const predictive = new StudentPredictive(length);
    // Where each run that is still possible began, the oldest first, and how probable it is.
    let starts = Int32Array.of(0);
    let masses = Float64Array.of(1);
    for (let index = 0; index < length; index++) {
        const value = (values[index] - middle) / scale;
        let total = 0;
        let grown = new Float64Array(starts.length);
        for (let run = 0; run < starts.length; run++) {
            grown[run] = masses[run] * predictive.density(starts[run], index, value);
            total += grown[run];
        }
        const begin = hazard * predictive.density(index, index, value);
        const evidence = (1 - hazard) * total + (index === 0 ? 0 : begin);
        grown = grown.map(mass => ((1 - hazard) * mass) / evidence);
        predictive.add(value);
        const kept: number[] = [];
        grown.forEach((mass, run) => (mass > NEGLIGIBLE ? kept.push(run) : 0));
        starts = Int32Array.from([...kept.map(run => starts[run]), ...(index === 0 ? [] : [index])]);
        masses = Float64Array.from([...kept.map(run => grown[run]), ...(index === 0 ? [] : [begin / evidence])]);
        judge(probabilities, starts, masses, index, lag, length);
    }
    return probabilities;
}

/** The run that began `lag` values ago is judged now, and all since then once there are no more values. */
function judge(
    probabilities: Float64Array,
    starts: Int32Array,
    masses: Float64Array,
    index: number,
    lag: number,
    length: number
): void {
    const isLast = index === length - 1;
    starts.forEach((start, run) => {
        if (start > 0 && (start === index - lag || (isLast && start > index - lag))) {
            probabilities[start] = masses[run];
        }
    });
}
