import { clockTicks, epochTicks } from './clock-ticks';

const ORIGIN = 1_763_889_231_276_952_938n; // 2025-11-23T09:13:51.276952938Z

describe('clockTicks', () => {
    it('stands at whole seconds of the clock, also where the trace began between two', () => {
        const { ticks, base } = clockTicks(ORIGIN, { start: 0, end: 10e9 }, 1000, 0);
        expect(ticks.slice(0, 2).map(({ label }) => label)).toEqual(['09:13:52', '09:13:53']);
        expect(ticks[0].time).toBe(723_047_062);
        expect(base?.label).toBe('2025-11-23');
    });

    it('follows the zone of the clock', () => {
        expect(clockTicks(ORIGIN, { start: 0, end: 10e9 }, 1000, 330).ticks[0].label).toBe('14:43:52');
    });

    it('takes steps of a clock for long traces', () => {
        const { ticks } = clockTicks(ORIGIN, { start: 0, end: 3600e9 }, 1000, 0);
        expect(ticks[0].label).toBe('09:20:00');
        expect(ticks[1].label).toBe('09:30:00');
    });

    it('counts from a base that it names where labels would get too long', () => {
        const { ticks, base } = clockTicks(ORIGIN, { start: 1e9, end: 1e9 + 1000 }, 1000, 0);
        expect(base?.label).toMatch(/^2025-11-23 09:13:52\.27695\d000$/);
        expect(ticks.every(({ label }) => /^\+\d+\u202fns$/.test(label))).toBe(true);
    });
});

describe('epochTicks', () => {
    it('stands at round ns since the epoch', () => {
        const { ticks, base } = epochTicks(ORIGIN, { start: 0, end: 1e9 }, 1000);
        expect(base?.label).toBe('1763889231000000000 ns');
        expect((ORIGIN + BigInt(ticks[0].time)) % 100_000_000n).toBe(0n);
        expect(ticks[0].label).toBe('+300\u202fms');
    });
});
