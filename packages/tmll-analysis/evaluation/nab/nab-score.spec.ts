import { addNabScores, LabelledWindow, nabScore, normalizedNabScore } from './nab-score';

const WINDOWS: readonly LabelledWindow[] = [
    { first: 300, last: 399 },
    { first: 700, last: 749 }
];

const normalized = (alarms: readonly number[], length = 1000): number =>
    normalizedNabScore(nabScore(length, WINDOWS, alarms));

/** What a further alarm at a row adds to the raw score. */
const worth = (row: number, alarms: readonly number[] = []): number =>
    nabScore(1000, WINDOWS, [...alarms, row]).raw - nabScore(1000, WINDOWS, alarms).raw;

describe('the score of NAB, by the rules of its scorer', () => {
    it('is 100 for an alarm at the first row of each window, 0 for none, and below 0 for false ones only', () => {
        expect(normalized([300, 700])).toBe(100);
        expect(normalized([])).toBe(0);
        expect(normalized([200, 600])).toBeLessThan(0);
    });

    it('gives half for one of two windows', () => {
        expect(normalized([700])).toBeCloseTo(50, 10);
    });

    // Worths as NAB's own sweeper computes them for these windows, with the weights of the standard profile.
    it.each([
        [300, 1],
        [350, 0.8597925669097837],
        [399, 0.025333905068325228]
    ])('gives for an alarm at row %d of a window %d, beside what the miss would have cost', (row, gain) => {
        expect(worth(row) - 1).toBeCloseTo(gain, 10);
    });

    it('counts the earliest alarm of a window only', () => {
        expect(nabScore(1000, WINDOWS, [399, 350, 360, 301])).toEqual(nabScore(1000, WINDOWS, [301]));
        expect(nabScore(1000, WINDOWS, [301, 302]).found).toBe(1);
    });

    it.each([
        [299, -0.11],
        [200, -0.11],
        [400, -0.002777187474616506],
        [449, -0.0936965180084896],
        [600, -0.10999141661242653],
        [750, -0.005607380251809202],
        [999, -0.11]
    ])('takes for an alarm outside of windows at row %d as much as %d', (row, cost) => {
        expect(worth(row)).toBeCloseTo(cost, 10);
        expect(nabScore(1000, WINDOWS, [row]).falseAlarms).toBe(1);
    });

    it('does not count the probationary period: 15 % of the rows, at most 750', () => {
        expect(worth(149)).toBe(0);
        expect(worth(150)).toBeCloseTo(-0.11, 10);
        expect(nabScore(20_000, [], [749, 750])).toMatchObject({ falseAlarms: 1, rows: 19_250 });
    });

    it('adds up', () => {
        const scores = [nabScore(1000, WINDOWS, [300]), nabScore(1000, [], [500]), nabScore(1000, WINDOWS, [700])];
        const total = addNabScores(scores);
        expect(total).toEqual({ raw: -0.11, windows: 4, found: 2, falseAlarms: 1, rows: 2550 });
        expect(normalizedNabScore(total)).toBeCloseTo((100 * (-0.11 + 4)) / 8, 10);
    });
});
