import { selectQuantile } from '../../statistics/quantile';
import { SortedWindow } from '../../statistics/sorted-window';

/** Cycles before and after one that its profile is the median of: it may change slowly. */
const REACH = 8;
/** Parts of a period whose spread is taken from their own values. */
const PARTS = 40;
const DEVIATIONS_PER_MEDIAN = 1.4826;

/**
 * What repeats: for each point the median of the values at the same phase in the 17 cycles around it (near the ends the 17
 * first or last ones, and all when there are no more). NaN and infinite values are left out; 0 where there are no others.
 * @param values without their level
 */
export function seasonalProfile(values: Float64Array, period: number): Float64Array {
    const result = new Float64Array(values.length);
    const window = new SortedWindow(2 * REACH + 1);
    const put = (index: number): void => (Number.isFinite(values[index]) ? window.add(values[index]) : undefined);
    const drop = (index: number): void => (Number.isFinite(values[index]) ? window.remove(values[index]) : undefined);
    for (let phase = 0; phase < period; phase++) {
        window.clear();
        const last = Math.floor((values.length - 1 - phase) / period);
        for (let cycle = 0; cycle <= Math.min(2 * REACH, last); cycle++) {
            put(phase + cycle * period);
        }
        for (let cycle = 0; cycle <= last; cycle++) {
            if (cycle > REACH && cycle + REACH <= last) {
                drop(phase + (cycle - REACH - 1) * period);
                put(phase + (cycle + REACH) * period);
            }
            result[phase + cycle * period] = window.median() || 0;
        }
    }
    return result;
}

/**
 * Standard deviation of the residuals by phase, by their median, over a fortieth of the period and the fortieths on both
 * sides.
 * @returns as many as the period has points
 */
export function spreadByPhase(residuals: Float64Array, period: number): Float64Array {
    const result = new Float64Array(period);
    const size = Math.max(1, Math.round(period / PARTS));
    const width = Math.min(period, 3 * size);
    const part = new Float64Array(width * Math.ceil(residuals.length / period));
    for (let start = 0; start < period; start += size) {
        let count = 0;
        for (let offset = 0; offset < width; offset++) {
            const phase = (start - size + offset + period) % period;
            for (let index = phase; index < residuals.length; index += period) {
                part[count] = Math.abs(residuals[index]);
                count += Number.isFinite(part[count]) ? 1 : 0;
            }
        }
        const spread = DEVIATIONS_PER_MEDIAN * selectQuantile(part.subarray(0, count), 0.5);
        result.fill(spread || 0, start, start + size);
    }
    return result;
}
