import { FieldValue } from '../../trace/trace';
import { ByteOrder } from '../metadata/field-class';
import { BitWriter } from './bit-writer';
import { Random, tidy } from './random-layout';

/** A field class as JSON (CTF2-SPEC-2.0, section 5.3), and how to write a random value of it. */
export interface RandomField {
    readonly json: Readonly<Record<string, unknown>>;
    readonly alignment: number;
    /** Writes a value, aligned, and gives back what a reader must make of it: undefined for nothing. */
    write(writer: BitWriter, values: Random): FieldValue | undefined;
}

const ENCODINGS = ['utf-8', 'utf-16be', 'utf-16le', 'utf-32be', 'utf-32le'];
const TEXTS = ['', 'a', 'Grüße', 'sched_switch 😀', 'x'.repeat(40)];

/** A field without parts. */
export function scalar(random: Random): RandomField {
    return [fixedInteger, fixedInteger, variableInteger, float, text, bytes, boolean, bitMap][random(8)](random);
}

/** The properties that all fields of a whole number of bits have, and a way to write one. */
function bits(random: Random, size: number) {
    const byteOrder: ByteOrder = random(2) ? 'little' : 'big';
    const alignment = size % 8 === 0 ? 8 << random(3) : 2 ** random(4);
    const usual = byteOrder === 'little' ? 'first-to-last' : 'last-to-first';
    const other = byteOrder === 'little' ? 'last-to-first' : 'first-to-last';
    const order = random(4) ? random(2) && usual : other;
    const reversed = order === other;
    return {
        json: {
            length: size,
            'byte-order': `${byteOrder}-endian`,
            alignment,
            ...(order && { 'bit-order': order })
        },
        alignment,
        put(writer: BitWriter, value: bigint): void {
            const digits = [...BigInt.asUintN(size, value).toString(2).padStart(size, '0')];
            const mirrored = BigInt(`0b${(reversed ? digits.reverse() : digits).join('')}`);
            // Bits of the other byte order cannot follow within a byte.
            writer.align(Math.max(alignment, 8)).integer(mirrored, size, byteOrder);
        }
    };
}

/** Fields that begin at a byte, so that either byte order can follow on any field. */
function atByte<T extends { json: Record<string, unknown> }>(field: T): T {
    return { ...field, json: { ...field.json, alignment: Math.max(Number(field.json.alignment), 8) } };
}

function anyBits(values: Random, size: number): bigint {
    let all = 0n;
    for (let word = 0; word <= size / 16; word++) {
        all = (all << 16n) | BigInt(values(4) ? values(0x10000) : values(2) * 0xffff);
    }
    return BigInt.asUintN(size, all);
}

function fixedInteger(random: Random): RandomField {
    const size = [8 << random(4), 1 + random(64), 1 + random(200)][random(3)];
    const { json, alignment, put } = atByte(bits(random, size));
    const kind = ['fixed-length-unsigned-integer', 'fixed-length-signed-integer', 'fixed-length-bit-array'][random(3)];
    const mapped = random(3) === 0 && kind !== 'fixed-length-bit-array';
    const mappings = {
        low: [[0, 3]],
        both: [
            [2, 9],
            [17, 17]
        ]
    };
    return {
        json: { type: kind, ...json, ...(mapped && { mappings }) },
        alignment: Math.max(alignment, 8),
        write: (writer, values) => {
            const raw = mapped && values(2) ? BigInt(values(20)) : anyBits(values, size);
            const cut = BigInt.asUintN(size, raw);
            const value = kind === 'fixed-length-signed-integer' ? BigInt.asIntN(size, cut) : cut;
            put(writer, value);
            return mapped ? labelled(value) : tidy(value);
        }
    };
}

function labelled(value: bigint): FieldValue {
    const labels = [
        ...(value >= 0n && value <= 3n ? ['low'] : []),
        ...((value >= 2n && value <= 9n) || value === 17n ? ['both'] : [])
    ];
    return { value: tidy(value), labels };
}

function variableInteger(random: Random): RandomField {
    const signed = random(2) === 1;
    return {
        json: { type: `variable-length-${signed ? 'signed' : 'unsigned'}-integer` },
        alignment: 8,
        write: (writer, values) => {
            const size = 1 + values(90);
            const cut = anyBits(values, size);
            const value = signed ? BigInt.asIntN(size, cut) : cut;
            writer.align(8).raw(leb128(value, signed));
            return tidy(value);
        }
    };
}

function leb128(value: bigint, signed: boolean): number[] {
    const result: number[] = [];
    for (let rest = value; ;) {
        const low = Number(BigInt.asUintN(7, rest));
        rest >>= 7n;
        const done = signed ? (rest === 0n && !(low & 0x40)) || (rest === -1n && (low & 0x40) !== 0) : rest === 0n;
        result.push(done ? low : low | 0x80);
        if (done) {
            return result;
        }
    }
}

