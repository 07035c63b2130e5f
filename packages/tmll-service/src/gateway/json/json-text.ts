/** Where a value stands in the bytes of a JSON document: from its first byte to behind its last. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * The bytes of a JSON document, in which values are found and put without parsing the rest: what another server wrote stays as
 * it wrote it, digit by digit, which no parser of JavaScript grants. The document has to be well-formed; where it is found
 * not to be, nothing is found.
 */
export class JsonText {
    constructor(readonly bytes: Buffer) {}

    /** The value at a path of member names from a value (default: the document) on; undefined when there is none. */
    find(path: readonly string[], from: Span = { start: 0, end: this.bytes.length }): Span | undefined {
        let start: number | undefined = this.skipSpace(from.start);
        for (const name of path) {
            start = start === undefined ? undefined : this.member(start, name);
        }
        const end = start === undefined ? undefined : this.skipValue(start);
        return start === undefined || end === undefined ? undefined : { start, end };
    }

    /** The elements of an array; none of what is no array. */
    elements(array: Span): Span[] {
        const elements: Span[] = [];
        let start = this.bytes[array.start] === OPEN_BRACKET ? this.skipSpace(array.start + 1) : array.end;
        while (start < array.end - 1) {
            const end = this.skipValue(start);
            if (end === undefined) {
                break;
            }
            elements.push({ start, end });
            const next = this.skipSpace(end);
            start = this.bytes[next] === COMMA ? this.skipSpace(next + 1) : array.end;
        }
        return elements;
    }

    /** The text of a value. */
    text({ start, end }: Span): string {
        return this.bytes.toString('utf8', start, end);
    }

    /** A document in which values are replaced by other text; the spans must not overlap. */
    replace(changes: readonly (readonly [Span, string])[]): Buffer {
        const pieces: Buffer[] = [];
        let position = 0;
        for (const [{ start, end }, text] of [...changes].sort(([a], [b]) => a.start - b.start)) {
            pieces.push(this.bytes.subarray(position, start), Buffer.from(text));
            position = end;
        }
        return Buffer.concat([...pieces, this.bytes.subarray(position)]);
    }

    /** The change that puts elements at the end of an array, or members at the end of an object. */
    append(container: Span, items: readonly string[]): readonly [Span, string] {
        const end = container.end - 1;
        const isEmpty = this.skipSpace(container.start + 1) === end;
        return [{ start: end, end }, (isEmpty || items.length === 0 ? '' : ',') + items.join(',')];
    }

    /** Where the value of an object's member begins. */
    private member(object: number, name: string): number | undefined {
        const { bytes } = this;
        let position = bytes[object] === OPEN_BRACE ? this.skipSpace(object + 1) : bytes.length;
        while (bytes[position] === QUOTE) {
            const nameEnd = this.skipString(position);
            const colon = nameEnd === undefined ? undefined : this.skipSpace(nameEnd);
            if (nameEnd === undefined || colon === undefined || bytes[colon] !== COLON) {
                return undefined;
            }
            const value = this.skipSpace(colon + 1);
            if (JSON.parse(this.text({ start: position, end: nameEnd })) === name) {
                return value;
            }
            const next = this.skipValue(value);
            position = next === undefined ? bytes.length : this.skipSpace(next);
            position = bytes[position] === COMMA ? this.skipSpace(position + 1) : bytes.length;
        }
        return undefined;
    }

    /** Where a value ends; undefined when the document ends before. */
    private skipValue(from: number): number | undefined {
        const { bytes } = this;
        let depth = 0;
        for (let position: number | undefined = from; position !== undefined && position < bytes.length;) {
            const byte: number = bytes[position];
            if (byte === QUOTE) {
                position = this.skipString(position);
            } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                depth++;
                position = byte === OPEN_BRACKET ? this.skipNumbers(position) : position + 1;
            } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                depth--;
                position++;
            } else if (depth > 0 && (byte <= SPACE || byte === COMMA || byte === COLON)) {
                position++;
                continue;
            } else {
                position = this.skipWord(position);
            }
            if (depth <= 0) {
                return depth < 0 ? undefined : position;
            }
        }
        return undefined;
    }

    /** From an array's bracket to its end where it holds numbers, of which there may be ten thousands; else a step. */
    private skipNumbers(from: number): number {
        const first = this.bytes[from + 1];
        const isNumber = (first >= ZERO && first <= NINE) || first === MINUS;
        const end = isNumber ? this.bytes.indexOf(CLOSE_BRACKET, from) : -1;
        return end < 0 ? from + 1 : end;
    }

    private skipString(from: number): number | undefined {
        const { bytes } = this;
        for (let position = from + 1; position < bytes.length; position++) {
            const byte = bytes[position];
            if (byte === QUOTE) {
                return position + 1;
            }
            position += byte === BACKSLASH ? 1 : 0;
        }
        return undefined;
    }

    /** Behind a number, `true`, `false` or `null`; undefined when there is none. */
    private skipWord(from: number): number | undefined {
        let position = from;
        while (position < this.bytes.length && !isBoundary(this.bytes[position])) {
            position++;
        }
        return position > from ? position : undefined;
    }

    private skipSpace(from: number): number {
        let position = from;
        while (this.bytes[position] <= SPACE) {
            position++;
        }
        return position;
    }
}

function isBoundary(byte: number): boolean {
    return byte <= SPACE || byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || byte === COLON;
}
