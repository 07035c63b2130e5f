import { FieldValue, TraceInteger } from '../../trace/trace';
import { ByteOrder } from '../metadata/field-class';
import { BitWriter } from './bit-writer';

/** Numbers that are the same for the same seed (mulberry32), from 0 up to but not including `limit`. */
export type Random = (limit: number) => number;

export function seededRandom(seed: number): Random {
    let state = seed >>> 0;
    return limit => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
    };
}

/** A type as TSDL text, its alignment, and how to write a random value of it. */
export interface RandomType {
    readonly tsdl: string;
    /** What stands behind the field's name: `[3]`. */
    readonly suffix: string;
    readonly alignment: number;
    /** Writes a value, aligned, and gives back what a reader must make of it. */
    write(writer: BitWriter, random: Random): FieldValue;
}

/** A structure with random members; big enough to meet most of what TSDL has. */
export function randomStructure(random: Random, byteOrder: ByteOrder, depth = 0): RandomType {
    const members: { name: string; type: RandomType; store?: (value: FieldValue) => void }[] = [];
    const count = 1 + random(depth ? 3 : 7);
    for (let index = 0; index < count; index++) {
        const name = `_f${index}`;
        switch (random(depth < 2 ? 10 : 5)) {
            case 5:
                members.push({ name, type: randomStructure(random, byteOrder, depth + 1) });
                break;
            case 6:
                members.push({ name, type: arrayOf(scalar(random, byteOrder), random(4)) });
                break;
            case 7: {
                let length = 0;
                const type = lengthType(random, byteOrder);
                members.push({ name: `_${name}_length`, type, store: value => (length = Number(value)) });
                const element = random(2) ? scalar(random, byteOrder) : randomStructure(random, byteOrder, depth + 1);
                members.push({ name, type: sequenceOf(element, `_${name}_length`, () => length) });
                break;
            }
            case 8: {
                let tag = 0;
                members.push({
                    name: `${name}_tag`,
                    type: tagType(random, byteOrder),
                    store: value => (tag = tagOf(value))
                });
                members.push({ name, type: variantOf(random, byteOrder, `${name}_tag`, () => tag, depth) });
                break;
            }
            case 9:
                members.push({ name, type: textOf(1 + random(9)) });
                break;
            default:
                members.push({ name, type: scalar(random, byteOrder) });
        }
    }
    const minimum = random(4) ? 1 : 2 ** random(7);
    const alignment = Math.max(minimum, ...members.map(({ type }) => type.alignment));
    const body = members.map(({ name, type }) => `${type.tsdl} ${name}${type.suffix};`).join('\n');
    return {
        tsdl: `struct {\n${body}\n} ${minimum > 1 ? `align(${minimum})` : ''}`,
        suffix: '',
        alignment,
        write: (writer, values) => {
            writer.align(alignment);
            return Object.fromEntries(
                members.map(({ name, type, store }) => {
                    const value = type.write(writer, values);
                    store?.(value);
                    return [name.slice(1), value];
                })
            );
        }
    };
}

function scalar(random: Random, byteOrder: ByteOrder): RandomType {
    switch (random(6)) {
        case 0:
            return float(random);
        case 1:
            return {
                tsdl: 'string',
                suffix: '',
                alignment: 8,
                write: (writer, values) => {
                    const text = ['a', 'sched_switch', 'Grüße "?" \\', 'x'.repeat(40)][values(4)];
                    writer.align(8).string(text);
                    return text;
                }
            };
        case 2:
            return enumeration(random, byteOrder);
        default:
            return integer(random, byteOrder);
    }
}

function integer(random: Random, byteOrder: ByteOrder): RandomType & { size: number } {
    const whole = random(2) === 0;
    const size = whole ? 8 << random(4) : 1 + random(64);
    const alignment = whole ? 8 << random(4) : 2 ** random(3);
    const order = whole && random(2) ? other(byteOrder) : byteOrder;
    const signed = random(2) === 1;
    // Babeltrace2 2.0.4 prints 0x0 for hexadecimal numbers of 61 to 63 bits, whatever they are.
    const base = random(3) || (size > 60 && size < 64) ? '' : 'base = x; ';
    const attributes = `size = ${size}; align = ${alignment}; signed = ${signed}; ${base}`;
    return {
        tsdl: `integer { ${attributes} byte_order = ${order === 'little' ? 'le' : 'be'}; }`,
        suffix: '',
        alignment,
        size,
        write: (writer, values) => {
            let bits = 0n;
            for (let word = 0; word < 4; word++) {
                bits = (bits << 16n) | BigInt(values(4) ? values(0x10000) : values(2) * 0xffff);
            }
            const value = signed ? BigInt.asIntN(size, bits) : BigInt.asUintN(size, bits);
            writer.align(alignment).integer(value, size, order);
            return tidy(value);
        }
    };
}

