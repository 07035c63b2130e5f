import { typicalStep } from '../series/typical-step';

/** Points laid on an even grid. */
export interface EvenSlots {
    /** The value of each place, the mean where there are several points, NaN where there is none. */
    readonly slots: Float64Array;
    /** The place of a point. */
    readonly slotOf: (index: number) => number;
}

/** Places a point, beyond which points are too uneven for a grid. */
const MOST_SLOTS = 4;

/**
 * Lays points on a grid of their usual distance, each on the nearest place. Points so uneven that most places would be
 * empty are taken one after the other, as if they were equally far apart.
 *
 * @param times ascending, as many as values
 */
export function evenSlots(values: Float64Array, times: Float64Array): EvenSlots {
    const length = values.length;
    const step = typicalStep(times) ?? Infinity;
    const slotOf = (index: number): number => Math.round((times[index] - times[0]) / step);
    const count = length === 0 ? 0 : slotOf(length - 1) + 1;
    if (step === Infinity || count > MOST_SLOTS * length) {
        return { slots: values, slotOf: index => index };
    }
    const slots = new Float64Array(count);
    const points = new Float64Array(count);
    for (let index = 0; index < length; index++) {
        if (Number.isFinite(values[index])) {
            slots[slotOf(index)] += values[index];
            points[slotOf(index)]++;
        }
    }
    return { slots: slots.map((sum, slot) => sum / points[slot]), slotOf };
}
