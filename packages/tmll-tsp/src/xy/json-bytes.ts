/** Reading that pauses when it runs out of bytes: it yields, and goes on with the next chunk. */
export type Reading<T> = Generator<void, T, Uint8Array>;

/** Takes the literals of an array of numbers: `data[start]` to `data[end - 1]`, never empty. */
export interface LiteralSink {
    append(data: Uint8Array, start: number, end: number): void;
}

/** What is neither an array of numbers nor skipped must be small: names, units, styles. */
const MAX_KEPT_BYTES = 1 << 20;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** JSON that arrives in chunks, read member by member without ever holding more than a chunk and a small value of it. */
export class JsonBytes {
    private data: Uint8Array = new Uint8Array(0);
    private position = 0;
    /** Start of the value that is kept whole while more bytes are read, undefined when none is. */
    private kept: number | undefined;
    /** Bytes before `data`. */
    private consumed = 0;

    /**
     * Reads an object, or null, which has no members.
     * @param onMember reads the value of a member
     */
    *object(onMember: (name: string) => Reading<void>): Reading<void> {
        if ((yield* this.peek()) !== OPEN_BRACE) {
            return yield* this.expectNull();
        }
        this.position++;
        if ((yield* this.peek()) === CLOSE_BRACE) {
            this.position++;
            return;
        }
        do {
            if ((yield* this.peek()) !== QUOTE) {
                this.fail();
            }
            const name = (yield* this.value()) as string;
            if ((yield* this.peek()) !== COLON) {
                this.fail();
            }
            this.position++;
            yield* onMember(name);
        } while (yield* this.separator(CLOSE_BRACE));
    }

    /**
     * Reads an array, or null, which has no elements.
     * @param onElement reads an element
     */
    *array(onElement: () => Reading<void>): Reading<void> {
        if ((yield* this.peek()) !== OPEN_BRACKET) {
            return yield* this.expectNull();
        }
        this.position++;
        if ((yield* this.peek()) === CLOSE_BRACKET) {
            this.position++;
            return;
        }
        do {
            yield* onElement();
        } while (yield* this.separator(CLOSE_BRACKET));
    }

    /** Reads an array of literals, or null, which has none, into a column. */
    *literals(column: LiteralSink): Reading<void> {
        if ((yield* this.peek()) !== OPEN_BRACKET) {
            return yield* this.expectNull();
        }
        this.position++;
        if ((yield* this.peek()) === CLOSE_BRACKET) {
            this.position++;
            return;
        }
        while (!this.takeLiterals(column)) {
            yield* this.require();
        }
    }

    /** Takes the literals whose end is in sight; true when the array is at its end, too. */
    private takeLiterals(column: LiteralSink): boolean {
        const { data } = this;
        for (;;) {
            const start = skipSpace(data, this.position);
            let end = start;
            for (let byte = data[end]; byte > 0x20 && byte !== COMMA && byte !== CLOSE_BRACKET;) {
                byte = data[++end];
            }
            const next = skipSpace(data, end);
            if (next === data.length) {
                return false;
            }
            const separator = data[next];
            if (end === start || (separator !== COMMA && separator !== CLOSE_BRACKET)) {
                this.position = next;
                this.fail();
            }
            column.append(data, start, end);
            this.position = next + 1;
            if (separator === CLOSE_BRACKET) {
                return true;
            }
        }
    }

    /** Reads a small value whole. */
    *value(): Reading<unknown> {
        yield* this.peek();
        this.kept = this.position;
        yield* this.skip();
        const bytes = this.data.subarray(this.kept, this.position);
        this.kept = undefined;
        try {
            return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        } catch (error) {
            throw new SyntaxError(`A value before byte ${this.consumed + this.position} is not JSON`, { cause: error });
        }
    }

    /** Steps over a value without looking at what it holds. */
    *skip(): Reading<void> {
        let depth = 0;
        do {
            const byte = yield* this.peek();
            if (byte === QUOTE) {
                yield* this.skipString();
            } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                depth++;
                this.position++;
            } else if (depth > 0 && (byte === CLOSE_BRACE || byte === CLOSE_BRACKET)) {
                depth--;
                this.position++;
            } else if (depth > 0 && (byte === COMMA || byte === COLON)) {
                this.position++;
            } else {
                yield* this.skipWord();
            }
        } while (depth > 0);
    }

    private *skipString(): Reading<void> {
        this.position++;
        for (;;) {
            if (this.position >= this.data.length) {
                yield* this.require();
            }
            const byte = this.data[this.position++];
            if (byte === QUOTE) {
                return;
            }
            if (byte === BACKSLASH) {
                if (this.position >= this.data.length) {
                    yield* this.require();
                }
                this.position++;
            }
        }
    }

    private *skipWord(): Reading<void> {
        for (let length = 0; ; length++, this.position++) {
            if (this.position >= this.data.length) {
                yield* this.require();
            }
            if (!isWordByte(this.data[this.position])) {
                if (length === 0) {
                    this.fail();
                }
                return;
            }
        }
    }

    /** Steps over what stands between two elements or behind the last; true when there is another. */
    private *separator(close: number): Reading<boolean> {
        const byte = yield* this.peek();
        if (byte !== COMMA && byte !== close) {
            this.fail();
        }
        this.position++;
        return byte === COMMA;
    }

    private *expectNull(): Reading<void> {
        if ((yield* this.value()) !== null) {
            throw new SyntaxError(`An object or an array was expected before byte ${this.consumed + this.position}`);
        }
    }

    /** The next byte that is not white space. */
    private *peek(): Reading<number> {
        for (;;) {
            this.position = skipSpace(this.data, this.position);
            if (this.position < this.data.length) {
                return this.data[this.position];
            }
            yield* this.require();
        }
    }

    /** Gets the next chunk and drops what has been read. */
    private *require(): Reading<void> {
        const chunk = yield;
        const from = this.kept ?? this.position;
        const rest = this.data.length - from;
        if (rest > MAX_KEPT_BYTES) {
            throw new SyntaxError(`A value before byte ${this.consumed + this.data.length} is larger than expected`);
        }
        if (rest === 0) {
            this.data = chunk;
        } else {
            const joined = new Uint8Array(rest + chunk.length);
            joined.set(this.data.subarray(from));
            joined.set(chunk, rest);
            this.data = joined;
        }
        this.consumed += from;
        this.position -= from;
        this.kept = this.kept === undefined ? undefined : 0;
    }

    private fail(): never {
        const character = JSON.stringify(String.fromCharCode(this.data[this.position]));
        throw new SyntaxError(`Unexpected ${character} at byte ${this.consumed + this.position}`);
    }
}

function skipSpace(data: Uint8Array, from: number): number {
    let position = from;
    while (position < data.length && data[position] <= 0x20) {
        position++;
    }
    return position;
}

function isWordByte(byte: number): boolean {
    return byte > 0x20 && byte !== COMMA && byte !== CLOSE_BRACKET && byte !== CLOSE_BRACE && byte !== COLON;
}
