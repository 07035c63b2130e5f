/** Gain of likelihood, in nats, from which a change of the rate is taken for real. */
const LEAST_GAIN = 6;
/** Fewer blocks than these show no change of their rate. */
const FEWEST = 8;
/** A few blocks in a row at the end are no new rate. */
const LEAST_SHARE = 0.25;

/**
 * Index of the block with which growth began: where blocks began to come at a higher rate than before. The rate is that of a Poisson
 * process that may change once; where a change at the k-th of n blocks gains likelihood
 * `k·ln(k/a) + (n−k)·ln((n−k)/b) − n·ln(n/(a+b))` with the times a before and b from it on of more than 6 nats, the best one is it; else the first block. At least a quarter of the blocks comes after it.
 *
 * @param times of blocks that stay, ascending, between `start` and `end`
 */
export function growthStart(times: Float64Array, start: number, end: number): number {
    const n = times.length;
    if (n < FEWEST) {
        return 0;
    }
    const whole = n * Math.log(n / Math.max(end - start, 1));
    let best = 0;
    let mostGain = LEAST_GAIN;
    for (let k = 1; k <= n - Math.max(FEWEST / 2, n * LEAST_SHARE); k++) {
        const before = Math.max(times[k] - start, 1);
        const after = Math.max(end - times[k], 1);
        const gain = k * Math.log(k / before) + (n - k) * Math.log((n - k) / after) - whole;
        if (gain > mostGain && (n - k) / after > k / before) {
            mostGain = gain;
            best = k;
        }
    }
    return best;
}
