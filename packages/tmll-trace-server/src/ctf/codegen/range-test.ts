import { IntegerRange } from '../metadata/field-class';

/**
 * An expression that tells whether a value lies in one of some ranges.
 *
 * @param exact whether the value is always a number; else it may be a bigint
 */
export function rangeTest(value: string, ranges: readonly IntegerRange[], exact: boolean): string {
    const literal = (bound: bigint): string => (exact ? String(bound) : `${bound}n`);
    const tests = ranges.map(({ low, high }) =>
        low === high && exact ? `${value} === ${low}` : `(${value} >= ${literal(low)} && ${value} <= ${literal(high)})`
    );
    return tests.join(' || ') || 'false';
}
