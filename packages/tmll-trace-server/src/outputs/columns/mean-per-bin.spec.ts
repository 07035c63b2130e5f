import { TimeColumn } from './time-column';
import { ValueColumn } from './value-column';
import { at } from '../test-support/record';
import { meanPerBin, type Samples } from './mean-per-bin';

const samples = (points: readonly [number, number][], rows?: number[]): Samples => {
    const times = new TimeColumn();
    const values = new ValueColumn();
    for (const [time, value] of points) {
        times.push(time);
        values.push(value);
    }
    return { times, values, rows: rows && Uint32Array.from(rows) };
};

const POINTS: [number, number][] = [
    [10, 1],
    [20, 3],
    [20, 8],
    [40, NaN],
    [50, -2]
];

describe('meanPerBin', () => {
    it('is the mean of the samples in the bin, its end included and its start not (by hand)', () => {
        expect([...meanPerBin(samples(POINTS), at(10, 20, 50))]).toEqual([5.5, -2]);
    });

    it('holds the last sample over bins without one', () => {
        expect([...meanPerBin(samples(POINTS), at(0, 10, 19, 30, 39, 45, 60))]).toEqual([1, 1, 5.5, 8, 8, -2]);
    });

    it('takes the first sample for the time before it', () => {
        expect([...meanPerBin(samples(POINTS), at(-9, -5, 5, 10))]).toEqual([1, 1, 1]);
    });

    it('knows what was before the first bin', () => {
        expect([...meanPerBin(samples(POINTS), at(30, 35))]).toEqual([8]);
    });

    it('never answers NaN, 0 where there is no number at all', () => {
        expect([...meanPerBin(samples([[1, NaN]]), at(0, 1, 2))]).toEqual([0, 0]);
        expect([...meanPerBin(samples([]), at(0, 1))]).toEqual([0]);
    });

    it('sees only the rows of its series', () => {
        expect([...meanPerBin(samples(POINTS, [0, 2, 4]), at(0, 20, 30, 50))]).toEqual([4.5, 8, -2]);
    });

    it('agrees with a loop over all samples on many bins (oracle: brute force)', () => {
        const points = Array.from({ length: 10_000 }, (_, index): [number, number] => [
            index * 3 + (index % 2),
            Math.sin(index)
        ]);
        const sampling = at(-1, ...Array.from({ length: 300 }, (_, index) => index * 100));
        const means = meanPerBin(samples(points), sampling);
        sampling.times.forEach((time, index) => {
            const from = index === 0 ? -1 : sampling.times[index - 1];
            const inside = points.filter(point => point[0] > from && point[0] <= time).map(point => point[1]);
            const expected = inside.reduce((sum, value) => sum + value, 0) / inside.length;
            expect(means[index]).toBeCloseTo(expected, 12);
        });
    });
});
