import { EnumerationClass, IntegerClass } from '../../metadata/field-class';
import { EnumerationTable } from './enumeration-table';

const table = new EnumerationTable({
    kind: 'enumeration',
    integer: {} as IntegerClass,
    mappings: [
        { label: 'one', low: 1n, high: 1n },
        { label: 'some', low: 1n, high: 9n },
        { label: 'huge', low: 1n << 63n, high: (1n << 64n) - 1n },
        { label: 'one', low: -5n, high: 1n }
    ]
} as EnumerationClass);

describe('an enumeration', () => {
    test.each([
        [1, ['one', 'some']],
        [9, ['some']],
        [-5, ['one']],
        [10, []],
        [2n ** 64n - 1n, ['huge']]
    ])('gives %s the labels of all its ranges, each once', (value, labels) => {
        expect(table.get(value)).toEqual({ value, labels });
    });

    test('gives equal values the same object', () => {
        const first = table.get(7);
        table.get(8);

        expect(table.get(7)).toBe(first);
    });

    test('remembers a bounded number of values', () => {
        for (let value = 0; value < 100_000; value++) {
            table.get(value);
        }

        expect(table.get(99_999)).toEqual({ value: 99_999, labels: [] });
    });
});
