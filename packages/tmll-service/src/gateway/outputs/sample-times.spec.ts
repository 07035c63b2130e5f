import { sampleAt, SampleTimes, valuesJson } from './sample-times';

const START = 1_795_424_298_201_926_749n;
const data = { origin: START, times: Float64Array.of(10, 20, 30, 40), values: Float64Array.of(1, 9, NaN, 3) };
const at = (...offsets: number[]): SampleTimes => new SampleTimes(START, Float64Array.from(offsets));

describe('SampleTimes', () => {
    it('lie evenly from start to end, both included, exact to the ns', () => {
        const times = SampleTimes.evenly(START, START + 5n * 10n ** 15n, 7);
        expect(times.length).toBe(7);
        expect(JSON.parse(times.toJson().replace(/\d+/g, '"$&"'))).toEqual(
            Array.from({ length: 7 }, (_, index) => String(START + (5n * 10n ** 15n * BigInt(index) + 3n) / 6n))
        );
    });

    it.each([
        [0n, 5, 1],
        [3n, 10, 4],
        [100n, 1, 1],
        [100n, 0, 1]
    ])('of a range of %d ns for %d times are %d', (length, count, times) => {
        expect(SampleTimes.evenly(START, START + length, count).length).toBe(times);
    });
});

describe('sampleAt', () => {
    it('folds what lies between two times: the greatest, or the mean', () => {
        expect([...sampleAt(data, at(0, 20, 40), 'max')]).toEqual([1, 9, 3]);
        expect([...sampleAt(data, at(0, 20, 40), 'mean')]).toEqual([1, 5, 3]);
    });

    it('holds what stands for the step around a time, when there is no point in it', () => {
        expect([...sampleAt(data, at(11, 12, 13, 21), 'max')]).toEqual([9, 9, 9, 9]);
        expect([...sampleAt(data, at(100, 110), 'max')]).toEqual([3, 3]);
        expect([...sampleAt(data, at(-20, -10), 'hold')]).toEqual([1, 1]);
    });

    it('is finite where values are missing, where the series is empty, and for one time', () => {
        expect([...sampleAt(data, at(25, 30), 'hold', -1)]).toEqual([-1, -1]);
        const empty = { origin: START, times: new Float64Array(0), values: new Float64Array(0) };
        expect([...sampleAt(empty, at(0, 1), 'mean')]).toEqual([0, 0]);
        expect([...sampleAt(data, at(40), 'max')]).toEqual([9]);
    });

    it('leaves the series as it was', () => {
        const before = [...data.values];
        sampleAt(data, at(0, 100), 'max');
        expect([...data.values]).toEqual(before);
    });
});

describe('valuesJson', () => {
    it('writes numbers so that no reader takes them for a bigint', () => {
        expect(valuesJson(Float64Array.of(0, 1.5, -2, 2 ** 63, 1e300))).toBe('[0,1.5,-2,9223372036854776000.0,1e+300]');
    });
});
