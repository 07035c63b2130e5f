import { HeapSummary } from './accounting/heap-accounting';
import { BlockOwner, GROUP_STEPS } from './accounting/site-group';
import { BlockTotals, LeakData, LeakMetrics, LeakSite, SuspiciousLocation, UsageSeries } from './leak-result';
import { LeakParameters } from './leak-schema';
import { CallSite } from './sites/call-site';
import { siteGrowth } from './sites/site-growth';
import { isGrowing, JudgedSite, totalRate } from './summary/judged-site';
import { knowledgeOf, sumOf, TraceFacts } from './summary/knowledge';
import { leakPatterns } from './summary/patterns';
import { summarizeProcesses, sum } from './summary/process-summary';
import { summarizeSite } from './summary/site-summary';
import { verdictOf } from './summary/verdict';
import { longestRise, rollingMean, usageTrend, UsageTrend } from './usage/usage-trend';

/** What is concluded from. */
export interface LeakEvidence {
    readonly summary: HeapSummary;
    /** `callSites` of the summary. */
    readonly sites: readonly CallSite[];
    /** Ns since the epoch to which all times are relative. */
    readonly origin: bigint;
    readonly facts: TraceFacts;
    readonly parameters: LeakParameters;
    /** The function in which a site lies, where symbols tell. */
    functionOf(site: CallSite): string | undefined;
}

const MEBIBYTE = 2 ** 20;
/** More sites than these are no list for people; the others are small and do not grow. */
const MOST_SITES = 500;
const SUSPICIOUS = 10;

/** Tells leaks from memory that is held, says how bad they are and how sure that is. */
export function analyzeLeaks({ summary, sites, origin, facts, parameters, functionOf }: LeakEvidence): LeakData {
    const { step } = summary.options;
    const scale = { slopeThreshold: parameters.slopeThreshold, budget: parameters.memoryBudget * MEBIBYTE };
    const judged = sites
        .filter(({ liveBlocks }) => liveBlocks > 0)
        .map((site): JudgedSite => ({ site, growth: siteGrowth(site, ...lifeOf(site, summary)) }));
    const candidates = judged.filter(({ site }) => site.owner !== 'tracer');
    const knowledge = knowledgeOf(summary, facts, parameters.heap);
    const { verdict, mostScore } = verdictOf(candidates, summary.lifetimes.count, knowledge, scale);
    const context = { summary, origin, scale, factor: knowledge.factor, mostScore, functionOf };
    const shown = [...judged].sort(byWeight).slice(0, MOST_SITES);
    const trend = usageTrend(summary.usage.windows.times, summary.usage.windows.liveValues);
    const usage = usageSeries(summary, origin, trend);
    const owners = ownersOf(sites);
    const metrics = metricsOf(summary, sites, candidates.filter(isGrowing), owners, origin, trend, usage, step);
    const summaries = shown.map(each => summarizeSite(each, context));
    return {
        heap: parameters.heap,
        ...verdict,
        metrics,
        patterns: leakPatterns({
            usage: summary.usage,
            metrics,
            sites: candidates,
            lost: knowledge.lost,
            isDoubtful: verdict.isDoubtful,
            fragmentationThreshold: parameters.fragmentationThreshold
        }),
        sites: summaries,
        suspicious: suspiciousOf(summaries),
        processes: summarizeProcesses(summary, sites, origin, parameters.heap === 'kernel' ? 'kernel' : ''),
        owners,
        usage,
        lifetimes: { edgeValues: summary.lifetimes.edgeValues, countValues: summary.lifetimes.countValues },
        fragmentationThreshold: parameters.fragmentationThreshold
    };
}

/** From the first call of its processes to the last: before and after that, nothing could grow. */
function lifeOf(site: CallSite, { processes, options }: HeapSummary): [start: number, end: number] {
    const own = processes.filter(({ index }) => site.processes.has(index));
    const start = Math.min(...own.map(({ firstTime }) => firstTime));
    const end = Math.max(...own.map(({ lastTime }) => lastTime));
    return [Math.max(start, options.start), Math.min(end, options.end)];
}

const VERDICT_ORDER = ['growing', 'stopped', 'held', 'recent', 'released'];
const OWNER_ORDER: readonly BlockOwner[] = ['program', 'runtime', 'tracer'];

