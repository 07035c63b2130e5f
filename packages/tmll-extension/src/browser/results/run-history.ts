import { AnalysisRequest, fromWire } from 'tmll-analysis/algorithms';
import type { Run } from 'tmll-service/protocol';
import { ResultEntry } from './result-entry';

/** An analysis of a trace that has ended: a run with its result, a run without one, or a result that another program computed. */
export interface HistoryItem {
    /** Unique in the history. */
    readonly id: string;
    /** Id of the analysis. */
    readonly module: string;
    readonly state: Run['state'];
    /** ISO 8601. */
    readonly endedAt: string;
    /** The trace has changed since. */
    readonly isStale: boolean;
    readonly run?: Run;
    readonly result?: ResultEntry;
}

/**
 * All that was done with a trace, the newest first. A run whose result is gone stays, for it can be run again; of several with the same
 * result the latest stands for all.
 */
export function historyOf(runs: readonly Run[], results: readonly ResultEntry[]): readonly HistoryItem[] {
    const resultOf = new Map(results.map(result => [result.summary.id, result]));
    const told = new Set<string>();
    const items: HistoryItem[] = [];
    for (const run of [...runs].sort((a, b) => b.finishedAt.localeCompare(a.finishedAt))) {
        const { id, state, request, resultId, finishedAt, stale = false } = run;
        if (resultId === undefined || !told.has(resultId)) {
            const result = resultId === undefined ? undefined : resultOf.get(resultId);
            const isStale = result?.summary.stale ?? stale;
            items.push({ id, module: request.module, state, endedAt: finishedAt, isStale, run, result });
        }
        if (resultId !== undefined) {
            told.add(resultId);
        }
    }
    for (const result of results) {
        const { id, module, createdAt, stale = false } = result.summary;
        if (!told.has(id)) {
            items.push({ id, module, state: 'done', endedAt: createdAt, isStale: stale, result });
        }
    }
    return items.sort((a, b) => b.endedAt.localeCompare(a.endedAt));
}

/** How long a run took in ms, without the time in which it waited; undefined when that is not known. */
export function durationOf({ run, result }: HistoryItem): number | undefined {
    if (run?.startedAt !== undefined) {
        return Date.parse(run.finishedAt) - Date.parse(run.startedAt);
    }
    return result?.content?.provenance.durationMs;
}

/**
 * What was asked. Of a result without a run only what it was computed from is known, which asks the same.
 * @returns undefined while neither is here
 */
export function requestOf({ run, result }: HistoryItem): Omit<AnalysisRequest, 'experimentId'> | undefined {
    if (run) {
        return fromWire<AnalysisRequest>(run.request);
    }
    const provenance = result?.content?.provenance;
    if (!provenance) {
        return undefined;
    }
    const { module, parameters, range, series } = provenance;
    return { module, parameters, range, ...(series.length > 0 && { selection: { series } }) };
}
