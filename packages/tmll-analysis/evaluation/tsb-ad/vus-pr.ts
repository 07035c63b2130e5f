/** A labelled stretch of a series: indices of its first and last point, both inclusive. */
interface Stretch {
    readonly first: number;
    readonly last: number;
}

const THRESHOLDS = 250;

/**
 * VUS-PR: the area under the curve of precision over recall, both tolerant of alarms near a labelled stretch, averaged
 * over all tolerances from 0 to `buffer` points. Paparrizos et al., "Volume under the surface", PVLDB 15 (2022), in the
 * form that TSB-AD computes (its version `opt`, 250 thresholds).
 *
 * For a tolerance w the label of a point at a distance d ≤ ⌊w/2⌋ of a labelled stretch is √(1 − d/w), of several the
 * sum, at most 1. Alarms are the points that score a threshold or more; the thresholds are the scores at 250 ranks,
 * spread evenly. With TP the sum of the labels of alarms:
 * - precision = TP / number of alarms;
 * - recall = min(1, TP/P) · the share of the stretches that have an alarm, each widened by ⌊w/2⌋ and joined where they
 *   meet. P is the mean of the number of labelled points and the sum of the labels of these and of alarms beyond them.
 *
 * @param scores one per point, higher = more anomalous, no NaN
 * @param labels 1 where a point is anomalous, else 0; at least one is
 * @param buffer largest tolerance, in points, from 0 on
 * @returns from 0 to 1
 */
export function vusPr(scores: Float64Array, labels: Uint8Array, buffer: number): number {
    const stretches = stretchesOf(labels);
    const alarms = new Alarms(scores);
    let volume = 0;
    for (let tolerance = 0; tolerance <= buffer; tolerance++) {
        volume += area(tolerance, labels, stretches, alarms);
    }
    return volume / (buffer + 1);
}

/** For each point the first of the thresholds, from the highest down, at which it is an alarm. */
class Alarms {
    /** By point. */
    readonly threshold: Uint16Array;
    /** Number of alarms by threshold. */
    readonly count: Float64Array;

    constructor(scores: Float64Array) {
        const descending = scores.slice().sort().reverse();
        const step = (scores.length - 1) / (THRESHOLDS - 1);
        const ranks = Array.from({ length: THRESHOLDS }, (_, k) => Math.floor(k * step));
        ranks[THRESHOLDS - 1] = scores.length - 1;
        const thresholds = ranks.map(rank => descending[rank]);
        this.threshold = Uint16Array.from(scores, score => firstAtMost(thresholds, score));
        this.count = new Float64Array(THRESHOLDS);
        this.threshold.forEach(threshold => this.count[threshold]++);
        accumulate(this.count);
    }
}

function area(tolerance: number, labels: Uint8Array, stretches: readonly Stretch[], alarms: Alarms): number {
    const reach = Math.floor(tolerance / 2);
    const widened = widen(stretches, reach, labels.length);
    const inside = new Float64Array(THRESHOLDS);
    const beside = new Float64Array(THRESHOLDS);
    const found = new Float64Array(THRESHOLDS);
    let labelled = 0;
    for (const stretch of widened) {
        let first = THRESHOLDS;
        for (let index = stretch.first; index <= stretch.last; index++) {
            const threshold = alarms.threshold[index];
            first = Math.min(first, threshold);
            if (labels[index] === 1) {
                labelled++;
                inside[threshold]++;
            } else {
                beside[threshold] += labelBeside(index, tolerance, reach, stretches);
            }
        }
        found[first]++;
    }
    [inside, beside, found].forEach(accumulate);
    let result = 0;
    let before = 0;
    for (let threshold = 0; threshold < THRESHOLDS; threshold++) {
        const truePositives = inside[threshold] + beside[threshold];
        const positives = (labelled + labelled + beside[threshold]) / 2;
        const existence = found[threshold] / widened.length;
        const recall = Math.min(1, truePositives / positives) * existence;
        result += ((recall - before) * truePositives) / alarms.count[threshold];
        before = recall;
    }
    return result;
}

function labelBeside(index: number, tolerance: number, reach: number, stretches: readonly Stretch[]): number {
    let label = 0;
    for (const { first, last } of stretches) {
        const distance = index < first ? first - index : index - last;
        label += distance <= reach ? Math.sqrt(1 - distance / tolerance) : 0;
    }
    return Math.min(1, label);
}

function stretchesOf(labels: Uint8Array): Stretch[] {
    const stretches: Stretch[] = [];
    let first = labels.indexOf(1);
    while (first >= 0) {
        const end = labels.indexOf(0, first);
        stretches.push({ first, last: (end < 0 ? labels.length : end) - 1 });
        first = end < 0 ? -1 : labels.indexOf(1, end);
    }
    return stretches;
}

/** Widened by `reach` on both sides; those that then share a point are joined. */
function widen(stretches: readonly Stretch[], reach: number, length: number): Stretch[] {
    const widened: Stretch[] = [];
    for (const stretch of stretches) {
        const first = Math.max(0, stretch.first - reach);
        const last = Math.min(length - 1, stretch.last + reach);
        const before = widened[widened.length - 1];
        if (before !== undefined && first <= before.last) {
            widened[widened.length - 1] = { first: before.first, last };
        } else {
            widened.push({ first, last });
        }
    }
    return widened;
}

/** Sums up in place. */
function accumulate(values: Float64Array): void {
    for (let index = 1; index < values.length; index++) {
        values[index] += values[index - 1];
    }
}

/** Index of the first of descending thresholds that a score reaches. */
function firstAtMost(thresholds: readonly number[], score: number): number {
    let low = 0;
    let high = thresholds.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (thresholds[middle] <= score) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
