import { HeapThread } from '../accounting/heap-process';
import { HeapSummary } from '../accounting/heap-accounting';
import { formatDuration } from '../../series/duration';
import { formatValueRange } from '../../series/format';
import { median } from '../../statistics/quantile';
import { LeakSite, LeakThread } from '../leak-result';
import { CallSite } from '../sites/call-site';
import { SiteGrowth } from '../sites/site-growth';
import { leakScore, SeverityScale } from '../severity';
import { counted, JudgedSite } from './judged-site';

/** Threads of a site that are told one by one. */
const MOST_THREADS = 8;

/** What summaries of sites have in common. */
export interface SiteContext {
    readonly summary: HeapSummary;
    /** Ns since the epoch to which all times are relative. */
    readonly origin: bigint;
    readonly scale: SeverityScale;
    /** What is left of each site's confidence, 0 to 1. */
    readonly factor: number;
    /** The greatest score that a site may have. */
    readonly mostScore: number;
    /** The function in which a site lies, where symbols tell. */
    functionOf(site: CallSite): string | undefined;
}

/** A site as results show it. */
export function summarizeSite({ site, growth }: JudgedSite, context: SiteContext): LeakSite {
    const { summary, origin, scale, factor, mostScore } = context;
    const { place, survivors, liveBlocks } = site;
    const { times, addresses } = survivors;
    const [leastSize, mostSize] = sizesOf(site);
    const at = (time: number): bigint => origin + BigInt(Math.round(time));
    const end = summary.options.end;
    const grows = growth.verdict === 'growing';
    const name = nameOf(site, context);
    const threads = threadsOf(site, summary);
    return {
        id: [name, site.owner, site.call, site.sizes?.most ?? ''].join('/'),
        name,
        function: context.functionOf(site),
        module: place?.module.path,
        offset: place?.offset,
        owner: site.owner,
        call: site.callName,
        verdict: growth.verdict,
        reason: reasonOf(site, growth),
        severity: grows ? 100 * Math.min(leakScore(growth.rate.bytesPerSecond, scale), mostScore) : 0,
        confidence: growth.confidence * factor,
        blocks: liveBlocks,
        bytes: site.liveBytes,
        recentBlocks: liveBlocks - growth.oldBlocks,
        recentBytes: site.liveBytes - growth.oldBytes,
        allocations: site.allocations,
        allocatedBytes: site.allocatedBytes,
        deallocations: site.deallocations,
        rate: growth.rate,
        startNs: growth.start === undefined ? undefined : at(growth.start),
        endNs: growth.end === undefined ? undefined : at(growth.end),
        oldestNs: at(times[0]),
        newestNs: at(times[times.length - 1]),
        medianAgeNs: Math.round(end - median(times)),
        leastSize,
        mostSize,
        exampleAddress: hexadecimal(addresses[0]),
        processes: [...new Set(threads.map(({ process }) => process))],
        threads: threads.slice(0, MOST_THREADS),
        liveValues: liveValues(site)
    };
}

/** An address as tools show it; those of a kernel are kept as negative numbers. */
export function hexadecimal(address: number): string {
    return `0x${BigInt.asUintN(64, BigInt(address)).toString(16)}`;
}

/** The least and the greatest size of the live blocks. */
function sizesOf({ survivors: { sizes } }: CallSite): [least: number, most: number] {
    return sizes.reduce<[number, number]>(
        ([least, most], size) => [Math.min(least, size), Math.max(most, size)],
        [Infinity, 0]
    );
}

function nameOf(site: CallSite, { summary, functionOf }: SiteContext): string {
    const { place, caller, thread } = site;
    const bytes = site.sizes && formatValueRange(...sizesOf(site), 'B');
    if (place) {
        const module = place.module.path.slice(place.module.path.lastIndexOf('/') + 1);
        const where = `${module}+0x${place.offset.toString(16)}`;
        const called = functionOf(site);
        return `${called ? `${called} (${where})` : where}${bytes ? `, ${bytes}` : ''}`;
    }
    if (caller !== 0) {
        return hexadecimal(caller);
    }
    const { name, id }: Pick<HeapThread, 'name' | 'id'> = summary.threads[thread ?? 0];
    const who = name !== '' ? name : id >= 0 ? `thread ${id}` : 'unknown thread';
    return `${site.callName} of ${bytes} by ${who}`;
}

function reasonOf(site: CallSite, { verdict, oldBlocks, oldAge }: SiteGrowth): string {
    const age = site.lifetimes.count > 0 ? formatDuration(BigInt(Math.round(oldAge))) : undefined;
    const blocks = counted(oldBlocks, 'block');
    const old = age
        ? `${blocks} older than ${age}, an age that 1 of 100 reaches here`
        : `${blocks}, none ever released`;
    switch (verdict) {
        case 'growing':
            return `${old}, taken one after another up to the end.`;
        case 'stopped':
            return `${old}, taken one after another for a time; none came at the end.`;
        case 'held':
            return `${old}, taken at once or a few times, and held since.`;
        case 'recent':
            return `None is older than ${age ?? '0 ns'}, an age that 1 of 100 reaches here before it is released.`;
        case 'released':
            return 'All were released.';
    }
}

function threadsOf(site: CallSite, { threads, processes }: HeapSummary): LeakThread[] {
    const byThread = new Map<number, { blocks: number; bytes: number }>();
    site.survivors.threads.forEach((thread, index) => {
        const total = byThread.get(thread) ?? { blocks: 0, bytes: 0 };
        total.blocks++;
        total.bytes += site.survivors.sizes[index];
        byThread.set(thread, total);
    });
    return [...byThread]
        .map(([index, total]) => {
            const { id, name, process } = threads[index];
            return { process: processes[process].id, id, name, ...total };
        })
        .sort((a, b) => b.bytes - a.bytes || a.id - b.id);
}

function liveValues({ changes }: CallSite): Float64Array {
    let live = 0;
    return changes.map(change => (live += change));
}
