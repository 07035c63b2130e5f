import { BlockOwner } from './accounting/site-group';
import { SiteVerdict } from './sites/site-growth';
import { LeakSeverity } from './severity';

/** What is concluded of a heap as a whole. */
export interface LeakVerdict {
    readonly severity: LeakSeverity;
    /** What the severity is read off, 0 to 1 (`leakScore`). */
    readonly score: number;
    /** Why this severity, a sentence each. */
    readonly severityReasons: readonly string[];
    /** How sure it is, 0 to 1. */
    readonly confidence: number;
    /** What makes it sure or unsure, a sentence each. */
    readonly confidenceReasons: readonly string[];
    /** Whether frees that the trace did not see could explain all growth. */
    readonly isDoubtful: boolean;
}

/** The data of an `AnalysisResult` of module `leaks`: all that its report, its plots and its views show. */
export interface LeakData extends LeakVerdict {
    /** Whose memory was looked at. */
    readonly heap: 'process' | 'kernel';
    readonly metrics: LeakMetrics;
    readonly patterns: readonly LeakPattern[];
    /** Call sites with live blocks at the end: those that grow first, the fastest first, then by bytes. */
    readonly sites: readonly LeakSite[];
    /** What to look at first. */
    readonly suspicious: readonly SuspiciousLocation[];
    readonly processes: readonly LeakProcess[];
    /** Blocks live at the end by whose they are; all other numbers are of the program's. */
    readonly owners: Readonly<Record<BlockOwner, BlockTotals>>;
    readonly usage: UsageSeries;
    readonly lifetimes: LifetimeHistogram;
    /** The share from which the heap counts as fragmented. */
    readonly fragmentationThreshold: number;
}

export interface BlockTotals {
    readonly blocks: number;
    readonly bytes: number;
}

/** A rate with the interval in which it lies with 95 % confidence, in B/s. */
export interface ByteRate {
    readonly bytesPerSecond: number;
    readonly low: number;
    readonly high: number;
}

/** Durations are ns. */
export interface LeakMetrics {
    readonly unreleasedAllocations: number;
    readonly unreleasedBytes: number;
    readonly totalAllocations: number;
    readonly totalDeallocations: number;
    /** Frees of blocks that were not live as far as the trace shows. */
    readonly unmatchedDeallocations: number;
    /** Those of them whose block had been given back before: double frees, or blocks handed out by calls that are not traced. */
    readonly doubleFrees: number;
    readonly nullFrees: number;
    /** Blocks whose address was handed out again without a visible free. */
    readonly missedFrees: number;
    readonly failedAllocations: number;
    /** Of the sites that grow. */
    readonly leakRate: ByteRate;
    /** When the first of them began to grow, ns since the epoch. */
    readonly leakStartNs?: bigint;
    /** Slope of live bytes over the whole time, leak or not. */
    readonly liveTrend: ByteRate;
    readonly averageAllocationSize: number;
    /** The longest time for which the rolling mean of live bytes rose without a break. */
    readonly maxContinuousGrowthNs: number;
    /** Share of the bytes of touched pages that no live block uses, 0 to 1, over the whole time. */
    readonly memoryFragmentation: number;
    readonly peakBytes: number;
    readonly peakNs: bigint;
    readonly averageBytes: number;
    readonly standardDeviationBytes: number;
    readonly averageLifetimeNs: number;
    readonly medianLifetimeNs: number;
    readonly maximumLifetimeNs: number;
}

/** Something that the course of memory shows. */
export interface LeakPattern {
    readonly kind:
        | 'leak'
        | 'growth-stopped'
        | 'held'
        | 'growth-released'
        | 'sawtooth'
        | 'plateau'
        | 'irregular'
        | 'volatile'
        | 'fragmented'
        | 'double-free'
        | 'lost-events';
    readonly sentence: string;
}

