import { leakScore, severityOfScore } from './severity';

const SCALE = { slopeThreshold: 0.5, budget: 2 ** 30 };
const severity = (bytesPerSecond: number): string => severityOfScore(leakScore(bytesPerSecond, SCALE));

describe('leakScore', () => {
    it.each([
        [0, 'NONE'],
        [-3, 'NONE'],
        [NaN, 'NONE'],
        [0.1, 'LOW'],
        [400, 'LOW'],
        [415, 'MEDIUM'],
        [12_400, 'MEDIUM'],
        [12_500, 'HIGH'],
        [298_000, 'HIGH'],
        [299_000, 'CRITICAL'],
        [1e12, 'CRITICAL']
    ])('%p B/s is %s: by how long 1 GiB lasts', (rate, expected) => {
        expect(severity(rate)).toBe(expected);
    });

    it('rises with the rate, from 0 to 1', () => {
        const rates = Array.from({ length: 400 }, (_, index) => 1.1 ** (index - 80));
        const scores = rates.map(rate => leakScore(rate, SCALE));
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
        expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.2);
        expect(Math.max(...scores)).toBe(1);
    });

    it('takes growth below the threshold for LOW at most', () => {
        expect(severityOfScore(leakScore(9000, { ...SCALE, slopeThreshold: 10_000 }))).toBe('LOW');
        expect(severityOfScore(leakScore(11_000, { ...SCALE, slopeThreshold: 10_000 }))).toBe('MEDIUM');
    });
});
