import { formatTime, formatWallClock } from './time-format';
import { parseTime } from './time-parse';

const ORIGIN = 1_763_889_231_276_952_938n; // 2025-11-23T09:13:51.276952938Z
const context = { origin: ORIGIN, current: 5_000_000_000, zoneMinutes: 60 };

describe('parseTime', () => {
    it.each([
        ['1.25 s', 1_250_000_000n],
        ['1.25', 1_250_000_000n],
        ['250ms', 250_000_000n],
        ['1.000 000 001 s', 1_000_000_001n],
        ['7 ns', 7n],
        ['3.5 µs', 3_500n],
        ['3.5us', 3_500n],
        ['+10 ms', 5_010_000_000n],
        ['−10 ms', 4_990_000_000n],
        ['-1', 4_000_000_000n]
    ])('reads %s as a time since the start, or from the selection on', (text, ns) => {
        expect(parseTime(text, context)).toBe(ORIGIN + ns);
    });

    it('reads ns since the epoch exactly', () => {
        expect(parseTime('1457113582794565804', context)).toBe(1_457_113_582_794_565_804n);
        expect(parseTime('1 457 113 582 794 565 804 ns', context)).toBe(1_457_113_582_794_565_804n);
    });

    it.each([
        ['2025-11-23T09:13:52Z', 1_763_889_232_000_000_000n],
        ['2025-11-23 10:13:52.000000001', 1_763_889_232_000_000_001n],
        ['2025-11-23 14:43:52.5 UTC+05:30', 1_763_889_232_500_000_000n],
        ['10:13:52.25', 1_763_889_232_250_000_000n],
        ['09:13:52 UTC', 1_763_889_232_000_000_000n]
    ])('reads the clock %s', (text, ns) => {
        expect(parseTime(text, context)).toBe(ns);
    });

    it('takes a time of day before the start for the next day', () => {
        expect(parseTime('00:30', context)).toBe(parseTime('2025-11-24 00:30', context));
    });

    it('reads whatever the viewer itself writes', () => {
        for (const offset of [0, 7, 1_234_567, 98_765_432_101]) {
            const ns = ORIGIN + BigInt(offset);
            expect(parseTime(formatTime(offset), context)).toBe(ns);
            expect(parseTime(formatWallClock(ns, -210), context)).toBe(ns);
            expect(parseTime(`${ns} ns`, context)).toBe(ns);
        }
    });

    it.each(['', 'soon', '12:', '1.2.3', '5 weeks', '2025-13-45'])('does not take %j for a time', text => {
        expect(parseTime(text, context)).toBeUndefined();
    });
});
