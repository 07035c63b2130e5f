import { TextEncoding } from '../metadata/field-class';

/** An expression for the byte at which the text that begins at a byte ends, with its zero character. */
export function endExpression(encoding: TextEncoding, start: string): string {
    return encoding === 'utf-8' ? `stringEnd(b, ${start})` : `wideStringEnd(b, ${start}, ${unitOf(encoding)})`;
}

/**
 * An expression for a text.
 *
 * @param end its last byte (exclusive), or when `padded` the number of its bytes, of which a zero character may end it earlier
 */
export function textExpression(encoding: TextEncoding, start: string, end: string, padded = false): string {
    if (encoding === 'utf-8') {
        return `${padded ? 'paddedText' : 'text'}(b, ${start}, ${end})`;
    }
    const from = padded ? `(${start})` : start;
    const to = padded ? `${from} + ${end}` : end;
    return `wideText(v, ${from}, ${to}, ${unitOf(encoding)}, ${encoding.endsWith('le')})`;
}

function unitOf(encoding: TextEncoding): number {
    return encoding.includes('16') ? 2 : 4;
}