function enumeration(random: Random, byteOrder: ByteOrder): RandomType {
    const container = integer(random, byteOrder);
    const mappings = [
        { label: 'few', low: 0n, high: 3n },
        { label: 'overlapping', low: 2n, high: 9n },
        { label: 'with space', low: 17n, high: 17n }
    ].filter(({ high }) => high < 1n << BigInt(container.size - 1));
    const body = mappings.map(({ label, low, high }) => `"${label}" = ${low} ... ${high}`).join(', ');
    return {
        tsdl: `enum : ${container.tsdl} { ${body || '"none" = 0'} }`,
        suffix: '',
        alignment: container.alignment,
        write: (writer, values) => {
            const value = container.write(writer, values) as TraceInteger;
            const labels = mappings.filter(({ low, high }) => low <= value && value <= high).map(({ label }) => label);
            return { value, labels: body || value !== 0 ? labels : ['none'] };
        }
    };
}

function float(random: Random): RandomType {
    const size = random(2) ? 32 : 64;
    const order: ByteOrder = random(2) ? 'little' : 'big';
    const alignment = 8 << random(4);
    const digits = size === 32 ? 'exp_dig = 8; mant_dig = 24' : 'exp_dig = 11; mant_dig = 53';
    return {
        tsdl: `floating_point { ${digits}; align = ${alignment}; byte_order = ${order === 'little' ? 'le' : 'be'}; }`,
        suffix: '',
        alignment,
        write: (writer, values) => {
            const value = (values(2_000_001) - 1_000_000) / 2 ** values(30);
            writer.align(alignment).float(value, size, order);
            return size === 32 ? Math.fround(value) : value;
        }
    };
}

function arrayOf(element: RandomType, length: number): RandomType {
    return { ...repeated(element, () => length), suffix: `[${length}]` };
}

function sequenceOf(element: RandomType, lengthName: string, length: () => number): RandomType {
    return { ...repeated(element, length), suffix: `[${lengthName}]` };
}

function repeated(element: RandomType, length: () => number): Omit<RandomType, 'suffix'> {
    return {
        tsdl: element.tsdl,
        alignment: element.alignment,
        write: (writer, values) => {
            writer.align(element.alignment);
            return Array.from({ length: length() }, () => element.write(writer, values));
        }
    };
}

/** Never empty: babeltrace2 2.0.4 prints the text before instead of an empty one. */
function textOf(length: number): RandomType {
    return {
        tsdl: 'integer { size = 8; align = 8; encoding = UTF8; }',
        suffix: `[${length}]`,
        alignment: 8,
        write: (writer, values) => {
            const text = 'characters'.slice(0, 1 + values(length));
            writer.align(8).raw(Buffer.from(text.padEnd(length, '\0')));
            return text;
        }
    };
}

function lengthType(random: Random, byteOrder: ByteOrder): RandomType {
    const size = 3 + random(14);
    const order = byteOrder === 'little' ? 'le' : 'be';
    return {
        tsdl: `integer { size = ${size}; align = 1; byte_order = ${order}; }`,
        suffix: '',
        alignment: 1,
        write: (writer, values) => {
            const value = values(5);
            writer.integer(value, size, byteOrder);
            return value;
        }
    };
}

function tagType(random: Random, byteOrder: ByteOrder): RandomType {
    const size = 5 + random(12);
    const order = byteOrder === 'little' ? 'le' : 'be';
    return {
        tsdl: `enum : integer { size = ${size}; align = 1; byte_order = ${order}; } { number, text = 3 ... 7, both = 20 }`,
        suffix: '',
        alignment: 1,
        write: (writer, values) => {
            const option = values(3);
            const value = [0, 3 + values(5), 20][option];
            writer.integer(value, size, byteOrder);
            return { value, labels: [['number', 'text', 'both'][option]] };
        }
    };
}

function tagOf(value: FieldValue): number {
    const { labels } = value as { labels: readonly string[] };
    return ['number', 'text', 'both'].indexOf(labels[0]);
}

function variantOf(
    random: Random,
    byteOrder: ByteOrder,
    tagName: string,
    tag: () => number,
    depth: number
): RandomType {
    const text: RandomType = {
        tsdl: 'string',
        suffix: '',
        alignment: 8,
        write: writer => {
            writer.align(8).string('chosen');
            return 'chosen';
        }
    };
    const options = [integer(random, byteOrder), text, randomStructure(random, byteOrder, depth + 1)];
    const names = ['number', 'text', 'both'];
    return {
        tsdl: `variant <${tagName}> { ${options.map(({ tsdl }, index) => `${tsdl} ${names[index]};`).join(' ')} }`,
        suffix: '',
        alignment: 1,
        write: (writer, values) => options[tag()].write(writer, values)
    };
}

function other(byteOrder: ByteOrder): ByteOrder {
    return byteOrder === 'little' ? 'big' : 'little';
}

/** A number where it is safe. */
export function tidy(value: bigint): TraceInteger {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
