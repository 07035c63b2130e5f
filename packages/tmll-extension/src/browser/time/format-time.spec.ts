import { formatTimeSinceStart } from './format-time';

describe('formatTimeSinceStart', () => {
    it.each([
        [0n, '0.000 ms'],
        [999n, '0.000 ms'],
        [50_125_999n, '50.125 ms'],
        [999_999_999n, '999.999 ms'],
        [1_000_000_000n, '1.000 s'],
        [12_345_678_901n, '12.345 s'],
        [9_007_199_254_740_993_000_000n, '9007199254740.993 s']
    ])('of %s ns is %s', (offset, text) => {
        expect(formatTimeSinceStart(offset)).toBe(text);
    });
});
