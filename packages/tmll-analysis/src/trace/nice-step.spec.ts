import { niceStep } from './nice-step';

describe('niceStep', () => {
    it.each([
        [30_137_385_096n, 50_000_000n],
        [1_000_000_000n, 1_000_000n],
        [1_000_000_001n, 2_000_000n],
        [2_100_000_000n, 5_000_000n],
        [500n, 1n],
        [0n, 1n]
    ])('looks at %s ns in steps of %s ns', (length, step) => {
        expect(niceStep({ startNs: 1448652394359148425n, endNs: 1448652394359148425n + length })).toBe(step);
    });
});