/** What grows first, the fastest first; then the program's before others', by bytes. */
function byWeight(a: JudgedSite, b: JudgedSite): number {
    const rank = ({ site, growth }: JudgedSite): number =>
        (site.owner === 'tracer' ? VERDICT_ORDER.length : 0) + VERDICT_ORDER.indexOf(growth.verdict);
    return (
        rank(a) - rank(b) ||
        OWNER_ORDER.indexOf(a.site.owner) - OWNER_ORDER.indexOf(b.site.owner) ||
        b.growth.rate.bytesPerSecond - a.growth.rate.bytesPerSecond ||
        b.site.liveBytes - a.site.liveBytes
    );
}

function ownersOf(sites: readonly CallSite[]): Record<BlockOwner, BlockTotals> {
    const of = (owner: BlockOwner): BlockTotals =>
        sum(
            sites
                .filter(site => site.owner === owner)
                .map(({ liveBlocks, liveBytes }) => ({ blocks: liveBlocks, bytes: liveBytes }))
        );
    return { program: of('program'), runtime: of('runtime'), tracer: of('tracer') };
}

function suspiciousOf(sites: readonly LeakSite[]): SuspiciousLocation[] {
    return sites
        .filter(({ owner }) => owner !== 'tracer')
        .slice(0, SUSPICIOUS)
        .map(({ id, name, exampleAddress, bytes, blocks, call, verdict }) => ({
            siteId: id,
            name,
            pointer: exampleAddress,
            bytes,
            allocationCount: blocks,
            eventContext: call,
            verdict
        }));
}

function metricsOf(
    { usage, lifetimes, processes }: HeapSummary,
    sites: readonly CallSite[],
    growing: readonly JudgedSite[],
    owners: LeakData['owners'],
    origin: bigint,
    trend: UsageTrend,
    { rollingMeanValues }: UsageSeries,
    step: number
): LeakMetrics {
    const program = sites.filter(({ owner }) => owner === 'program');
    const totalAllocations = program.reduce((total, { allocations }) => total + allocations, 0);
    const allocatedBytes = program.reduce((total, site) => total + site.allocatedBytes, 0);
    const counters = sumOf(processes);
    const starts = growing.flatMap(({ growth }) => growth.start ?? []);
    const { bytesPerSecond, low, high } = trend;
    return {
        unreleasedAllocations: owners.program.blocks,
        unreleasedBytes: owners.program.bytes,
        totalAllocations,
        totalDeallocations: lifetimes.count,
        unmatchedDeallocations: counters.unknownFrees,
        doubleFrees: counters.doubleFrees,
        nullFrees: counters.nullFrees,
        missedFrees: counters.missedFrees,
        failedAllocations: counters.failures,
        leakRate: totalRate(growing),
        leakStartNs: starts.length > 0 ? origin + BigInt(Math.round(Math.min(...starts))) : undefined,
        liveTrend: { bytesPerSecond, low, high },
        averageAllocationSize: totalAllocations > 0 ? allocatedBytes / totalAllocations : 0,
        maxContinuousGrowthNs: Math.round(longestRise(rollingMeanValues) * step),
        memoryFragmentation: usage.meanFragmentation,
        peakBytes: usage.peakBytes,
        peakNs: origin + BigInt(Math.round(usage.peakTime)),
        averageBytes: usage.meanBytes,
        standardDeviationBytes: usage.standardDeviation,
        averageLifetimeNs: lifetimes.meanNs,
        medianLifetimeNs: lifetimes.medianNs,
        maximumLifetimeNs: lifetimes.maxNs
    };
}

function usageSeries({ options, usage }: HeapSummary, origin: bigint, { trendValues }: UsageTrend): UsageSeries {
    const { start, end } = options;
    const { windows } = usage;
    return {
        originNs: origin,
        startNs: origin + BigInt(Math.round(start)),
        endNs: origin + BigInt(Math.round(end)),
        times: windows.times,
        liveValues: windows.liveValues,
        rollingMeanValues: rollingMean(windows.liveValues, Math.floor(windows.liveValues.length / 10)),
        trendValues,
        allocationValues: windows.allocationValues,
        deallocationValues: windows.deallocationValues,
        fragmentationValues: windows.fragmentationValues,
        siteTimes: Float64Array.from(
            { length: GROUP_STEPS },
            (_, index) => start + ((index + 1) * (end - start)) / GROUP_STEPS
        )
    };
}
