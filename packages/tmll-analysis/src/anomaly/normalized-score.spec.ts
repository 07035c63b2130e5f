import { detectionOf } from './test-support/detection-of';
import { normalizedScoreOf, normalizedScores } from './normalized-score';

describe('the normalized score', () => {
    it('is 0 for a usual point, 0.5 at the threshold, 0.75 at three times it, 1 at most', () => {
        expect([-2, 0, 1, 3, Infinity].map(normalizedScoreOf)).toEqual([0, 0, 0.5, 0.75, 1]);
    });

    it('measures score and threshold from the baseline', () => {
        const detection = detectionOf([0.2, 0.5, 0.6, 0.8, NaN], { threshold: 0.6, baseline: 0.5 });
        expect(normalizedScores(detection)[0]).toBe(0);
        expect(normalizedScores(detection)[1]).toBe(0);
        expect(normalizedScores(detection)[2]).toBe(0.5);
        expect(normalizedScores(detection)[3]).toBeCloseTo(0.75, 12);
        expect(normalizedScores(detection)[4]).toBeNaN();
    });

    it('keeps the order of the scores', () => {
        const ratios = [0, 0.1, 0.9, 1, 1.1, 7, 1e6];
        const scores = ratios.map(normalizedScoreOf);
        expect([...scores].sort((a, b) => a - b)).toEqual(scores);
        expect(new Set(scores).size).toBe(ratios.length);
    });
});
