import { Detection, ratioAt } from './detection';

/**
 * A score that compares across methods, 0 to 1: r/(r + 1) with r the score in units of the method's threshold. A usual
 * point has about 0, one at the threshold 0.5, one at three times the threshold 0.75. It keeps the order of the scores.
 * @param ratio r, as of `ratioAt`; NaN stays NaN
 */
export function normalizedScoreOf(ratio: number): number {
    const excess = Math.max(0, ratio);
    return excess === Infinity ? 1 : excess / (excess + 1);
}

/** The normalized score of each point, NaN where the detector says nothing. */
export function normalizedScores(detection: Detection): Float64Array {
    const result = new Float64Array(detection.score.length);
    for (let index = 0; index < result.length; index++) {
        result[index] = normalizedScoreOf(ratioAt(detection, index));
    }
    return result;
}
