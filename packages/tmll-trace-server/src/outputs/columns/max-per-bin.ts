import type { Sampling } from '../output';
import type { Samples } from './mean-per-bin';

/**
 * The greatest of the samples in the bin that ends at each time. A bin without samples holds the last sample before it; before the
 * first sample, that one stands. Without samples all is 0.
 */
export function maxPerBin({ times, values }: Omit<Samples, 'rows'>, sampling: Sampling): Float64Array {
    const maxima = new Float64Array(sampling.times.length);
    let from = times.countUpTo(sampling.before);
    for (let index = 0; index < maxima.length; index++) {
        const to = times.countUpTo(sampling.times[index]);
        let greatest = -Infinity;
        for (let rank = from; rank < to; rank++) {
            greatest = Math.max(greatest, values.at(rank));
        }
        if (to > from) {
            maxima[index] = greatest;
        } else if (values.length > 0) {
            maxima[index] = values.at(Math.max(0, to - 1));
        }
        from = to;
    }
    return maxima;
}
