import { adjustPValues } from '../../statistics/false-discovery';
import { BinRange, Change, changeOf } from './change';
import { onsetOf } from './onset';

/** Something of which it is asked whether it changed. */
export interface Candidate {
    /** Unique. */
    readonly id: string;
    readonly name: string;
    /** From the output down to the leaf, as in `TimeSeries.path`. */
    readonly path: readonly string[];
    readonly outputId: string;
    readonly unit: string;
    /** The thread it belongs to, where it belongs to one. */
    readonly subject?: string;
    /** What it counts beside a candidate that changes as surely: 1 for resources, less for what only hints at a cause. */
    readonly weight: number;
    /** Whether the values of its output's leaves add up, as those of threads do to the usage of all. */
    readonly addsUp: boolean;
    /** The output whose candidates make it up, where that is another than its own. */
    readonly sumOf?: string;
    /** Whether bins without a sample hold the last one (`changeOf`). */
    readonly isHeld?: boolean;
    /** One a bin; NaN where there is none. */
    readonly values: Float64Array;
}

/** A candidate that was compared with its baseline. */
export interface RankedChange extends Change {
    /** Index into the candidates. */
    readonly candidate: number;
    /** `pValue`, corrected for the number of candidates (`adjustPValues`). */
    readonly adjustedPValue: number;
    /** Its part of all changes of its output, 0 to 1; 1 where they do not add up. */
    readonly share: number;
    /** 0 to 1: how sure it is, how much of its output's change it makes, how telling its kind is, and how early it begins. */
    readonly importance: number;
    /** Bin in which the change begins. */
    readonly onset: number;
}

/** What may have caused what happened in a window: a thread, or something that belongs to none. */
export interface Cause {
    /** Name of the thread, else of the candidate. */
    readonly subject: string;
    readonly isThread: boolean;
    /** What of it changed, the most important first. */
    readonly changes: readonly RankedChange[];
}

/** What is more likely than this for itself is no change. */
const MOST_LIKELY = 0.05;

/** A score beyond this is as sure as can be. */
const SUREST_SCORE = 12;

/**
 * Ranks candidates by how much they changed from a baseline to a window, and puts those of a thread together: the causes, the most important
 * first. A candidate that is the sum of others (its path begins theirs, or `sumOf`) and of whose change one thread makes up half
 * or more is told with that thread.
 *
 * @param lead the bins before the window, in which a change may begin
 * @returns changes that are unlikely for themselves (p up to 0.05); their corrected p-values tell which of them may yet be chance
 */
export function rankCauses(
    candidates: readonly Candidate[],
    window: BinRange,
    baseline: BinRange,
    lead: BinRange = { from: window.from, to: window.from }
): { readonly causes: readonly Cause[]; readonly tested: number } {
    const changes = candidates.map(({ values, isHeld }) => changeOf(values, window, baseline, isHeld));
    const adjusted = adjustPValues(Float64Array.from(changes, change => change?.pValue ?? NaN));
    const shares = sharesOf(candidates, changes);
    const ranked = changes
        .flatMap((change, candidate): RankedChange[] => {
            if (change === undefined || change.pValue > MOST_LIKELY || change.difference === 0) {
                return [];
            }
            const share = shares[candidate];
            const surety = Math.min(1, Math.abs(change.score) / SUREST_SCORE);
            const onset = onsetOf(candidates[candidate].values, change, window, lead);
            const late = Math.max(0, onset - window.from) / (window.to - window.from);
            return [
                {
                    ...change,
                    candidate,
                    adjustedPValue: adjusted[candidate],
                    share,
                    importance: candidates[candidate].weight * surety * Math.sqrt(share) * (1 - late / 2),
                    onset
                }
            ];
        })
        .sort((a, b) => b.importance - a.importance || a.candidate - b.candidate);
    return { causes: causesOf(candidates, ranked), tested: changes.filter(Boolean).length };
}

/** The part that each candidate has in the sum of the changes of its output's leaves. */
function sharesOf(candidates: readonly Candidate[], changes: readonly (Change | undefined)[]): number[] {
    const inner = new Set(
        candidates.flatMap(({ path }) => path.slice(0, -1).map((_, end) => key(path.slice(0, end + 1))))
    );
    const isLeaf = candidates.map(({ path }) => !inner.has(key(path)));
    const sums = new Map<string, number>();
    candidates.forEach((candidate, index) => {
        if (isLeaf[index]) {
            const own = groupOf(candidate);
            sums.set(own, (sums.get(own) ?? 0) + Math.abs(changes[index]?.difference ?? 0));
        }
    });
    return candidates.map((candidate, index) => {
        const sum = sums.get(groupOf(candidate)) ?? 0;
        return candidate.addsUp && sum > 0 ? Math.min(1, Math.abs(changes[index]?.difference ?? 0) / sum) : 1;
    });
}

function causesOf(candidates: readonly Candidate[], ranked: readonly RankedChange[]): Cause[] {
    const causes = new Map<string, RankedChange[]>();
    for (const change of ranked) {
        const subject = subjectOf(candidates, ranked, change);
        const own = subject === undefined ? `series ${familyOf(candidates[change.candidate])}` : `thread ${subject}`;
        causes.set(own, [...(causes.get(own) ?? []), change]);
    }
    return [...causes].map(([own, changes]) => {
        // What is told with a thread is evidence, not the cause's name.
        const ordered = [...changes].sort((a, b) => rankIn(candidates, a) - rankIn(candidates, b));
        const [kind, ...name] = own.split(' ');
        const isThread = kind === 'thread';
        return {
            subject: isThread ? name.join(' ') : candidates[ordered[0].candidate].name,
            isThread,
            changes: ordered
        };
    });
}

/** Its own thread, else the one that makes up half or more of it. */
function subjectOf(
    candidates: readonly Candidate[],
    ranked: readonly RankedChange[],
    change: RankedChange
): string | undefined {
    const { subject, path, addsUp, outputId, sumOf } = candidates[change.candidate];
    if (subject !== undefined || !addsUp) {
        return subject;
    }
    const main = ranked.find(other => {
        const candidate = candidates[other.candidate];
        return (
            candidate.subject !== undefined &&
            (sumOf === undefined
                ? candidate.outputId === outputId && isBelow(candidate.path, path)
                : candidate.outputId === sumOf) &&
            other.difference / change.difference >= 0.5
        );
    });
    return main && candidates[main.candidate].subject;
}

/** What belongs to no thread stands alone, but for aspects of one thing: mean and maximum of a latency. */
function familyOf({ id, path, outputId, addsUp }: Candidate): string {
    return addsUp ? `${outputId} ${id}` : `${outputId} ${key(path.slice(0, -1))}`;
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
    return path.length > above.length && above.every((label, index) => label === path[index]);
}

function rankIn(candidates: readonly Candidate[], { candidate, importance }: RankedChange): number {
    return (candidates[candidate].subject === undefined ? 1 : 0) - importance;
}

function groupOf({ outputId, unit }: Candidate): string {
    return `${outputId}\n${unit}`;
}

function key(path: readonly string[]): string {
    return path.join('\n');
}
