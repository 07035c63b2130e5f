import { Stretch } from './window-features';

/** A series has started up after this part of it at the latest. */
export const START_UP = 0.05;
/** What covers this share of the time is a habit and no anomaly, nor is what does not exceed it by the margin. */
const HABIT = 0.25;
const MARGIN = 1.2;

/** A series has no past to compare its first points with: that they differ from all others is what starting looks like. */
export function forgiveStartUp(inside: Uint8Array): void {
    const end = inside.indexOf(0);
    if (end > 0 && end < START_UP * inside.length) {
        inside.fill(0, 0, end);
    }
}

/**
 * Keeps, when stretches cover too much of a series, only those that exceed by far what covers too much.
 * @returns what was usual all the same, in units of what was thought to be
 */
export function forgiveHabit(inside: Uint8Array, ratio: Float64Array): number {
    const runs = runsOf(inside)
        .map(run => ({ ...run, ratio: highest(ratio, run) }))
        .sort((a, b) => b.ratio - a.ratio);
    let covered = 0;
    const habit = runs.find(({ from, to }) => (covered += to - from) > HABIT * inside.length);
    if (habit === undefined) {
        return 1;
    }
    const scale = MARGIN * habit.ratio;
    runs.filter(run => run.ratio <= scale).forEach(({ from, to }) => inside.fill(0, from, to));
    return scale;
}

function highest(ratio: Float64Array, { from, to }: Stretch): number {
    let most = 0;
    for (let index = from; index < to; index++) {
        most = ratio[index] > most ? ratio[index] : most;
    }
    return most;
}

/** The stretches of ones. */
export function runsOf(inside: Uint8Array): Stretch[] {
    const runs: Stretch[] = [];
    for (let from = inside.indexOf(1); from >= 0;) {
        const end = inside.indexOf(0, from);
        const to = end < 0 ? inside.length : end;
        runs.push({ from, to });
        from = inside.indexOf(1, to);
    }
    return runs;
}
