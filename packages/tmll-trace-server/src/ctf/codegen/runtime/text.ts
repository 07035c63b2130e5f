import { endOfData } from './decoding-error';

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

/** Texts that were decoded lately, by a hash of their bytes: most are names that come again and again. */
const RECENT_TEXTS = new Array<string>(2048).fill('');
const LONGEST_RECENT_TEXT = 32;

/** Text between two bytes. */
export function text(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST_RECENT_TEXT) {
        return (bytes as Buffer).toString('utf8', start, end);
    }
    let hash = length;
    for (let index = start; index < end; index++) {
        hash = (Math.imul(hash, 31) + bytes[index]) | 0;
    }
    const slot = (hash ^ (hash >>> 11)) & (RECENT_TEXTS.length - 1);
    const recent = RECENT_TEXTS[slot];
    if (isAscii(recent, bytes, start, length)) {
        return recent;
    }
    const decoded = (bytes as Buffer).toString('utf8', start, end);
    RECENT_TEXTS[slot] = decoded;
    return decoded;
}

/** Is the text just these bytes, one for each character? */
function isAscii(text: string, bytes: Uint8Array, start: number, length: number): boolean {
    if (text.length !== length) {
        return false;
    }
    for (let index = 0; index < length; index++) {
        const byte = bytes[start + index];
        if (text.charCodeAt(index) !== byte || byte > 0x7f) {
            return false;
        }
    }
    return true;
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
