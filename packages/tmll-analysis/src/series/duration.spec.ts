import { DURATION_PATTERN, formatDuration, parseDuration } from './duration';
import { ParameterError } from './parameter-error';

describe('parseDuration', () => {
    it.each([
        ['0s', 0n],
        ['7ns', 7n],
        ['250us', 250_000n],
        ['250\u00b5s', 250_000n],
        ['250\u03bcs', 250_000n],
        ['100ms', 100_000_000n],
        ['1.5s', 1_500_000_000n],
        ['0.000000001s', 1n],
        ['1m', 60_000_000_000n],
        ['2min', 120_000_000_000n],
        ['1.5h', 5_400_000_000_000n],
        ['366d', 31_622_400_000_000_000n],
        [' 100 ms ', 100_000_000n]
    ])('reads %s exactly', (text, ns) => {
        expect(parseDuration(text)).toBe(ns);
        expect(text).toMatch(new RegExp(DURATION_PATTERN));
    });

    it.each(['', '100', 'ms', '-1s', '1e3ms', '1,5s', '1 fortnight', '1s2ms', '.5s', '1.s'])(
        'refuses "%s" and says how to write it',
        text => {
            expect(() => parseDuration(text)).toThrow(ParameterError);
            expect(() => parseDuration(text)).toThrow('write a number and a unit');
        }
    );

    it('refuses parts of a nanosecond', () => {
        expect(() => parseDuration('0.5ns')).toThrow('not a whole number of nanoseconds');
        expect(() => parseDuration('1.0000000001s')).toThrow(ParameterError);
    });
});

describe('formatDuration', () => {
    it.each([
        [0n, '0 ns'],
        [999n, '999 ns'],
        [1_000n, '1 µs'],
        [33_366_700n, '33.4 ms'],
        [700_000_000n, '700 ms'],
        [1_500_000_000n, '1.5 s'],
        [60_000_000_000n, '1 min'],
        [125_000_000_000n, '2 min 5 s'],
        [90_000_000_000_000n, '1 d 1 h'],
        [-5n, '-5 ns']
    ])('writes %d ns as %s', (ns, text) => {
        expect(formatDuration(ns)).toBe(text);
    });

    it('rounds into the next unit rather than to 1,000 of a smaller one', () => {
        expect(formatDuration(999_999n)).toBe('1 ms');
        expect(formatDuration(59_999_999_999n)).toBe('1 min');
        expect(formatDuration(3_599_999_999_999n)).toBe('1 h');
        expect(formatDuration(86_399_999_999_999n)).toBe('1 d');
    });
});
