import { VoteColumn } from './detection';
import { detectionOf } from './test-support/detection-of';
import { votesAt } from './votes';

const column = (method: string, threshold: number, ...score: readonly number[]): VoteColumn => {
    const { flags, score: scores } = detectionOf(score, { threshold });
    return { method, score: scores, threshold, flags };
};

describe('votesAt', () => {
    const votes = [column('a', 2, 6, NaN, 0), column('b', 4, 4, 8, 0), column('c', 1, 1, NaN, 0)];
    const detection = detectionOf([3, 2, 0], { votes });

    it('shares the verdict by how far each method is in units of its threshold', () => {
        expect(votesAt(detection, 0)).toEqual([
            { method: 'a', agrees: true, normalizedScore: 0.75, share: 3 / 5 },
            { method: 'b', agrees: false, normalizedScore: 0.5, share: 1 / 5 },
            { method: 'c', agrees: false, normalizedScore: 0.5, share: 1 / 5 }
        ]);
    });

    it('gives no share to a method that says nothing', () => {
        expect(votesAt(detection, 1)?.map(({ share }) => share)).toEqual([0, 1, 0]);
        expect(votesAt(detection, 2)?.map(({ share }) => share)).toEqual([0, 0, 0]);
    });

    it('is undefined for a method by itself', () => {
        expect(votesAt(detectionOf([3]), 0)).toBeUndefined();
    });
});
