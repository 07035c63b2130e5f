import { seededRandom } from '../../ctf/test-support/random-layout';
import { TimeColumn } from '../columns/time-column';
import { rhythmOf } from './rhythm';

const column = (times: readonly number[]): TimeColumn => {
    const result = new TimeColumn();
    times.forEach(time => result.push(Math.round(time)));
    return result;
};

describe('rhythmOf', () => {
    it.each([1, 2, 3, 8])('finds a timer with %i events a tick, late ones included', events => {
        const random = seededRandom(7);
        const times = Array.from({ length: 5000 }, (_, index) => {
            const tick = Math.floor(index / events);
            const late = tick % 50 === 0 ? 4e6 : random(300_000);
            return tick * 1e7 + late + (index % events) * 2000;
        });
        const rhythm = rhythmOf(column(times));
        expect(rhythm?.events).toBe(events);
        expect(Math.abs((rhythm?.gap ?? 0) - 1e7)).toBeLessThan(1e5);
    });

    it('finds none in events at random (exponential gaps), in bursts, at one time, and in few', () => {
        const random = seededRandom(11);
        let time = 0;
        const poisson = Array.from({ length: 5000 }, () => (time -= Math.log(1 - random(1_000_000) / 1e6) * 1e6));
        const poissonUp = poisson.map(one => Math.abs(one)).sort((a, b) => a - b);
        const bursts = Array.from({ length: 5000 }, (_, index) => Math.floor(index / 100) * 1e9 + (index % 100) ** 2);
        const columns = [poissonUp, bursts, Array<number>(100).fill(5), [1, 2, 3, 4, 5, 6, 7], []];
        expect(columns.map(times => rhythmOf(column(times)))).toEqual(columns.map(() => undefined));
    });

    it('is found anew when events were added', () => {
        const times = column(Array.from({ length: 10 }, (_, index) => index));
        expect(rhythmOf(times)).toBeUndefined();
        for (let time = 10; time < 100; time++) {
            times.push(time);
        }
        expect(rhythmOf(times)).toEqual({ events: 1, gap: 1 });
    });
});
