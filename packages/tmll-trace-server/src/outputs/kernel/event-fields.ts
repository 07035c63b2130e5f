import type { FieldValue } from '../../trace/trace';

type Fields = Readonly<Record<string, FieldValue>>;

/** The first of several fields that is an integer, or an enumeration with one; undefined when none is. */
export function integerOf(fields: Fields, ...names: readonly string[]): number | undefined {
    for (const name of names) {
        const value = fields[name];
        const integer = typeof value === 'object' && 'value' in value ? value.value : value;
        if (typeof integer === 'number' || typeof integer === 'bigint') {
            return Number(integer);
        }
    }
    return undefined;
}
