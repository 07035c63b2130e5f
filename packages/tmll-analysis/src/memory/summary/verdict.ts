import { formatValue } from '../../series/format';
import { formatDuration } from '../../series/duration';
import { LeakVerdict } from '../leak-result';
import { leakScore, MOST_LOW_SCORE, SeverityScale, severityOfScore } from '../severity';
import { counted, isGrowing, JudgedSite, totalRate } from './judged-site';
import { Knowledge } from './knowledge';

/** What is concluded, and what that means for each site. */
export interface Verdict {
    readonly verdict: LeakVerdict;
    /** The greatest score that a site may have. */
    readonly mostScore: number;
}

/** Below, growth may be chance. */
const LEAST_CONFIDENCE = 0.5;

/**
 * The severity of what grows, and how sure it is. Nothing above LOW is claimed where the losses of the trace could hold the frees of all blocks that
 * grow, or where the evidence is thin.
 * @param sites that have live blocks
 * @param deallocations blocks that were seen given back
 */
export function verdictOf(
    sites: readonly JudgedSite[],
    deallocations: number,
    knowledge: Knowledge,
    scale: SeverityScale
): Verdict {
    const growing = sites.filter(isGrowing);
    if (growing.length === 0) {
        return withoutGrowth(sites, deallocations, knowledge);
    }
    const rate = totalRate(growing);
    const blocks = growing.reduce((sum, { growth }) => sum + growth.oldBlocks, 0);
    const evidence =
        growing.reduce((sum, { growth }) => sum + growth.confidence * growth.rate.bytesPerSecond, 0) /
        Math.max(rate.bytesPerSecond, Number.MIN_VALUE);
    const confidence = evidence * knowledge.factor * certainShare(blocks, knowledge);
    const cap = capOf(blocks, confidence, knowledge);
    const score = Math.min(leakScore(rate.bytesPerSecond, scale), cap?.most ?? 1);
    const seconds = scale.budget / Math.max(rate.bytesPerSecond, Number.MIN_VALUE);
    const pace = formatValue(rate.bytesPerSecond, 'B/s');
    const doubtful = isDoubtful(blocks, knowledge);
    const verdict = {
        severity: severityOfScore(score),
        score,
        severityReasons: [
            `Memory that stays ${doubtful ? 'seems to grow' : 'grows'} by ${pace} at ${counted(growing.length, 'call site')}: ${formatValue(scale.budget, 'B')} would last ${lasting(seconds)}.`,
            ...(rate.bytesPerSecond < scale.slopeThreshold
                ? [`That is below the threshold of ${formatValue(scale.slopeThreshold, 'B/s')}.`]
                : []),
            ...(cap ? [cap.reason] : [])
        ],
        confidence,
        confidenceReasons: [
            `${counted(blocks, 'block')}, older than others of their call sites get, came one after another up to the end.`,
            'A trace cannot show whether a pointer is still held: a cache without a limit looks the same.',
            ...knowledge.reasons
        ],
        isDoubtful: doubtful
    };
    return { verdict, mostScore: cap?.most ?? 1 };
}

/** Share of the blocks that no loss can explain; 1 where all could be explained, for then that is the verdict. */
function certainShare(blocks: number, { lost, missedFrees }: Knowledge): number {
    const share = 1 - (lost + missedFrees) / blocks;
    return share > 0 ? share : 1;
}

function isDoubtful(blocks: number, { lost, missedFrees }: Knowledge): boolean {
    return lost + missedFrees >= blocks;
}

function capOf(
    blocks: number,
    confidence: number,
    knowledge: Knowledge
): { readonly most: number; readonly reason: string } | undefined {
    if (isDoubtful(blocks, knowledge)) {
        const { lost } = knowledge;
        const what = lost >= blocks ? `the ${counted(lost, 'lost event')}` : 'the frees that were not seen';
        const reason = `No more than LOW: ${what} could hold the frees of all ${counted(blocks, 'block')}.`;
        return { most: MOST_LOW_SCORE, reason };
    }
    if (confidence < LEAST_CONFIDENCE) {
        return { most: MOST_LOW_SCORE, reason: 'No more than LOW: the evidence is thin.' };
    }
    return undefined;
}

function withoutGrowth(sites: readonly JudgedSite[], deallocations: number, knowledge: Knowledge): Verdict {
    const stopped = sites.filter(({ growth }) => growth.verdict === 'stopped');
    const held = sites.filter(({ growth }) => growth.verdict === 'held');
    const score = stopped.length > 0 ? 0.3 : 0;
    const confidence = knowledge.factor * (1 - 1 / Math.sqrt(deallocations + 1));
    const verdict = {
        severity: severityOfScore(score),
        score,
        severityReasons:
            stopped.length > 0
                ? [`${counted(stopped.length, 'call site')} grew for a time, and no longer at the end.`]
                : [
                      held.length > 0
                          ? 'What is not released was taken once and is held: nothing grows.'
                          : 'Nothing grows.'
                  ],
        confidence,
        confidenceReasons: [`${counted(deallocations, 'release')} of blocks seen.`, ...knowledge.reasons],
        isDoubtful: false
    };
    return { verdict, mostScore: MOST_LOW_SCORE };
}

function lasting(seconds: number): string {
    return seconds > 1e9 ? 'for decades' : formatDuration(BigInt(Math.max(1, Math.round(seconds))) * 1_000_000_000n);
}
