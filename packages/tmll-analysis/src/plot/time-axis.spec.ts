import { timeAxis } from './time-axis';

const START = 1_790_000_000_123_456_789n;

describe('timeAxis', () => {
    it.each([
        [30n, 'ns', 30],
        [4_000n, 'µs', 4],
        [2_500_000n, 'µs', 2_500],
        [10_000_000_000n, 's', 10],
        [7_200_000_000_000n, 'min', 120]
    ])('shows %d ns in %s', (length, unit, max) => {
        const { option } = timeAxis({ startNs: START, endNs: START + length });
        expect(option).toMatchObject({ min: 0, max });
        expect(option.name).toMatch(`${unit} since 2026-`);
    });

    it('places times exactly, though they do not fit a double', () => {
        const axis = timeAxis({ startNs: START, endNs: START + 100n });
        expect(axis.at(START + 3n)).toBe(3);
        expect(axis.from(START - 7n)(8)).toBe(1);
    });

    it('has a width for a range of one instant', () => {
        expect(timeAxis({ startNs: START, endNs: START }).option).toMatchObject({ min: 0, max: 1 });
    });
});
