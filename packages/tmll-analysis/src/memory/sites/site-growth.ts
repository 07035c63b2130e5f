import { theilSen } from '../../statistics/theil-sen';
import { CallSite } from './call-site';
import { growthStart } from './growth-start';

/**
 * What becomes of the blocks of a call site:
 * - `growing`: new ones that stay keep coming, up to the end: a leak, or a cache without a limit;
 * - `stopped`: they kept coming for a time, and no longer;
 * - `held`: they were taken once, or a few times, and are kept;
 * - `recent`: all are young for this site, and may yet be given back;
 * - `released`: none is live.
 */
export type SiteVerdict = 'growing' | 'stopped' | 'held' | 'recent' | 'released';

/** Bytes per second, with the interval in which it lies with 95 % confidence. */
export interface GrowthRate {
    readonly bytesPerSecond: number;
    readonly low: number;
    readonly high: number;
}

/** Whether and how a call site grows. Times are ns from the origin. */
export interface SiteGrowth {
    readonly verdict: SiteVerdict;
    /** Blocks that are older than 99 of 100 that were given back here lived. */
    readonly oldBlocks: number;
    readonly oldBytes: number;
    /** The age from which a block is old here; 0 where none was ever given back. */
    readonly oldAge: number;
    /** When growth began and when the last block came that stays; undefined without growth. */
    readonly start?: number;
    readonly end?: number;
    readonly rate: GrowthRate;
    /** How sure it is that the verdict `growing` or `stopped` is right, as far as the site alone tells, 0 to 1. */
    readonly confidence: number;
}

/** The time is looked at in slices: growth is what happens in many of them. */
const SLICES = 20;
const FEWEST_SLICES = 4;
const LEAST_SPAN = 5;
/** Growth goes on when so many slices at the end, or three usual gaps, have none. */
const MOST_QUIET = 4;
/** Points of the curve that the rate is read off. */
const RATE_POINTS = 256;
/** A trace cannot show whether a pointer is still held: no verdict is surer. */
const MOST_CONFIDENCE = 0.95;
const OLD = 0.99;
const MOST = 0.95;

const NO_RATE: GrowthRate = { bytesPerSecond: 0, low: 0, high: 0 };

/** @param start, end the stretch that was looked at */
export function siteGrowth(site: CallSite, start: number, end: number): SiteGrowth {
    const { times, sizes } = site.survivors;
    const oldAge = site.lifetimes.count > 0 ? site.lifetimes.quantile(OLD) : 0;
    const last = end - oldAge;
    let oldBlocks = 0;
    let oldBytes = 0;
    while (oldBlocks < times.length && times[oldBlocks] <= last) {
        oldBytes += sizes[oldBlocks++];
    }
    const known = { oldBlocks, oldBytes, oldAge, rate: NO_RATE, confidence: 0 };
    if (times.length === 0) {
        return { ...known, verdict: 'released' };
    }
    if (oldBlocks === 0) {
        return { ...known, verdict: 'recent' };
    }
    const old = times.subarray(0, oldBlocks);
    const slices = slicesOf(old, start, last);
    if (slices.count < FEWEST_SLICES || slices.span < LEAST_SPAN) {
        return { ...known, verdict: 'held' };
    }
    const first = growthStart(old, start, last);
    const quiet = Math.max(MOST_QUIET, (3 * slices.span) / slices.count);
    const isGrowing = slices.last >= SLICES - 1 - quiet;
    return {
        ...known,
        verdict: isGrowing ? 'growing' : 'stopped',
        start: times[first],
        end: old[isGrowing ? oldBlocks - 1 : mostOf(old)],
        rate: rateOf(times.subarray(first, oldBlocks), sizes.subarray(first, oldBlocks)),
        confidence: MOST_CONFIDENCE * (1 - 2 ** (1 - slices.count)) * (oldBlocks / (oldBlocks + 1))
    };
}

interface Slices {
    /** How many hold a block. */
    readonly count: number;
    /** The one in which most blocks have come: one that lives long by chance does not count. */
    readonly last: number;
    /** From the first that holds one to the last. */
    readonly span: number;
}

function slicesOf(times: Float64Array, start: number, end: number): Slices {
    const width = Math.max(end - start, 1) / SLICES;
    const sliceOf = (time: number): number => Math.max(0, Math.min(Math.floor((time - start) / width), SLICES - 1));
    const occupied = new Set<number>();
    times.forEach(time => occupied.add(sliceOf(time)));
    const last = sliceOf(times[mostOf(times)]);
    return { count: occupied.size, last, span: Math.max(...occupied) - Math.min(...occupied) + 1 };
}

/** Index of the block with which most have come. */
function mostOf(times: Float64Array): number {
    return Math.floor(MOST * (times.length - 1));
}

/** The slope of what has gathered, by Theil and Sen: a batch of blocks at once does not count more than its share. */
function rateOf(times: Float64Array, sizes: Float64Array): GrowthRate {
    const step = Math.max(1, Math.ceil(times.length / RATE_POINTS));
    const x: number[] = [];
    const y: number[] = [];
    let bytes = 0;
    times.forEach((time, index) => {
        bytes += sizes[index];
        if (index % step === 0) {
            x.push((time - times[0]) / 1e9);
            y.push(bytes);
        }
    });
    const line = theilSen(Float64Array.from(x), Float64Array.from(y));
    return line ? { bytesPerSecond: line.slope, low: line.low, high: line.high } : NO_RATE;
}
