/** Where a value stands in the bytes of a JSON document: from its first byte to behind its last. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
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
        let at: Span | undefined = this.trimmed(from);
        for (const name of path) {
            at = at && this.members(at).find(member => member.name === name)?.value;
        }
        return at;
    }

    /** The elements of an array; none of what is no array. */
    elements(array: Span): Span[] {
        return this.parts(array, OPEN_BRACKET, CLOSE_BRACKET);
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

    private members(object: Span): { readonly name: string; readonly value: Span }[] {
        return this.parts(object, OPEN_BRACE, CLOSE_BRACE).flatMap(part => {
            const nameEnd = this.bytes[part.start] === QUOTE ? this.skipString(part.start) : part.end;
            const colon = this.skipSpace(nameEnd);
            return this.bytes[colon] === COLON && colon < part.end
                ? [
                      {
                          name: JSON.parse(this.text({ start: part.start, end: nameEnd })) as string,
                          value: this.trimmed({ start: colon + 1, end: part.end })
                      }
                  ]
                : [];
        });
    }

    /** What stands between the commas of an array or an object. */
    private parts(container: Span, open: number, close: number): Span[] {
        const { bytes } = this;
        if (bytes[container.start] !== open || bytes[container.end - 1] !== close) {
            return [];
        }
        const parts: Span[] = [];
        let start = container.start + 1;
        let depth = 0;
        for (let position = start; position < container.end;) {
            const byte = bytes[position];
            if (byte === QUOTE) {
                position = this.skipString(position);
                continue;
            }
            if (depth === 0 && (byte === COMMA || position === container.end - 1)) {
                const part = this.trimmed({ start, end: position });
                if (part.end > part.start) {
                    parts.push(part);
                }
                start = position + 1;
            } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                depth++;
            } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                depth--;
            }
            position++;
        }
        return parts;
    }

    private skipString(from: number): number {
        let position = from + 1;
        while (position < this.bytes.length && this.bytes[position] !== QUOTE) {
            position += this.bytes[position] === BACKSLASH ? 2 : 1;
        }
        return position + 1;
    }

    private skipSpace(from: number): number {
        let position = from;
        while (this.bytes[position] <= 0x20) {
            position++;
        }
        return position;
    }

    private trimmed({ start, end }: Span): Span {
        let last = end;
        while (last > start && this.bytes[last - 1] <= 0x20) {
            last--;
        }
        return { start: Math.min(this.skipSpace(start), last), end: last };
    }
}
