import { TraceInteger } from '../../../trace/trace';

/**
 * An integer of any number of bits at any bit, in either order of its bits: what `readBits` leaves out because hardly any
 * trace has it.
 *
 * @param position in bits
 * @param reversed whether the first bit counts most where it counts least otherwise
 */
export function readWideBits(
    view: DataView,
    position: number,
    size: number,
    littleEndian: boolean,
    signed: boolean,
    reversed: boolean
): TraceInteger {
    const bits = new Array<string>(size);
    for (let index = 0; index < size; index++) {
        const byte = view.getUint8((position + index) >>> 3);
        const bit = (position + index) & 7;
        bits[index] = (byte >>> (littleEndian ? bit : 7 - bit)) & 1 ? '1' : '0';
    }
    // Digits are written with the highest first.
    const value = BigInt(`0b${(littleEndian !== reversed ? bits.reverse() : bits).join('')}`);
    const signedValue = signed ? BigInt.asIntN(size, value) : value;
    const number = Number(signedValue);
    return Number.isSafeInteger(number) ? number : signedValue;
}

/** The nearest number to a floating point number of any IEEE 754 binary format: 16, 32, 64, 128 bits and longer. */
export function readWideFloat(
    view: DataView,
    position: number,
    size: number,
    littleEndian: boolean,
    reversed: boolean
): number {
    const bits = BigInt(readWideBits(view, position, size, littleEndian, false, reversed));
    const exponentBits = { 16: 5, 32: 8, 64: 11 }[size] ?? Math.round(4 * Math.log2(size)) - 13;
    const fractionBits = size - 1 - exponentBits;
    const sign = bits >> BigInt(size - 1) ? -1 : 1;
    const largest = 2 ** exponentBits - 1;
    const exponent = Number((bits >> BigInt(fractionBits)) & BigInt(largest));
    const fraction = bits & ((1n << BigInt(fractionBits)) - 1n);
    if (exponent === largest) {
        return fraction ? NaN : sign * Infinity;
    }
    const bias = (largest - 1) / 2;
    const scale = (exponent || 1) - bias;
    const mantissa = Number((exponent ? 1n << BigInt(fractionBits) : 0n) + fraction);
    // Two factors, since one alone could leave the range of doubles.
    return sign * (mantissa / 2 ** Math.min(fractionBits, 1000)) * 2 ** (scale - Math.max(fractionBits - 1000, 0));
}
