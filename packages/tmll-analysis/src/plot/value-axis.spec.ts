import { valueAxis } from './value-axis';

describe('valueAxis', () => {
    it('shows values in the prefix of their unit that suits the largest', () => {
        const axis = valueAxis([Float64Array.of(1, NaN), Float64Array.of(-40_000_000, Infinity)], 'ns');
        expect(axis.option).toMatchObject({ name: 'ms' });
        expect(axis.at(5_000_000)).toBe(5);
        expect(Array.from(axis.all(Float64Array.of(1_000_000, NaN)))).toEqual([1, NaN]);
        expect(valueAxis([Float64Array.of(3 * 1024 ** 2)], 'B/s').option).toMatchObject({ name: 'MiB/s' });
    });

    it('leaves other units and what is empty as they are', () => {
        const values = Float64Array.of(5000);
        expect(valueAxis([values], '%').all(values)).toBe(values);
        expect(valueAxis([], 'ns').option).toMatchObject({ name: 'ns' });
    });
});
