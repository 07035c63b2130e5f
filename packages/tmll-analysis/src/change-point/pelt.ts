/** A way to cut n values into segments: the total cost of segments and what each change costs. */
export interface Segmentable {
    /** Number of values. */
    readonly length: number;
    /** Cost of the values from `start`, inclusive, to `end`, exclusive. Cutting a stretch in two never costs more. */
    readonly cost: (start: number, end: number) => number;
    /** Fewest values in a segment. */
    readonly minimumSize: number;
    /** Changes lie at multiples of this, so that long series are affordable; 1 = anywhere. */
    readonly jump: number;
}

/**
 * The cut of least total cost plus `penalty` a change: exact, by dynamic programming over the last change, leaving out
 * those that can never be best again. Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear
 * computational cost" (2012).
 * @returns the first index of each segment but the first, ascending
 */
export function pelt({ length, cost, minimumSize, jump }: Segmentable, penalty: number): number[] {
    const count = Math.max(1, Math.floor(length / jump));
    const endOf = (step: number): number => (step === count ? length : step * jump);
    const least = Math.max(1, Math.ceil(minimumSize / jump));
    const best = new Float64Array(count + 1).fill(Infinity);
    best[0] = -penalty;
    const before = new Int32Array(count + 1);
    const candidates = new Int32Array(count + 1);
    const costs = new Float64Array(count + 1);
    const beatenAt = new Int32Array(count + 1).fill(count + 1);
    let living = 0;
    for (let step = least; step <= count; step++) {
        if (best[step - least] < Infinity) {
            candidates[living++] = step - least;
        }
        const end = endOf(step);
        for (let index = 0; index < living; index++) {
            const start = candidates[index];
            costs[index] = best[start] + cost(start * jump, end);
            if (costs[index] + penalty < best[step]) {
                best[step] = costs[index] + penalty;
                before[step] = start;
            }
        }
        let kept = 0;
        for (let index = 0; index < living; index++) {
            const start = candidates[index];
            // Even with the change free, a cut at this candidate costs more: whatever it ends with, a change here does better,
            // once the segment from here on is long enough.
            if (costs[index] > best[step]) {
                beatenAt[start] = Math.min(beatenAt[start], step);
            }
            if (step < beatenAt[start] + least) {
                candidates[kept++] = start;
            }
        }
        living = kept;
    }
    const changes: number[] = [];
    for (let step = before[count]; step > 0; step = before[step]) {
        changes.push(step * jump);
    }
    return changes.reverse();
}
