import { quantile } from '../statistics/quantile';

const SAMPLES = 1001;

/**
 * The time from a point to the next that is usual in a series, in ns: the median of the differences that are not zero,
 * taken at up to 1,001 places spread evenly. Undefined when no two points differ in time.
 */
export function typicalStep(times: Float64Array): number | undefined {
    const last = times.length - 1;
    const count = Math.min(last, SAMPLES);
    const steps: number[] = [];
    for (let sample = 0; sample < count; sample++) {
        const index = Math.floor((sample * last) / count);
        const step = times[index + 1] - times[index];
        if (step > 0) {
            steps.push(step);
        }
    }
    return steps.length === 0 ? undefined : quantile(Float64Array.from(steps), 0.5);
}
