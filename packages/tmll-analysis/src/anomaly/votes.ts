import { MethodVote } from './anomaly-result';
import { Detection } from './detection';
import { normalizedScoreOf } from './normalized-score';

/** What each method said on a point; undefined for a detector that is one method by itself. */
export function votesAt({ votes }: Detection, index: number): MethodVote[] | undefined {
    if (votes === undefined) {
        return undefined;
    }
    const ratios = votes.map(({ score, threshold }) => Math.max(0, score[index] / threshold) || 0);
    const sum = ratios.reduce((total, ratio) => total + ratio, 0);
    return votes.map(({ method, flags }, place) => ({
        method,
        agrees: flags[index] === 1,
        normalizedScore: normalizedScoreOf(ratios[place]),
        share: sum > 0 ? ratios[place] / sum : 0
    }));
}
