import {
    AnyIntegerClass,
    ByteOrder,
    EnumerationClass,
    EnumerationMapping,
    FloatClass,
    IntegerClass,
    Role,
    TextEncoding
} from '../metadata/field-class';
import { MAX_ALIGNMENT_BITS } from '../metadata/scalar-builder';
import { Clock } from '../metadata/clock';
import { JsonObject } from './json-object';

/** Longer than any integer that a tracer writes; keeps a length that lies from costing memory. */
const MAX_BITS = 65_536;
const SHORT_FLOATS = [16, 32, 64];
const ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16be', 'utf-16le', 'utf-32be', 'utf-32le'];

/** What a field has beside its own properties. */
export interface FieldMeaning {
    readonly roles: readonly Role[];
    readonly clock: Clock | undefined;
}

/** A whole number of bits as a bit array, bit map, boolean or integer describes it. */
export function fixedInteger(field: JsonObject, signed: boolean, { roles, clock }: FieldMeaning): IntegerClass {
    return {
        kind: 'integer',
        size: field.bounded('length', 1, MAX_BITS),
        ...bitProperties(field),
        signed,
        base: base(field),
        text: false,
        clock,
        roles
    };
}

/** An integer of LEB128. */
export function variableInteger(field: JsonObject, signed: boolean, meaning: FieldMeaning): AnyIntegerClass {
    return { kind: 'variable-integer', alignment: 8, signed, base: base(field), ...meaning };
}

/** The integer with the names of its values, where it has any. */
export function named(field: JsonObject, integer: AnyIntegerClass): AnyIntegerClass | EnumerationClass {
    const mappings = namedRanges(field, 'mappings');
    return mappings.length > 0 ? { kind: 'enumeration', integer, mappings } : integer;
}

/** Bits with names. */
export function bitMap(field: JsonObject): EnumerationClass {
    const integer = fixedInteger(field, false, NO_MEANING);
    const mappings = namedRanges(field, 'flags');
    const beyond = mappings.find(({ low, high }) => low < 0n || high >= BigInt(integer.size));
    if (beyond) {
        throw field.error(`the flag "${beyond.label}" has a bit beyond the ${integer.size} of the map`);
    }
    return { kind: 'enumeration', integer, mappings, bitMap: true };
}

/** Bits that are true unless all are zero. */
export function boolean(field: JsonObject): EnumerationClass {
    const integer = fixedInteger(field, false, NO_MEANING);
    const mappings = [
        { label: 'false', low: 0n, high: 0n },
        { label: 'true', low: 1n, high: (1n << BigInt(integer.size)) - 1n }
    ];
    return { kind: 'enumeration', integer, mappings };
}

/** A number of one of the binary formats of IEEE 754. */
export function float(field: JsonObject): FloatClass {
    const size = field.bounded('length', 16, MAX_BITS);
    if (!SHORT_FLOATS.includes(size) && (size < 128 || size % 32 !== 0)) {
        throw field.error(`floating point numbers have 16, 32, 64, 128 or a greater multiple of 32 bits, not ${size}`);
    }
    return { kind: 'float', size, ...bitProperties(field) };
}

export function encoding(field: JsonObject): TextEncoding {
    const wanted = field.optionalText('encoding') ?? 'utf-8';
    const found = ENCODINGS.find(name => name === wanted);
    if (!found) {
        throw field.error(`"encoding" must be one of ${ENCODINGS.join(', ')}, not "${wanted}"`);
    }
    return found;
}

/** An alignment in bits. */
export function alignment(field: JsonObject, property: string): number {
    const bits = field.optionalInteger(property) ?? 1n;
    if (bits < 1n || bits > BigInt(MAX_ALIGNMENT_BITS) || (bits & (bits - 1n)) !== 0n) {
        throw field.error(`"${property}" must be a power of two up to ${MAX_ALIGNMENT_BITS} bits, not ${bits}`);
    }
    return Number(bits);
}

const NO_MEANING: FieldMeaning = { roles: [], clock: undefined };

function bitProperties(field: JsonObject): { byteOrder: ByteOrder; alignment: number; reversed: boolean } {
    const byteOrder = choose(field, 'byte-order', { 'little-endian': 'little', 'big-endian': 'big' } as const);
    const usual = byteOrder === 'little';
    const first = field.value('bit-order') === undefined ? usual : bitOrder(field);
    return { byteOrder, alignment: alignment(field, 'alignment'), reversed: first !== usual };
}

/** Does the first bit count least? */
function bitOrder(field: JsonObject): boolean {
    return choose(field, 'bit-order', { 'first-to-last': true, 'last-to-first': false } as const);
}

function choose<T>(field: JsonObject, property: string, choices: Readonly<Record<string, T>>): T {
    const text = field.text(property);
    if (!Object.hasOwn(choices, text)) {
        throw field.error(`"${property}" must be ${Object.keys(choices).join(' or ')}, not "${text}"`);
    }
    return choices[text];
}

function base(field: JsonObject): number {
    const value = Number(field.optionalInteger('preferred-display-base') ?? 10n);
    if (![2, 8, 10, 16].includes(value)) {
        throw field.error('"preferred-display-base" must be 2, 8, 10 or 16');
    }
    return value;
}

function namedRanges(field: JsonObject, property: string): EnumerationMapping[] {
    const names = field.optionalObject(property);
    return (names?.entries() ?? []).flatMap(([label]) =>
        (names as JsonObject).ranges(label).map(range => ({ label, ...range }))
    );
}
