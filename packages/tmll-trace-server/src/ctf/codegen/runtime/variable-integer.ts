import { TraceInteger } from '../../../trace/trace';
import { BadField, endOfData } from './decoding-error';

/** More bytes than any integer needs; LEB128 could go on without end. */
const MAX_BYTES = 147;
/** Bytes whose 49 bits are always a safe number. */
const SAFE_BYTES = 7;

/** Index behind the last byte of an integer of LEB128. */
export function variableEnd(bytes: Uint8Array, start: number): number {
    let end = start;
    for (;;) {
        if (end >= bytes.length) {
            endOfData();
        }
        if (bytes[end++] < 0x80) {
            return end;
        }
        if (end - start === MAX_BYTES) {
            throw new BadField(`an integer of variable length has more than ${MAX_BYTES} bytes`);
        }
    }
}

/** The integer of LEB128 between two bytes: the lowest seven bits come first. */
export function variableInteger(bytes: Uint8Array, start: number, end: number, signed: boolean): TraceInteger {
    const negative = signed && (bytes[end - 1] & 0x40) !== 0;
    if (end - start <= SAFE_BYTES) {
        let value = 0;
        for (let index = end - 1; index >= start; index--) {
            value = value * 0x80 + (bytes[index] & 0x7f);
        }
        return negative ? value - 2 ** ((end - start) * 7) : value;
    }
    let value = 0n;
    for (let index = end - 1; index >= start; index--) {
        value = (value << 7n) | BigInt(bytes[index] & 0x7f);
    }
    if (negative) {
        value -= 1n << BigInt((end - start) * 7);
    }
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
}
