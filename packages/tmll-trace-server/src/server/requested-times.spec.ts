import { memoryTrace } from '../outputs/test-support/memory-trace';
import { Parameters } from './parameters';
import { RequestedTimes } from './requested-times';

const START = 1457113582794565804n;

const timesOf = (parameters: object): bigint[] => {
    const text = RequestedTimes.of(Parameters.of({ parameters })).toJson().text;
    return text.slice(1, -1).split(',').map(BigInt);
};
const range = (end: bigint, nbTimes: number): object => ({
    requested_timerange: { start: START, end, nbTimes }
});

describe('RequestedTimes', () => {
    it('are evenly spaced from start to end, both included, in whole ns', () => {
        expect(timesOf(range(START + 10n, 5)).map(time => time - START)).toEqual([0n, 3n, 5n, 8n, 10n]);
        expect(timesOf(range(START + 10n, 11)).map(time => time - START)).toHaveLength(11);
    });

    it('differ by at most one ns from step to step, over any range and number', () => {
        for (const [length, count] of [
            [432_662_358n, 50],
            [2n ** 52n, 65_536],
            [100_000n, 65_536],
            [65_535n, 65_536]
        ] as const) {
            const times = timesOf(range(START + length, count));
            const steps = times.slice(1).map((time, index) => time - times[index]);
            const least = steps.reduce((a, b) => (b < a ? b : a));
            const most = steps.reduce((a, b) => (b > a ? b : a));
            expect([times.length, times[0], times.at(-1)]).toEqual([count, START, START + length]);
            expect(most - least <= 1n).toBe(true);
        }
    });

    it('are as many as there are ns when more are asked for', () => {
        expect(timesOf(range(START + 2n, 100)).map(time => time - START)).toEqual([0n, 1n, 2n]);
        expect(timesOf(range(START, 100))).toEqual([START]);
    });

    it('can be given one by one', () => {
        expect(timesOf({ requested_times: [START, START + 7n] })).toEqual([START, START + 7n]);
    });

    it('are offsets for a trace, the first bin as long as the second', () => {
        const trace = memoryTrace([{ time: 5, type: 'a' }], { origin: START - 100n });
        const times = RequestedTimes.of(Parameters.of({ parameters: range(START + 10n, 3) }));
        expect(times.samplingOf(trace)).toEqual({ times: Float64Array.of(100, 105, 110), before: 95 });
        const single = RequestedTimes.of(Parameters.of({ parameters: range(START + 10n, 1) }));
        expect(single.samplingOf(trace)).toEqual({ times: Float64Array.of(100), before: 4 });
    });

    it.each([
        [{}, 'Missing query parameters: requested_timerange'],
        [{ requested_timerange: { start: 1, end: 2 } }, 'Missing query parameters: nbTimes'],
        [{ requested_timerange: { end: 2, nbTimes: 2 } }, 'Missing query parameters: start'],
        [{ requested_timerange: { start: 3, end: 2, nbTimes: 2 } }, 'The time range ends (2) before it starts (3).'],
        [
            { requested_timerange: { start: 1, end: 9, nbTimes: 0 } },
            'One request may ask for 1 to 65,536 times, not 0.'
        ],
        [
            { requested_timerange: { start: 1, end: 9, nbTimes: 65_537 } },
            'One request may ask for 1 to 65,536 times, not 65537.'
        ],
        [{ requested_timerange: { start: 1.5, end: 9, nbTimes: 2 } }, 'Parameter start must be made of whole numbers'],
        [{ requested_timerange: 7 }, 'Parameter requested_timerange must be an object'],
        [{ requested_times: [2, 1] }, 'Parameter requested_times must be ascending'],
        [{ requested_times: [] }, 'One request may ask for 1 to 65,536 times, not 0.']
    ])('refuse %j', (parameters, title) => {
        expect(() => timesOf(parameters)).toThrow(title);
    });

    it('refuse times beyond 64 bits, which no trace has', () => {
        const beyond = { requested_timerange: { start: 0, end: 2n ** 63n, nbTimes: 2 } };
        expect(() => timesOf(beyond)).toThrow('Parameter end must be made of whole numbers of 64 bits');
    });
});
