import { BinRange, Change } from './change';

/**
 * The bin in which a change begins: of the stretches of bins that overlap the window, the one begins there whose values are farthest
 * on the changed side of the middle between both levels, in sum (the greatest sum of a stretch, Kadane's algorithm).
 * @param lead the bins before the window, in which it may begin
 */
export function onsetOf(values: Float64Array, change: Change, { from, to }: BinRange, lead: BinRange): number {
    const first = lead.from;
    const middle = (change.baseline + change.window) / 2;
    const sign = Math.sign(change.difference);
    let sum = 0;
    let start = first;
    let best = { sum: -Infinity, start: from };
    for (let index = first; index < to; index++) {
        const gain = Number.isFinite(values[index]) ? sign * (values[index] - middle) : 0;
        if (sum <= 0) {
            sum = 0;
            start = index;
        }
        sum += gain;
        if (index >= from && sum > best.sum) {
            best = { sum, start };
        }
    }
    return best.start;
}
