import { endOfData } from './decoding-error';

/** Bytes as hexadecimal digits, two for each. */
export function hexadecimal(bytes: Uint8Array, start: number, count: number): string {
    const end = start + count;
    if (!(end <= bytes.length)) {
        endOfData();
    }
    return (bytes as Buffer).toString('hex', start, end);
}
