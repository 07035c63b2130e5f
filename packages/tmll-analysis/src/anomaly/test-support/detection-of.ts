import { Detection } from '../detection';

/** A detection with these scores; of the rest, what is not given says nothing. */
export function detectionOf(score: readonly number[], rest: Partial<Detection> = {}): Detection {
    const nothing = new Float64Array(score.length).fill(NaN);
    const threshold = rest.threshold ?? 1;
    return {
        score: Float64Array.from(score),
        expected: nothing,
        low: nothing,
        high: nothing,
        flags: Uint8Array.from(score, each => (each > threshold ? 1 : 0)),
        threshold,
        support: score.length,
        memory: 0,
        ...rest
    };
}
