import { endOfData } from './decoding-error';

/** Characters that are put together at once. */
const CHUNK = 4096;
const REPLACEMENT = 0xfffd;
const LAST_CODE_POINT = 0x10ffff;

/** Index of the zero character that ends a text of UTF-16 or UTF-32. @param unit its bytes: 2 or 4 */
export function wideStringEnd(bytes: Uint8Array, start: number, unit: number): number {
    for (let end = start; end + unit <= bytes.length; end += unit) {
        if (
            bytes[end] === 0 &&
            bytes[end + 1] === 0 &&
            (unit === 2 || (bytes[end + 2] === 0 && bytes[end + 3] === 0))
        ) {
            return end;
        }
    }
    return endOfData();
}

/** Text of UTF-16 or UTF-32 between two bytes, up to the first zero character. What is no character becomes U+FFFD. */
export function wideText(view: DataView, start: number, end: number, unit: number, littleEndian: boolean): string {
    if (!(end <= view.byteLength)) {
        endOfData();
    }
    let text = '';
    let characters: number[] = [];
    for (let at = start; at + unit <= end; at += unit) {
        const character = unit === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
        if (character === 0) {
            break;
        }
        characters.push(character > LAST_CODE_POINT ? REPLACEMENT : character);
        if (characters.length === CHUNK) {
            text += String.fromCodePoint(...characters);
            characters = [];
        }
    }
    return text + String.fromCodePoint(...characters);
}