/** A place that asks for memory. */
export interface LeakSite {
    /** Unique in the result, and the same when the result is computed again. */
    readonly id: string;
    /** `make_report (b-leak+0x12ab)`. */
    readonly name: string;
    /** The function, where symbols tell. */
    readonly function?: string;
    /** Path of the module, and where in it. */
    readonly module?: string;
    readonly offset?: number;
    readonly owner: BlockOwner;
    /** What was called: `malloc`. */
    readonly call: string;
    readonly verdict: SiteVerdict;
    /** Why this verdict. */
    readonly reason: string;
    /** 0 to 100; 0 without growth. */
    readonly severity: number;
    readonly confidence: number;
    /** Live at the end. */
    readonly blocks: number;
    readonly bytes: number;
    /** Those of them that are no older than 99 of 100 that were given back here. */
    readonly recentBlocks: number;
    readonly recentBytes: number;
    readonly allocations: number;
    readonly allocatedBytes: number;
    readonly deallocations: number;
    /** Of what stays. */
    readonly rate: ByteRate;
    /** When growth began and the last block came that stays, ns since the epoch; undefined without growth. */
    readonly startNs?: bigint;
    readonly endNs?: bigint;
    /** When the oldest and the youngest of the live blocks were handed out. */
    readonly oldestNs: bigint;
    readonly newestNs: bigint;
    /** Of the live blocks, at the end. */
    readonly medianAgeNs: number;
    readonly leastSize: number;
    readonly mostSize: number;
    /** The address of the oldest live block. */
    readonly exampleAddress: string;
    /** Ids of the processes that hold live blocks from here. */
    readonly processes: readonly number[];
    /** Those with the most bytes. */
    readonly threads: readonly LeakThread[];
    /** Live bytes at `UsageSeries.siteTimes`. */
    readonly liveValues: Float64Array;
}

/** What one thread asked for and is live at the end. */
export interface LeakThread extends BlockTotals {
    readonly process: number;
    /** -1 where the trace does not tell. */
    readonly id: number;
    readonly name: string;
}

/** A row of the quickstart's table of suspicious locations. */
export interface SuspiciousLocation {
    readonly siteId: string;
    readonly name: string;
    /** The oldest of its blocks. */
    readonly pointer: string;
    readonly bytes: number;
    readonly allocationCount: number;
    readonly eventContext: string;
    readonly verdict: SiteVerdict;
}

/** The heap of a process. */
export interface LeakProcess extends BlockTotals {
    /** -1 where the trace does not tell processes. */
    readonly id: number;
    readonly name: string;
    /** Id of the process that forked it, as far as it is known. */
    readonly parent?: number;
    /** Ns since the epoch when it was first heard of. */
    readonly firstNs: bigint;
    readonly allocations: number;
    readonly deallocations: number;
    readonly unmatchedDeallocations: number;
    /** Live copies of blocks of its parent, which count there. */
    readonly inheritedBlocks: number;
    readonly inheritedBytes: number;
    /** Blocks that were gone when it called exec. */
    readonly endedByExec: number;
    readonly threads: readonly LeakThread[];
}

/** The heap over time. Times are ns from the origin; windows end at them. */
export interface UsageSeries {
    readonly originNs: bigint;
    readonly startNs: bigint;
    readonly endNs: bigint;
    readonly times: Float64Array;
    readonly liveValues: Float64Array;
    /** Centred, over a tenth of the time. */
    readonly rollingMeanValues: Float64Array;
    /** The trend line at the times. */
    readonly trendValues: Float64Array;
    readonly allocationValues: Float64Array;
    readonly deallocationValues: Float64Array;
    /** 0 to 1. */
    readonly fragmentationValues: Float64Array;
    /** Times of `LeakSite.liveValues`. */
    readonly siteTimes: Float64Array;
}

/** Lifetimes of blocks that were given back, in ns, in bins of equal width on a logarithmic scale. */
export interface LifetimeHistogram {
    readonly edgeValues: Float64Array;
    readonly countValues: Float64Array;
}
