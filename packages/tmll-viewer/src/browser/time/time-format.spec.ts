import { formatDuration, formatTime, formatWallClock } from './time-format';

/** The narrow no-break spaces of the texts, as blanks. */
const plain = (text: string): string => text.replace(/\u202f/g, ' ');

describe('formatTime', () => {
    it('shows every ns of a time by default', () => {
        expect(plain(formatTime(12_345_678_901))).toBe('12.345 678 901 s');
        expect(plain(formatTime(1_000_000_000))).toBe('1.000 000 000 s');
        expect(plain(formatTime(42))).toBe('42 ns');
        expect(plain(formatTime(0))).toBe('0 ns');
    });

    it('rounds to the resolution and shows no digit more', () => {
        expect(plain(formatTime(12_345_678_901, 1e6))).toBe('12.346 s');
        expect(plain(formatTime(1_999_999_999, 1e9))).toBe('2 s');
        expect(plain(formatTime(345_600, 100))).toBe('345.6 µs');
        expect(plain(formatTime(345_600, 200))).toBe('345.6 µs');
    });

    it('groups large numbers of seconds', () => {
        expect(plain(formatTime(12_345e9, 1e9))).toBe('12 345 s');
        expect(plain(formatTime(1_234e9, 1e9))).toBe('1234 s');
    });

    it('is exact up to 104 days', () => {
        expect(plain(formatTime(2 ** 53 - 1))).toBe('9 007 199.254 740 991 s');
    });

    it('marks times before the origin and has no negative zero', () => {
        expect(plain(formatTime(-1_500_000))).toBe('−1.500 000 ms');
        expect(plain(formatTime(-3, 10))).toBe('0 ns');
    });
});

describe('formatDuration', () => {
    it.each([
        [0, '0 ns'],
        [7, '7 ns'],
        [999, '999 ns'],
        [1_234, '1.23 µs'],
        [45_678_901, '45.7 ms'],
        [1_234_567_890, '1.23 s'],
        [123_456_789_012, '123 s']
    ])('shows %d ns as %s', (ns, text) => {
        expect(plain(formatDuration(ns))).toBe(text);
    });
});

describe('formatWallClock', () => {
    it('is exact to the ns', () => {
        expect(plain(formatWallClock(1_457_113_582_794_565_804n, 0))).toBe('2016-03-04 17:46:22.794 565 804 (UTC)');
    });

    it('names the time zone', () => {
        expect(plain(formatWallClock(0n, 90))).toBe('1970-01-01 01:30:00.000 000 000 (UTC+01:30)');
        expect(plain(formatWallClock(0n, -300))).toBe('1969-12-31 19:00:00.000 000 000 (UTC−05:00)');
    });

    it('counts downwards before the epoch', () => {
        expect(plain(formatWallClock(-1n, 0))).toBe('1969-12-31 23:59:59.999 999 999 (UTC)');
    });
});
