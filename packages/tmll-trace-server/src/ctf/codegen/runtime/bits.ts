import { TraceInteger } from '../../../trace/trace';

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

/** An unsigned integer of up to 32 bits at any bit. */
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
