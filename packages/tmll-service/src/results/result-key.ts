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
    return digest(question, [question.moduleVersion, question.programVersion]);
}

/**
 * The id of a question whatever program answers it: 32 hexadecimal digits, the same before and after an update. What is
 * remembered of a question, such as the name that a user gave it, goes by this id.
 */
export function questionKey(question: Omit<Question, 'moduleVersion' | 'programVersion'>): string {
    return digest(question, []);
}

/** What a user sees of a question in a list: the words of the selection. */
export function aboutQuestion({ selection }: Pick<Question, 'selection'>): string {
    const all = [...(selection?.outputs ?? []), ...(selection?.series ?? [])];
    const more = all.length > MOST_WORDS ? ` and ${all.length - MOST_WORDS} more` : '';
    return all.slice(0, MOST_WORDS).join(', ').slice(0, MOST_CHARACTERS) + more;
}

const MOST_WORDS = 3;
const MOST_CHARACTERS = 200;

function digest(
    question: Omit<Question, 'moduleVersion' | 'programVersion'>,
    versions: readonly (string | number)[]
): string {
    const { selection, range, parameters } = question;
    const canonical = [
        question.fingerprint,
        question.module,
        ...versions,
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
