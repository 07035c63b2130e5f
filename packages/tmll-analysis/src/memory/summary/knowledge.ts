import { HeapProcess, noCalls, ProcessCounters } from '../accounting/heap-process';
import { HeapSummary } from '../accounting/heap-accounting';
import { UNKNOWN_ID } from '../accounting/allocation-batch';
import { counted } from './judged-site';

/** What a trace does not tell, and how much that takes from what is concluded. */
export interface Knowledge {
    /** Events that the tracer lost. */
    readonly lost: number;
    /** Frees that were not seen, as far as addresses that were handed out again show. */
    readonly missedFrees: number;
    /** What is left of the confidence, 0 to 1. */
    readonly factor: number;
    /** A sentence each. */
    readonly reasons: readonly string[];
}

/** What the trace says of itself. */
export interface TraceFacts {
    /** Events that the tracer lost; undefined when the server does not say. */
    readonly lost?: number;
    /** Why the end of the trace could not be read. */
    readonly cut?: string;
}

/** Shares below are not worth a word. */
const WORTH_SAYING = 0.01;
const MANY_UNKNOWN = 0.05;
/** Processes that are looked at as one take that much of the confidence. */
const WITHOUT_PROCESSES = 0.9;

export function knowledgeOf(summary: HeapSummary, facts: TraceFacts, heap: 'process' | 'kernel'): Knowledge {
    const { calls, processes, groups } = summary;
    const lost = facts.lost ?? 0;
    const counters = sumOf(processes);
    const { missedFrees, deallocations, unknownFrees } = counters;
    const reasons: string[] = [];
    let factor = 1;
    if (lost > 0) {
        factor *= calls / (calls + lost);
        reasons.push(
            `The tracer lost ${counted(lost, 'event')}; the frees of blocks that seem to be live may be among them.`
        );
    }
    const missed = missedFrees / Math.max(deallocations + missedFrees, 1);
    factor *= 1 - missed;
    if (missed > WORTH_SAYING) {
        reasons.push(
            `${missedFrees.toLocaleString('en-US')} addresses were handed out again without a visible free: so many frees were not seen.`
        );
    }
    if (unknownFrees / Math.max(deallocations + unknownFrees, 1) > MANY_UNKNOWN) {
        reasons.push(
            `${counted(unknownFrees, 'free')} gave back blocks that the trace did not see handed out: they are from before it, or from calls that are not traced (aligned_alloc).`
        );
    }
    if (heap === 'process' && processes.some(({ id }) => id === UNKNOWN_ID)) {
        factor *= WITHOUT_PROCESSES;
        reasons.push('The trace does not tell processes (context vpid): all calls are taken for those of one.');
    }
    if (calls > 0 && groups.every(({ origin }) => origin.caller === 0)) {
        reasons.push('The trace does not tell call sites (context ip): sites are threads and classes of sizes.');
    }
    if (facts.cut !== undefined) {
        reasons.push(`The end of the trace could not be read (${facts.cut.replace(/\.$/, '')}).`);
    }
    return { lost, missedFrees, factor, reasons };
}

/** The counters of all processes. */
export function sumOf(processes: readonly HeapProcess[]): ProcessCounters {
    const sum = noCalls();
    for (const { counters } of processes) {
        (Object.keys(sum) as (keyof ProcessCounters)[]).forEach(name => (sum[name] += counters[name]));
    }
    return sum;
}
