import type { AnalysisResult } from 'tmll-analysis/algorithms';
import type { ResultSummary } from 'tmll-service/protocol';

/** A stored result as this window sees it. */
export interface ResultEntry {
    readonly summary: ResultSummary;
    /** Drawn on the charts and listed among the findings. */
    readonly shown: boolean;
    /** Loaded when it is shown for the first time. */
    readonly content?: AnalysisResult;
    /** Why it could not be loaded, one sentence. */
    readonly error?: string;
}

/**
 * Whether a new result takes the place of an older one: the same analysis looked at one of the same series again, as when a
 * user tries another threshold. Both on the chart would hide each other.
 */
export function supersedes(newer: AnalysisResult, older: AnalysisResult): boolean {
    const series = new Set(newer.provenance.series);
    const before = older.provenance.series;
    const sameSeries = before.some(id => series.has(id)) || (before.length === 0 && series.size === 0);
    return newer.provenance.module === older.provenance.module && sameSeries;
}

/** Newest first. */
export function byAge(a: ResultEntry, b: ResultEntry): number {
    return b.summary.createdAt.localeCompare(a.summary.createdAt);
}
