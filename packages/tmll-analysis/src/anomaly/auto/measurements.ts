/** A series with fewer changes says little on how its values usually are … */
const FEWEST_CHANGES = 8;
/** … unless it rests at one value for this part of the time. */
const RESTING = 1 / 2;

/**
 * Whether a series has too few values of its own to say which of them are usual: one that is sampled more often than it is
 * measured holds each until the next, and how long it does so says nothing on how usual it is.
 */
export function isRarelyMeasured(values: Float64Array): boolean {
    const stays = new Map<number, number>();
    let before = NaN;
    let changes = 0;
    let there = 0;
    for (let index = 0; index < values.length; index++) {
        const value = values[index];
        if (!Number.isFinite(value)) {
            continue;
        }
        changes += there > 0 && value !== before ? 1 : 0;
        if (changes >= FEWEST_CHANGES) {
            return false;
        }
        before = value;
        there++;
        stays.set(value, (stays.get(value) ?? 0) + 1);
    }
    return Math.max(...stays.values()) < RESTING * there;
}
