import { typicalStep } from '../series/typical-step';

/** Points laid on an even grid. */
export interface EvenSlots {
    /** The value of each place, the mean where there are several points, NaN where there is none. */
    readonly slots: Float64Array;
    /** The place of each point. */
    readonly slotOf: Int32Array;
}

/** Places a point, beyond which points are too uneven for a grid. */
const MOST_SLOTS = 4;
/** Gaps of more steps say too little about one step. */
const SHORT_GAP = 10;
/** How far the grid gives way to a point that is early or late, as a share of that. */
const YIELDING = 0.25;

/**
 * Lays points on a grid of their usual distance, each on the nearest place. Points may be early or late by less than half
 * a step: the grid follows them slowly. Points so uneven that most places would be empty are taken one after the other, as
 * if they were equally far apart.
 *
 * @param times ascending, as many as values
 */
export function evenSlots(values: Float64Array, times: Float64Array): EvenSlots {
    const step = meanStep(times);
    const slotOf = new Int32Array(values.length);
    let place = times[0];
    for (let index = 1; index < values.length; index++) {
        const steps = step === undefined ? 1 : Math.round((times[index] - place) / step);
        if (step === undefined || slotOf[index - 1] + steps >= MOST_SLOTS * values.length) {
            return { slots: values, slotOf: slotOf.map((_, position) => position) };
        }
        slotOf[index] = slotOf[index - 1] + Math.max(0, steps);
        place += steps * step;
        place += YIELDING * (times[index] - place);
    }
    return { slots: meansBySlot(values, slotOf), slotOf };
}

/** The usual distance of two points, in the mean over all short gaps; undefined when no two points differ in time. */
function meanStep(times: Float64Array): number | undefined {
    const step = typicalStep(times);
    if (step === undefined) {
        return undefined;
    }
    let duration = 0;
    let count = 0;
    for (let index = 1; index < times.length; index++) {
        const distance = times[index] - times[index - 1];
        const steps = Math.round(distance / step);
        if (steps >= 1 && steps <= SHORT_GAP) {
            duration += distance;
            count += steps;
        }
    }
    return duration / count;
}

function meansBySlot(values: Float64Array, slotOf: Int32Array): Float64Array {
    const count = values.length === 0 ? 0 : slotOf[values.length - 1] + 1;
    const sums = new Float64Array(count);
    const points = new Float64Array(count);
    for (let index = 0; index < values.length; index++) {
        if (Number.isFinite(values[index])) {
            sums[slotOf[index]] += values[index];
            points[slotOf[index]]++;
        }
    }
    return sums.map((sum, slot) => sum / points[slot]);
}
