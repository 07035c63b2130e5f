/**
 * The two forms of a value that crosses a process: arithmetic (bigint ns, Float64Array) and wire (JSON).
 * Two rules on keys tell them apart, so that the way there and back is exact:
 * - `ns` or ending in `Ns`: ns, decimal strings on the wire;
 * - `times`, `values`, or ending in `Times` or `Values`: an array of numbers there is a Float64Array, with null for NaN
 *   on the wire.
 */
export type Wire<T> = T extends bigint
    ? string
    : T extends Float64Array
      ? (number | null)[]
      : T extends readonly (infer E)[]
        ? readonly Wire<E>[]
        : T extends object
          ? { readonly [K in keyof T]: Wire<T[K]> }
          : T;

const NS_KEY = /^ns$|Ns$/;
const FLOATS_KEY = /^(times|values)$|(Times|Values)$/;

/**
 * The wire form of a value, ready for `JSON.stringify`. Properties that are undefined are left out.
 * @throws TypeError when a value would not come back: a bigint or a Float64Array under a key of neither rule, or a
 * number that JSON does not know.
 */
export function toWire<T>(value: T): Wire<T> {
    return encode(value, '') as Wire<T>;
}

/**
 * The arithmetic form of a value that `toWire` made, perhaps after a journey as JSON text.
 * @throws TypeError when a text under an ns key is no whole number.
 */
export function fromWire<T>(wire: Wire<T>): T {
    return decode(wire, '') as T;
}

function encode(value: unknown, key: string): unknown {
    if (typeof value === 'bigint') {
        check(NS_KEY.test(key), key, 'a bigint, which only keys "ns" and "…Ns" carry');
        return value.toString();
    }
    if (typeof value === 'number') {
        check(Number.isFinite(value), key, `${value}, which JSON does not know`);
        return value;
    }
    if (value instanceof Float64Array) {
        check(FLOATS_KEY.test(key), key, 'a Float64Array, which only keys "…times" and "…values" carry');
        return Array.from(value, number => (Number.isFinite(number) ? number : null));
    }
    if (Array.isArray(value)) {
        return value.map(element => encode(element, key));
    }
    return typeof value === 'object' && value !== null ? mapProperties(value, encode) : value;
}

function decode(wire: unknown, key: string): unknown {
    if (typeof wire === 'string' && NS_KEY.test(key)) {
        check(/^-?\d+$/.test(wire), key, `"${wire}" instead of a whole number of nanoseconds`);
        return BigInt(wire);
    }
    if (Array.isArray(wire)) {
        return FLOATS_KEY.test(key) && wire.every(isNumberOrNull)
            ? Float64Array.from(wire, number => number ?? NaN)
            : wire.map(element => decode(element, key));
    }
    return typeof wire === 'object' && wire !== null ? mapProperties(wire, decode) : wire;
}

function isNumberOrNull(value: unknown): value is number | null {
    return typeof value === 'number' || value === null;
}

function mapProperties(value: object, convert: (value: unknown, key: string) => unknown): object {
    const entries = Object.entries(value).filter(([, property]) => property !== undefined);
    return Object.fromEntries(entries.map(([key, property]) => [key, convert(property, key)]));
}

function check(holds: boolean, key: string, holdsWhat: string): void {
    if (!holds) {
        throw new TypeError(`Property "${key}" holds ${holdsWhat}.`);
    }
}
