import { ScalarSpecifier } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import { Attributes } from './attributes';
import { Clock } from './clock';
import { ByteOrder, FloatClass, IntegerClass } from './field-class';

/** What scalar types take from their trace. */
export interface ScalarDefaults {
    readonly byteOrder: ByteOrder;
    readonly clocks: readonly Clock[];
}

/** Larger than any page; a position in a packet is aligned within a window of this size. */
export const MAX_ALIGNMENT_BITS = 4096 * 8;

const BASES: Readonly<Record<string, number>> = {
    decimal: 10,
    dec: 10,
    d: 10,
    i: 10,
    u: 10,
    hexadecimal: 16,
    hex: 16,
    x: 16,
    X: 16,
    p: 16,
    octal: 8,
    oct: 8,
    o: 8,
    binary: 2,
    b: 2
};

/** `integer { size = 32; align = 8; signed = true; base = x; … }` */
export function buildInteger(type: ScalarSpecifier, defaults: ScalarDefaults): IntegerClass {
    const attributes = new Attributes(type.attributes, 'the integer', type.at);
    attributes.required('size');
    const size = attributes.bounded('size', 1, 64) ?? 0;
    return {
        kind: 'integer',
        size,
        alignment: alignment(attributes, size % 8 === 0 ? 8 : 1),
        signed: attributes.boolean('signed') ?? false,
        byteOrder: attributes.byteOrder() ?? defaults.byteOrder,
        base: base(attributes),
        text: isText(attributes),
        clock: mappedClock(attributes, defaults.clocks)
    };
}

/** `floating_point { exp_dig = 11; mant_dig = 53; … }` */
export function buildFloat(type: ScalarSpecifier, defaults: ScalarDefaults): FloatClass {
    const attributes = new Attributes(type.attributes, 'the floating point number', type.at);
    const digits = `${attributes.required('exp_dig')} + ${attributes.required('mant_dig')}`;
    const size = ({ '5 + 11': 16, '8 + 24': 32, '11 + 53': 64 } as const)[digits];
    if (!size) {
        throw new TsdlError(
            `floating point numbers have 5 + 11, 8 + 24 or 11 + 53 digits (exp_dig + mant_dig), not ${digits}`,
            type.at
        );
    }
    return {
        kind: 'float',
        size,
        alignment: alignment(attributes, 8),
        byteOrder: attributes.byteOrder() ?? defaults.byteOrder
    };
}

/** Checks a declared alignment in bits. */
export function checkedAlignment(bits: bigint, at: ScalarSpecifier['at']): number {
    const value = Number(bits);
    if (!(value >= 1 && value <= MAX_ALIGNMENT_BITS) || (value & (value - 1)) !== 0) {
        throw new TsdlError(`an alignment must be a power of two up to ${MAX_ALIGNMENT_BITS} bits, not ${bits}`, at);
    }
    return value;
}

function alignment(attributes: Attributes, byDefault: number): number {
    const bits = attributes.integer('align');
    return bits === undefined ? byDefault : checkedAlignment(bits, attributes.position('align'));
}

function base(attributes: Attributes): number {
    const value = attributes.value('base');
    if (!value) {
        return 10;
    }
    const number = value.kind === 'integer' ? Number(value.value) : BASES[attributes.text('base') ?? ''];
    if (![2, 8, 10, 16].includes(number)) {
        throw new TsdlError('"base" must be 2, 8, 10, 16 or one of their names', value.at);
    }
    return number;
}

function isText(attributes: Attributes): boolean {
    const encoding = attributes.text('encoding') ?? 'none';
    switch (encoding.toLowerCase()) {
        case 'none':
            return false;
        case 'utf8':
        case 'utf-8':
        case 'ascii':
            return true;
        default:
            throw new TsdlError(
                `"encoding" must be none, UTF8 or ASCII, not "${encoding}"`,
                attributes.position('encoding')
            );
    }
}

function mappedClock(attributes: Attributes, clocks: readonly Clock[]): Clock | undefined {
    const value = attributes.value('map');
    if (!value) {
        return undefined;
    }
    const path = attributes.text('map') ?? '';
    const name = /^clock\.(.+)\.value$/.exec(path)?.[1];
    if (name === undefined) {
        throw new TsdlError(`"map" must be clock.NAME.value, not "${path}"`, value.at);
    }
    const clock = clocks.find(candidate => candidate.name === name);
    if (!clock) {
        throw new TsdlError(`the clock "${name}" is not declared`, value.at);
    }
    return clock;
}
