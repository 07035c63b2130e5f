/** Room above and below the curves, as a share of what they span. */
const MARGIN = 0.06;

/**
 * What the Y axis spans.
 * @param low and `high` of the values on screen; undefined when there are none
 * @param fromZero zero is on the axis where no value is on its other side
 */
export function yRange(low: number | undefined, high: number | undefined, fromZero: boolean): [number, number] {
    if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) {
        return [0, 1];
    }
    const bottom = fromZero ? Math.min(low, 0) : low;
    const top = fromZero ? Math.max(high, 0) : high;
    if (fromZero && bottom === 0 && top === 0) {
        return [0, 1];
    }
    const span = top - bottom || Math.abs(top) || 1;
    return [
        fromZero && low >= 0 ? 0 : bottom - span * MARGIN,
        fromZero && high <= 0 && low < 0 ? 0 : top + span * MARGIN
    ];
}
