import { EnumValue, TraceInteger } from '../../trace/trace';
import { EnumerationClass } from '../metadata/field-class';
import { DecoderState } from './decoder-state';

/** The functions that generated code calls for what is too rare or too long to be written out each time. */

/** Thrown by a decoder that needs more bytes than are at hand. */
export class EndOfData extends Error {
    constructor() {
        super('The data ends within a field');
        this.name = 'EndOfData';
    }
}

/** Ends the decoding of an event for want of bytes. */
export function endOfData(): never {
    throw new EndOfData();
}

/** Is it the sign of missing bytes, from a decoder or from the `DataView` it reads? */
export function isEndOfData(error: unknown): boolean {
    return error instanceof EndOfData || error instanceof RangeError;
}

/** An integer of 64 bits that is no safe number, or nearly not. */
export function read64(view: DataView, offset: number, littleEndian: boolean, signed: boolean): TraceInteger {
    const value = signed ? view.getBigInt64(offset, littleEndian) : view.getBigUint64(offset, littleEndian);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
}

/**
 * An integer at any bit. Little endian fills bytes from their lowest bit, big endian from their highest.
 *
 * @param position in bits
 * @param size 1 to 64 bits
 */
export function readBits(
    view: DataView,
    position: number,
    size: number,
    littleEndian: boolean,
    signed: boolean
): TraceInteger {
    if (size <= 32) {
        const value = unsignedBits(view, position, size, littleEndian);
        return signed && value >= 2 ** (size - 1) ? value - 2 ** size : value;
    }
    const low = littleEndian
        ? unsignedBits(view, position, 32, true)
        : unsignedBits(view, position + size - 32, 32, false);
    const highBits = size - 32;
    let high = unsignedBits(view, littleEndian ? position + 32 : position, highBits, littleEndian);
    if (signed && high >= 2 ** (highBits - 1)) {
        high -= 2 ** highBits;
    }
    const value = high * 0x1_0000_0000 + low;
    return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) + BigInt(low);
}

function unsignedBits(view: DataView, position: number, size: number, littleEndian: boolean): number {
    let value = 0;
    let taken = 0;
    while (taken < size) {
        const bit = (position + taken) & 7;
        const count = Math.min(8 - bit, size - taken);
        const byte = view.getUint8((position + taken) >>> 3);
        const mask = (1 << count) - 1;
        if (littleEndian) {
            value += ((byte >>> bit) & mask) * 2 ** taken;
        } else {
            value = value * 2 ** count + ((byte >>> (8 - bit - count)) & mask);
        }
        taken += count;
    }
    return value;
}

const SCRATCH = new DataView(new ArrayBuffer(8));

/** A floating point number of 16, 32 or 64 bits at any bit. */
export function readFloatBits(view: DataView, position: number, size: number, littleEndian: boolean): number {
    if (size === 16) {
        return halfFloat(unsignedBits(view, position, 16, littleEndian));
    }
    const low = littleEndian
        ? unsignedBits(view, position, 32, true)
        : unsignedBits(view, position + size - 32, 32, false);
    SCRATCH.setUint32(4, low);
    if (size === 32) {
        return SCRATCH.getFloat32(4);
    }
    SCRATCH.setUint32(0, unsignedBits(view, littleEndian ? position + 32 : position, 32, littleEndian));
    return SCRATCH.getFloat64(0);
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >>> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) {
        return fraction ? NaN : sign * Infinity;
    }
    return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -14 * (fraction / 1024);
}

/** Index of the zero byte that ends the string at `start`. */
export function stringEnd(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    for (let end = start; end < length; end++) {
        if (bytes[end] === 0) {
            return end;
        }
    }
    return endOfData();
}

/** Text between two bytes. */
export function text(bytes: Uint8Array, start: number, end: number): string {
    return (bytes as Buffer).toString('utf8', start, end);
}

/** Text of a fixed number of bytes, of which a zero byte may end it earlier. */
export function paddedText(bytes: Uint8Array, start: number, length: number): string {
    let end = start;
    const limit = start + length;
    if (limit > bytes.length) {
        endOfData();
    }
    while (end < limit && bytes[end] !== 0) {
        end++;
    }
    return text(bytes, start, end);
}

/** The same for a text whose characters do not begin at a byte. */
export function unalignedText(view: DataView, position: number, length: number, littleEndian: boolean): string {
    const characters = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
        characters[index] = unsignedBits(view, position + index * 8, 8, littleEndian);
    }
    return paddedText(Buffer.from(characters.buffer), 0, length);
}

/**
 * Sets the time by a timestamp of 33 to 64 bits: it is the next such time not before the last, or just the time at 64 bits.
 *
 * @param size of the timestamp in bits
 */
export function setLongTime(state: DecoderState, timestamp: TraceInteger, size: number): void {
    const value = BigInt.asUintN(size, BigInt(timestamp));
    const base = BigInt(state.baseHigh) << 32n;
    let time = value;
    if (size < 64) {
        const last = base + BigInt(state.cycles);
        time += last - BigInt.asUintN(size, last);
        time += time < last ? 1n << BigInt(size) : 0n;
    }
    state.cycles = Number(time - base);
    state.low = Number(time & 0xffff_ffffn);
}

/** Values remembered per enumeration; a field that takes more is no enumeration in earnest. */
const MAX_REMEMBERED_VALUES = 4096;

/** Gives every value of an enumeration its labels, and the same object for the same value. */
export class EnumerationTable {
    private readonly known = new Map<TraceInteger, EnumValue>();
    private last: EnumValue | undefined;

    constructor(private readonly enumeration: EnumerationClass) {}

    get(value: TraceInteger): EnumValue {
        if (this.last !== undefined && this.last.value === value) {
            return this.last;
        }
        let found = this.known.get(value);
        if (!found) {
            found = { value, labels: this.labelsOf(BigInt(value)) };
            if (this.known.size < MAX_REMEMBERED_VALUES) {
                this.known.set(value, found);
            }
        }
        this.last = found;
        return found;
    }

    private labelsOf(value: bigint): readonly string[] {
        const labels = this.enumeration.mappings
            .filter(({ low, high }) => low <= value && value <= high)
            .map(({ label }) => label);
        return [...new Set(labels)];
    }
}

/** Ends the decoding of a variant whose tag selects none of its options. */
export function noOption(tag: TraceInteger): never {
    throw new BadField(`a variant's tag has the value ${tag}, for which it has no option`);
}

/** Thrown by a decoder when a value makes no sense. The message is a clause without subject. */
export class BadField extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'BadField';
    }
}
