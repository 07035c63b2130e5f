import { HeapSummary } from '../accounting/heap-accounting';
import { HeapProcess, HeapThread } from '../accounting/heap-process';
import { BlockTotals, LeakProcess, LeakThread } from '../leak-result';
import { CallSite } from '../sites/call-site';

/**
 * The processes that asked for memory, those with the most live bytes first; blocks are the program's.
 * @param unnamed name of a process that has none
 */
export function summarizeProcesses(
    summary: HeapSummary,
    sites: readonly CallSite[],
    origin: bigint,
    unnamed: string
): LeakProcess[] {
    const byThread = liveByThread(sites);
    const inherited = inheritedByProcess(summary);
    return summary.processes
        .filter(({ counters }) => counters.allocations + counters.deallocations + counters.unknownFrees > 0)
        .map(process => {
            const threads = [...process.threads.values()]
                .map(thread => threadOf(process, thread, byThread.get(thread.index)))
                .filter(({ blocks }) => blocks > 0)
                .sort((a, b) => b.bytes - a.bytes || a.id - b.id);
            const copies = inherited.get(process.index);
            const { allocations, deallocations, unknownFrees, endedByExec } = process.counters;
            return {
                id: process.id,
                name: nameOf(process) || unnamed,
                parent: process.parent?.id,
                firstNs: origin + BigInt(Math.round(process.firstTime)),
                ...sum(threads),
                allocations,
                deallocations,
                unmatchedDeallocations: unknownFrees,
                inheritedBlocks: copies?.blocks ?? 0,
                inheritedBytes: copies?.bytes ?? 0,
                endedByExec,
                threads
            };
        })
        .sort((a, b) => b.bytes - a.bytes || a.id - b.id);
}

function nameOf({ id, name, threads }: HeapProcess): string {
    return name !== ''
        ? name
        : (threads.get(id)?.name ?? [...threads.values()].find(thread => thread.name)?.name ?? '');
}

function threadOf({ id: process }: HeapProcess, { id, name }: HeapThread, live?: BlockTotals): LeakThread {
    return { process, id, name, blocks: live?.blocks ?? 0, bytes: live?.bytes ?? 0 };
}

function liveByThread(sites: readonly CallSite[]): Map<number, BlockTotals> {
    const totals = new Map<number, { blocks: number; bytes: number }>();
    for (const { owner, survivors } of sites) {
        if (owner === 'program') {
            survivors.threads.forEach((thread, index) => {
                const total = totals.get(thread) ?? { blocks: 0, bytes: 0 };
                total.blocks++;
                total.bytes += survivors.sizes[index];
                totals.set(thread, total);
            });
        }
    }
    return totals;
}

function inheritedByProcess({ groups }: HeapSummary): Map<number, BlockTotals> {
    const inherited = groups.filter(({ origin }) => origin.isInherited);
    return new Map(
        inherited.map(({ origin, liveBlocks, liveBytes }) => [origin.process, { blocks: liveBlocks, bytes: liveBytes }])
    );
}

/** The sum of blocks and bytes. */
export function sum(totals: readonly BlockTotals[]): BlockTotals {
    return {
        blocks: totals.reduce((total, { blocks }) => total + blocks, 0),
        bytes: totals.reduce((total, { bytes }) => total + bytes, 0)
    };
}
