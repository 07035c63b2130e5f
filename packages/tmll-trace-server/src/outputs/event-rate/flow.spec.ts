import { seededRandom } from '../../ctf/test-support/random-layout';
import { TimeColumn } from '../columns/time-column';
import { Flow } from './flow';

const column = (times: readonly number[]): TimeColumn => {
    const result = new TimeColumn();
    times.forEach(time => result.push(time));
    return result;
};
const every = (gap: number, count: number, start = 0): number[] =>
    Array.from({ length: count }, (_, index) => start + index * gap);

/** What is gained in bins of a width over a span. */
function gained(times: readonly number[], end: number, bin: number): number[] {
    const flow = new Flow(column(times), { start: 0, end }, bin);
    const gains: number[] = [];
    for (let time = bin; time <= end; time += bin) {
        gains.push(flow.upTo(time) - flow.upTo(time - bin));
    }
    return gains;
}

describe('Flow', () => {
    it.each([7, 99, 100, 150, 250, 1000])('gives a timer the same rate in all bins of %i', bin => {
        const gains = gained(every(100, 101), 10_000, bin);
        gains.forEach(gain => expect(gain).toBeCloseTo(bin / 100, 9));
    });

    it('does so when the trace begins and ends between two events', () => {
        gained(every(100, 100, 30), 9990, 45).forEach(gain => expect(gain).toBeCloseTo(0.45, 1));
    });

    it('gives a timer that reports several values at each tick one rate too', () => {
        const times = every(100, 60).flatMap(time => [time, time + 1, time + 3]);
        gained(times, 5903, 37)
            .slice(5, -5)
            .forEach(gain => expect(gain).toBeCloseTo(3 * 0.37, 6));
    });

    it('is 0 in a pause, but for one gap before it ends', () => {
        const times = [...every(100, 50), ...every(100, 50, 10_000)];
        const gains = gained(times, 14_900, 100);
        expect(gains.slice(50, 98)).toEqual(Array(48).fill(0));
        expect(gains[99]).toBeCloseTo(1, 9);
    });

    it('counts events that are no timer (oracle: counting), and few ones', () => {
        const random = seededRandom(3);
        let time = 0;
        const irregular = Array.from(
            { length: 200 },
            () => (time += Math.round(1 - 50 * Math.log(1 - random(1000) / 1000)))
        );
        for (const times of [irregular, [5, 10, 15], []]) {
            const flow = new Flow(column(times), { start: 0, end: 20_000 }, 10);
            for (let at = 0; at < 20_000; at += 13) {
                expect(flow.upTo(at)).toBe(times.filter(one => one <= at).length);
            }
        }
    });

    it('adds up to all events, and never falls (property)', () => {
        const times = every(100, 60).map((at, index) => at + ((index * 31) % 13));
        const flow = new Flow(column(times), { start: 0, end: 6000 }, 70);
        let before = 0;
        for (let at = 0; at <= 6000; at += 3) {
            expect(flow.upTo(at)).toBeGreaterThanOrEqual(before);
            before = flow.upTo(at);
        }
        expect(Math.abs(flow.upTo(6000) - 60)).toBeLessThan(1);
        // Whatever was asked before.
        expect(flow.upTo(150)).toBeCloseTo(new Flow(column(times), { start: 0, end: 6000 }, 70).upTo(150), 12);
    });
});
