import { roundStep, timeTicks } from './time-ticks';

const plain = (text: string | undefined): string | undefined => text?.replace(/\u202f/g, ' ');

describe('roundStep', () => {
    it.each([
        [0.2, 1],
        [1, 1],
        [1.1, 2],
        [3, 5],
        [7, 10],
        [100, 100],
        [2.1e9, 5e9]
    ])('rounds %d ns up to %d', (ns, step) => {
        expect(roundStep(ns)).toBe(step);
    });
});

describe('timeTicks', () => {
    it('labels a whole trace in seconds from its start', () => {
        const { ticks, base } = timeTicks({ start: 0, end: 10e9 }, 600);
        expect(ticks.map(tick => plain(tick.label))).toEqual(['0 s', '2 s', '4 s', '6 s', '8 s', '10 s']);
        expect(base).toBeUndefined();
    });

    it('uses one unit for all labels of an axis', () => {
        const { ticks } = timeTicks({ start: 0, end: 1.5e9 }, 400);
        expect(ticks.map(tick => plain(tick.label))).toEqual(['0.0 s', '0.5 s', '1.0 s', '1.5 s']);
    });

    it('counts from a base where whole times would need too many digits', () => {
        const { ticks, base } = timeTicks({ start: 12_345_678_200, end: 12_345_679_100 }, 600);
        expect(plain(base?.label)).toBe('12.345 678 s');
        expect(ticks.map(tick => plain(tick.label))).toEqual(['+200 ns', '+400 ns', '+600 ns', '+800 ns', '+1000 ns']);
    });

    it('keeps its ticks inside the view and on multiples of the step at every zoom', () => {
        for (let width = 10; width < 1e14; width *= 7) {
            const view = { start: 3 * width, end: 4 * width };
            const { ticks, step } = timeTicks(view, 800);
            expect(ticks.length).toBeGreaterThanOrEqual(2);
            expect(ticks.length).toBeLessThanOrEqual(9);
            for (const { time } of ticks) {
                expect(time).toBeGreaterThanOrEqual(view.start);
                expect(time).toBeLessThanOrEqual(view.end);
                expect(time % step).toBe(0);
            }
        }
    });

    it('never repeats a label', () => {
        for (let width = 10; width < 1e12; width *= 3.3) {
            const start = 86_400e9 - width;
            const labels = timeTicks({ start, end: start + width }, 1000).ticks.map(tick => tick.label);
            expect(new Set(labels).size).toBe(labels.length);
        }
    });

    it('survives an axis without room', () => {
        expect(timeTicks({ start: 0, end: 1e9 }, 0).ticks.length).toBeLessThanOrEqual(1);
    });
});
