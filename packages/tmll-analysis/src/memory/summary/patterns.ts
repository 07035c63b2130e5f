import { UsageSummary } from '../accounting/heap-windows';
import { PAGE_BYTES } from '../accounting/touched-pages';
import { formatShare, formatValue } from '../../series/format';
import { moments, varianceOf } from '../../statistics/moments';
import { rollingMoments } from '../../statistics/rolling-moments';
import { LeakMetrics, LeakPattern } from '../leak-result';
import { usageShape } from '../usage/usage-shape';
import { counted, isGrowing, JudgedSite } from './judged-site';

/** What the patterns are found in. */
export interface PatternSource {
    readonly usage: UsageSummary;
    readonly metrics: LeakMetrics;
    /** With live blocks. */
    readonly sites: readonly JudgedSite[];
    readonly lost: number;
    /** Whether what was not seen could explain all growth. */
    readonly isDoubtful: boolean;
    readonly fragmentationThreshold: number;
}

/** A rolling window is a tenth of the time, as in TMLL. */
const WINDOWS = 10;
/** Calls come in bursts when they do so in these. */
const FEW_WINDOWS = 50;
/** A fragmented heap of less than that hurts nobody. */
const LEAST_WASTE = 2 ** 20;

/** What the course of memory shows, a sentence each. */
export function leakPatterns(source: PatternSource): LeakPattern[] {
    return [...growth(source), ...shape(source), ...restlessness(source), ...faults(source)];
}

function growth({ sites, metrics, isDoubtful }: PatternSource): LeakPattern[] {
    const found: LeakPattern[] = [];
    const growing = sites.filter(isGrowing);
    if (growing.length > 0) {
        const rate = formatValue(metrics.leakRate.bytesPerSecond, 'B/s');
        const where = counted(growing.length, 'call site');
        const sentence = isDoubtful
            ? `Memory seems to grow at ${where}; frees that were not seen may be the reason.`
            : `Systematic memory growth detected: ${rate} at ${where}.`;
        found.push({ kind: 'leak', sentence });
    }
    const stopped = sites.filter(({ growth: { verdict } }) => verdict === 'stopped');
    if (stopped.length > 0) {
        const sentence = `${counted(stopped.length, 'call site')} grew for a time and stopped before the end.`;
        found.push({ kind: 'growth-stopped', sentence });
    }
    const held = sites.filter(({ growth: { verdict } }) => verdict === 'held');
    if (held.length > 0) {
        const blocks = held.reduce((sum, { growth: { oldBlocks } }) => sum + oldBlocks, 0);
        const bytes = held.reduce((sum, { growth: { oldBytes } }) => sum + oldBytes, 0);
        const sentence = `${counted(blocks, 'block')} (${formatValue(bytes, 'B')}) taken once and held to the end: no growth.`;
        found.push({ kind: 'held', sentence });
    }
    return found;
}

function shape({ usage }: PatternSource): LeakPattern[] {
    const found = usageShape(usage.windows.liveValues);
    switch (found?.kind) {
        case 'growth-released': {
            const sentence = `Memory grew up to ${formatValue(found.peak, 'B')} and was given back: growth without leak.`;
            return [{ kind: found.kind, sentence }];
        }
        case 'sawtooth': {
            const sentence = `Memory rises up to ${formatValue(found.peak, 'B')} and is given back again and again (${found.cycles} times): growth without leak.`;
            return [{ kind: found.kind, sentence }];
        }
        case 'plateau': {
            const sentence = `Memory rises at the start and stays at about ${formatValue(found.level, 'B')} from ${formatShare(found.share)} of the time on: a warm-up.`;
            return [{ kind: found.kind, sentence }];
        }
        default:
            return [];
    }
}

function restlessness({ usage: { windows } }: PatternSource): LeakPattern[] {
    const found: LeakPattern[] = [];
    const { allocationValues, liveValues } = windows;
    const calls = moments(sums(allocationValues));
    if (calls.mean > 0 && Math.sqrt(varianceOf(calls, 'sample')) > calls.mean) {
        found.push({ kind: 'irregular', sentence: 'Irregular allocation pattern detected: calls come in bursts.' });
    }
    const window = Math.max(2, Math.floor(liveValues.length / WINDOWS));
    const { mean, standardDeviation } = rollingMoments(liveValues, { window });
    const usual = moments(mean.filter(Number.isFinite)).mean;
    const spread = moments(standardDeviation.filter(Number.isFinite)).mean;
    if (usual > 0 && spread > 0.1 * usual) {
        const share = Math.round((100 * spread) / usual);
        const sentence = `High memory usage volatility detected: it sways by ${share} % of its mean within a tenth of the time.`;
        found.push({ kind: 'volatile', sentence });
    }
    return found;
}

/** Windows joined until there are few: in very short ones calls always come in bursts. */
function sums(values: Float64Array): Float64Array {
    const width = Math.ceil(values.length / FEW_WINDOWS);
    const joined = new Float64Array(Math.floor(values.length / width));
    joined.forEach((_, index) => {
        joined[index] = values.subarray(index * width, (index + 1) * width).reduce((sum, value) => sum + value, 0);
    });
    return joined;
}

function faults({ metrics, usage, lost, fragmentationThreshold }: PatternSource): LeakPattern[] {
    const found: LeakPattern[] = [];
    const share = metrics.memoryFragmentation;
    if (share > fragmentationThreshold && share * usage.maxPages * PAGE_BYTES > LEAST_WASTE) {
        const sentence = `Fragmented heap: ${formatShare(share)} of the bytes of its pages hold no live block.`;
        found.push({ kind: 'fragmented', sentence });
    }
    // Other unknown frees show that there are blocks that the trace does not see handed out; these may be such ones.
    if (metrics.doubleFrees > 0 && metrics.doubleFrees === metrics.unmatchedDeallocations && lost === 0) {
        const sentence = `Double free: a block was given back again ${counted(metrics.doubleFrees, 'time')}, which corrupts the heap.`;
        found.push({ kind: 'double-free', sentence });
    }
    if (lost > 0) {
        const sentence = `The tracer lost ${counted(lost, 'event')}: blocks may seem to be live whose free was lost.`;
        found.push({ kind: 'lost-events', sentence });
    }
    return found;
}
