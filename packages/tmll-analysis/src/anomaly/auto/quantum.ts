/** Values looked at. */
const SAMPLE = 4096;
/** Share of the values that may lie off the grid: a rate in a shorter bin does. */
const OFF_GRID = 0.02;
/** Distance from the grid, in steps, that rounding may make. */
const ROUNDING = 1e-3;
/** Grids finer than this part of the range are as good as none. */
const FINEST = 1e-6;

/**
 * The step of the grid that the values lie on, which is what one event more or less makes: 1 for counts, 10 events/s for
 * rates over 100 ms. 0 when they lie on none. It is judged by up to 4,096 values spread evenly.
 */
export function quantumOf(values: Float64Array): number {
    const sample = sampleOf(values);
    const least = sample[0];
    const range = sample[sample.length - 1] - least;
    let step = Infinity;
    for (let index = 1; index < sample.length; index++) {
        const gap = sample[index] - sample[index - 1];
        step = gap > FINEST * range && gap < step ? gap : step;
    }
    const isOff = (value: number): boolean => {
        const steps = (value - least) / step;
        return Math.abs(steps - Math.round(steps)) > ROUNDING;
    };
    const off = sample.reduce((count, value) => count + (isOff(value) ? 1 : 0), 0);
    return step < Infinity && off <= OFF_GRID * sample.length ? step : 0;
}

/** Finite values in ascending order. */
function sampleOf(values: Float64Array): Float64Array {
    const stride = Math.max(1, Math.ceil(values.length / SAMPLE));
    const sample = new Float64Array(Math.ceil(values.length / stride));
    let count = 0;
    for (let index = 0; index < values.length; index += stride) {
        sample[count] = values[index];
        count += Number.isFinite(values[index]) ? 1 : 0;
    }
    return sample.subarray(0, count).sort();
}