function float(random: Random): RandomField {
    const size = random(2) ? 32 : 64;
    const { json, alignment, put } = atByte(bits(random, size));
    return {
        json: { type: 'fixed-length-floating-point-number', ...json },
        alignment: Math.max(alignment, 8),
        write: (writer, values) => {
            const value = (values(2_000_001) - 1_000_000) / 2 ** values(30);
            const view = new DataView(new ArrayBuffer(8));
            if (size === 32) {
                view.setFloat32(0, value);
                put(writer, BigInt(view.getUint32(0)));
                return Math.fround(value);
            }
            view.setFloat64(0, value);
            put(writer, view.getBigUint64(0));
            return value;
        }
    };
}

function text(random: Random): RandomField {
    const encoding = ENCODINGS[random(ENCODINGS.length)];
    const length = random(2) ? 8 * random(30) : undefined;
    const type = length === undefined ? 'null-terminated-string' : 'static-length-string';
    return {
        json: { type, ...(random(3) && { encoding }), ...(length !== undefined && { length }) },
        alignment: 8,
        write(writer, values) {
            const used = (this.json.encoding as string | undefined) ?? 'utf-8';
            const characters = [...TEXTS[values(TEXTS.length)]];
            while (length !== undefined && encode(characters.join(''), used).length > length) {
                characters.pop();
            }
            const encoded = encode(characters.join(''), used);
            writer.align(8).raw(encoded);
            writer.raw(length === undefined ? encode('\0', used) : Buffer.alloc(length - encoded.length));
            return characters.join('');
        }
    };
}

function encode(value: string, encoding: string): Buffer {
    if (encoding === 'utf-8') {
        return Buffer.from(value);
    }
    if (encoding.startsWith('utf-16')) {
        const bytes = Buffer.from(value, 'utf16le');
        return encoding.endsWith('le') ? bytes : bytes.swap16();
    }
    return Buffer.concat(
        [...value].map(character => {
            const bytes = Buffer.alloc(4);
            bytes.writeUInt32BE(character.codePointAt(0) ?? 0);
            return encoding.endsWith('le') ? bytes.swap32() : bytes;
        })
    );
}

function bytes(random: Random): RandomField {
    const length = random(12);
    return {
        json: { type: 'static-length-blob', length, 'media-type': 'image/png' },
        alignment: 8,
        write: (writer, values) => blob(writer, values, length)
    };
}

/** Writes random bytes; gives back their hexadecimal digits. */
export function blob(writer: BitWriter, values: Random, length: number): string {
    const content = Buffer.from(Array.from({ length }, () => values(256)));
    writer.align(8).raw(content);
    return content.toString('hex');
}

function boolean(random: Random): RandomField {
    const size = 1 + random(12);
    const { json, alignment, put } = atByte(bits(random, size));
    return {
        json: { type: 'fixed-length-boolean', ...json },
        alignment: Math.max(alignment, 8),
        write: (writer, values) => {
            const value = values(2) ? anyBits(values, size) : 0n;
            put(writer, value);
            return { value: Number(value), labels: [value ? 'true' : 'false'] };
        }
    };
}

function bitMap(random: Random): RandomField {
    const size = 12 + random(80);
    const { json, alignment, put } = atByte(bits(random, size));
    return {
        json: {
            type: 'fixed-length-bit-map',
            ...json,
            flags: {
                FIRST: [[0, 0]],
                MIDDLE: [
                    [3, 4],
                    [8, 10]
                ]
            }
        },
        alignment: Math.max(alignment, 8),
        write: (writer, values) => {
            const value = anyBits(values, size) & (values(2) ? ~0n : 0x7e7n);
            put(writer, value);
            const labels = [...(value & 1n ? ['FIRST'] : []), ...(value & 0x718n ? ['MIDDLE'] : [])];
            return { value: tidy(value), labels };
        }
    };
}

/** An integer from 0 to 5 on which others can depend. */
export function smallUnsigned(random: Random): RandomField {
    const variable = random(2) === 0;
    const { json, alignment, put } = atByte(bits(random, 3 + random(64)));
    return {
        json: variable
            ? { type: 'variable-length-unsigned-integer' }
            : { type: 'fixed-length-unsigned-integer', ...json },
        alignment: variable ? 8 : Math.max(alignment, 8),
        write: (writer, values) => {
            const value = values(6);
            if (variable) {
                writer.align(8).raw([value]);
            } else {
                put(writer, BigInt(value));
            }
            return value;
        }
    };
}
