import { createHash } from 'node:crypto';
import { AnalysisRequest, TimeRange } from 'tmll-analysis/algorithms';

/** What makes two questions the same. */
export interface Question {
    /** Fingerprint of the traces: `experimentFingerprint`. */
    readonly fingerprint: string;
    readonly module: string;
    readonly moduleVersion: number;
    /** Version of the program, for what modules share and do not count in their own version. */
    readonly programVersion: string;
    readonly selection?: AnalysisRequest['selection'];
    readonly range?: TimeRange;
    /** With all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The id of the answer to a question: 32 hexadecimal digits. The order of parameters and selected words and their case do not
 * matter, because they do not change what is selected. Without ids of entries or experiments, which change from run to run.
 */
export function resultKey(question: Question): string {
    const { selection, range, parameters } = question;
    const canonical = [
        question.fingerprint,
        question.module,
        question.moduleVersion,
        question.programVersion,
        words(selection?.outputs),
        words(selection?.series),
        range ? [String(range.startNs), String(range.endNs)] : [],
        Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))
    ];
    return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 32);
}

function words(selected: readonly string[] = []): string[] {
    return [...new Set(selected.map(word => word.toLowerCase()))].sort();
}
