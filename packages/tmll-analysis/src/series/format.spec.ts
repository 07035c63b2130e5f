import { formatNs, formatValue, formatValueRange } from './format';

describe('formatNs', () => {
    it('keeps every nanosecond', () => {
        expect(formatNs(1_795_424_298_201_926_749n)).toBe('2026-11-23T08:58:18.201926749Z');
    });

    it('is right before 1970, too', () => {
        expect(formatNs(-1n)).toBe('1969-12-31T23:59:59.999999999Z');
    });
});

describe('formatValue', () => {
    it.each([
        [96.04, '%', '96 %'],
        [0, 'events/s', '0 events/s'],
        [12_345, 'events/s', '12,345 events/s'],
        [12_345.678, 'events/s', '12,350 events/s'],
        [3.14159, '', '3.14'],
        [-3.14159, 'ms', '-3.14 ms'],
        [0.00001234, 's', '0.0000123 s'],
        [NaN, '', 'NaN']
    ])('writes %d %s as %s', (value, unit, text) => {
        expect(formatValue(value, unit)).toBe(text);
    });

    it('gives bytes binary prefixes', () => {
        expect(formatValue(512, 'B')).toBe('512 B');
        expect(formatValue(1_572_864, 'B/s')).toBe('1.5 MiB/s');
        expect(formatValue(-3 * 1024 ** 3, 'B')).toBe('-3 GiB');
    });

    it('gives times the unit that suits them', () => {
        expect(formatValue(512, 'ns')).toBe('512 ns');
        expect(formatValue(45_020_000, 'ns')).toBe('45 ms');
        expect(formatValue(-1_500, 'ns')).toBe('-1.5 µs');
        expect(formatValue(7.2e12, 'ns')).toBe('7,200 s');
        expect(formatValue(54_090_000, 'ns/s')).toBe('54.1 ms/s');
    });

    it('gives as many digits as it takes to tell a number from those beside it', () => {
        expect(formatValue(1_000_000_019.1, 'B', [999_999_996])).toBe('953.67433 MiB');
        expect(formatValue(1_000_000_019.1, '', [999_999_996])).toBe('1,000,000,020');
        expect(formatValue(40.0004, '', [40])).toBe('40.0004');
    });
});

describe('formatValueRange', () => {
    it('writes the unit once', () => {
        expect(formatValueRange(190.4, 340.2, 'events/s')).toBe('190–340 events/s');
    });

    it('does not put a dash beside a minus', () => {
        expect(formatValueRange(-5, 5, 'K')).toBe('-5 to 5 K');
    });

    it('scales both ends by the larger', () => {
        expect(formatValueRange(512, 4096, 'B')).toBe('0.5–4 KiB');
    });

    it('tells narrow bands far from zero apart, and writes one number where rounding alone differs', () => {
        expect(formatValueRange(1e9 - 4.03, 1e9 + 4.04, '')).toBe('999,999,996–1,000,000,004');
        expect(formatValueRange(40, 40.00000000000001, '')).toBe('40');
    });
});
