import { median } from '../../statistics/quantile';

/** A course of live bytes that looks like growth and is none. */
export type UsageShape =
    | { readonly kind: 'growth-released'; readonly peak: number }
    | { readonly kind: 'sawtooth'; readonly cycles: number; readonly peak: number }
    | { readonly kind: 'plateau'; readonly level: number; readonly share: number };

/** Shares of the peak that count as high and as low. */
const HIGH = 0.7;
const LOW = 0.3;
const FEWEST_CYCLES = 3;
const FEWEST_VALUES = 20;
/** How much a level may sway. */
const SWAY = 0.2;

/** The shape of live bytes over time; undefined when it is none of these. */
export function usageShape(live: Float64Array): UsageShape | undefined {
    const peak = live.reduce((most, value) => Math.max(most, value), 0);
    if (live.length < FEWEST_VALUES || peak === 0) {
        return undefined;
    }
    const cycles = falls(live, peak);
    if (cycles >= FEWEST_CYCLES) {
        return { kind: 'sawtooth', cycles, peak };
    }
    const at = (share: number): number => Math.floor(share * (live.length - 1));
    const reached = live.findIndex(value => value >= 0.9 * peak);
    const last = live[live.length - 1];
    if (reached >= at(0.5) && live[at(0.1)] < peak / 2 && last < LOW * peak) {
        return { kind: 'growth-released', peak };
    }
    return plateau(live, at);
}

/** How often values fall from high to low. */
function falls(live: Float64Array, peak: number): number {
    let count = 0;
    let isHigh = false;
    for (const value of live) {
        if (isHigh && value < LOW * peak) {
            count++;
        }
        isHigh = value >= HIGH * peak || (isHigh && value >= LOW * peak);
    }
    return count;
}

/** A level that was reached in the first half from well below, and kept. */
function plateau(live: Float64Array, at: (share: number) => number): UsageShape | undefined {
    const level = median(live.slice(at(0.5), at(0.95)));
    const reached = live.findIndex(value => value >= (1 - SWAY) * level);
    const kept = live.subarray(Math.max(reached, 0), at(0.95));
    const isLevel = kept.every(value => Math.abs(value - level) <= SWAY * level);
    const share = reached / (live.length - 1);
    return level > 0 && isLevel && reached > at(0.02) && reached <= at(0.5)
        ? { kind: 'plateau', level, share }
        : undefined;
}
