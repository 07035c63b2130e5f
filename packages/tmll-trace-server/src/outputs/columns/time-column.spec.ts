import { TimeColumn } from './time-column';

const column = (times: Iterable<number>): TimeColumn => {
    const result = new TimeColumn();
    for (const time of times) {
        result.push(time);
    }
    return result;
};

describe('TimeColumn', () => {
    it('is empty at first', () => {
        const empty = column([]);
        expect([empty.length, empty.countUpTo(Infinity), empty.last]).toEqual([0, 0, -Infinity]);
    });

    it('counts the values up to a bound, inclusive, with repeated values', () => {
        const times = column([-5, 0, 3, 3, 3, 9]);
        expect([-6, -5, 2, 3, 8, 9, Infinity].map(time => times.countUpTo(time))).toEqual([0, 1, 2, 5, 5, 6, 6]);
    });

    it('gives back every value where gaps exceed the range of a chunk', () => {
        const values = [7, 8, 7 + 2 ** 32 - 1, 7 + 2 ** 32, 2 ** 50, 2 ** 50 + 1, 2 ** 52];
        const times = column(values);
        expect(values.map((_, rank) => times.at(rank))).toEqual(values);
        expect(values.map(value => times.countUpTo(value))).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(times.countUpTo(2 ** 40)).toBe(4);
    });

    it('agrees with a plain array on values over many chunks (oracle: counting)', () => {
        let state = 1;
        let time = 0;
        const values: number[] = [];
        for (let index = 0; index < 20_000; index++) {
            state = (state * 48271) % 2147483647;
            time += state % 5 === 0 ? 0 : state % 2_000_000_000;
            values.push(time);
        }
        const times = column(values);
        expect(times.length).toBe(values.length);
        for (let probe = 0; probe < values.length; probe += 37) {
            const value = values[probe] - (probe % 2);
            expect(times.at(probe)).toBe(values[probe]);
            expect(times.countUpTo(value)).toBe(values.filter(other => other <= value).length);
        }
    });

    it('takes a value below the last as equal to it', () => {
        const times = column([10, 8, 11]);
        expect([times.at(1), times.countUpTo(9), times.countUpTo(10)]).toEqual([10, 0, 2]);
    });
});
