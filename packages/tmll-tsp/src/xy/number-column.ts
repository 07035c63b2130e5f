import { LiteralSink } from './json-bytes';

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** One character a byte, so that positions stay the same. */
const LATIN_1 = new TextDecoder('latin1');

/** A growing column of doubles. */
abstract class NumberColumn implements LiteralSink {
    private items = new Float64Array(64);
    private length = 0;

    abstract append(data: Uint8Array, start: number, end: number): void;

    protected push(value: number): void {
        if (this.length === this.items.length) {
            const larger = new Float64Array(this.length * 2);
            larger.set(this.items);
            this.items = larger;
        }
        this.items[this.length++] = value;
    }

    /** What has been read, in an array of its own size. */
    toArray(): Float64Array {
        return this.items.slice(0, this.length);
    }
}

/** A time is read as its first digits and the rest, either of which a double holds exactly. */
const HEAD_DIGITS = 10;
const MAX_TAIL_DIGITS = 9;
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Times in ns since the epoch, as offsets from an origin: exact as long as the offset is below 2^53 ns (104 days), rounded
 * beyond. No bigint is made on the way: both time and origin are split at the same digit, and the
 * parts are subtracted one by one.
 */
export class TimeColumn extends NumberColumn {
    private tailDigits = -1;
    private originHead = 0;
    private originTail = 0;

    constructor(private readonly origin: bigint) {
        super();
    }

    append(data: Uint8Array, start: number, end: number): void {
        const isNegative = data[start] === MINUS;
        const first = isNegative ? start + 1 : start;
        const middle = Math.min(first + HEAD_DIGITS, end);
        const head = digits(data, first, middle);
        const tail = digits(data, middle, end);
        const tailDigits = end - middle;
        if (first === end || Number.isNaN(head + tail) || tailDigits > MAX_TAIL_DIGITS) {
            throw new SyntaxError(
                `xValues has ${LATIN_1.decode(data.subarray(start, end))}, which is not a time in whole ns`
            );
        }
        if (tailDigits !== this.tailDigits) {
            this.splitOrigin(tailDigits);
        }
        const headOffset = (isNegative ? -head : head) - this.originHead;
        const tailOffset = (isNegative ? -tail : tail) - this.originTail;
        this.push(headOffset * POWERS_OF_TEN[tailDigits] + tailOffset);
    }

    private splitOrigin(tailDigits: number): void {
        const scale = 10n ** BigInt(tailDigits);
        this.tailDigits = tailDigits;
        this.originHead = Number(this.origin / scale);
        this.originTail = Number(this.origin % scale);
    }
}

/** The number that decimal digits make, NaN when there is anything else among them; exact up to 15 digits. */
function digits(data: Uint8Array, start: number, end: number): number {
    let value = 0;
    for (let position = start; position < end; position++) {
        const digit = data[position] - ZERO;
        if (digit < 0 || digit > 9) {
            return NaN;
        }
        value = value * 10 + digit;
    }
    return value;
}

const JSON_NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** How servers write that there is no value; infinities cannot be drawn or computed with and count as none. */
const NO_VALUE = /^(null|"?(NaN|[+-]?Infinity)"?)$/;

/** Values; NaN where there is none. */
export class ValueColumn extends NumberColumn {
    private chunk: Uint8Array | undefined;
    private chunkText = '';

    append(data: Uint8Array, start: number, end: number): void {
        const value = plainDecimal(data, start, end);
        this.push(Number.isNaN(value) ? valueOf(this.textOf(data, start, end)) : value);
    }

    /** A chunk is turned into text once, since a slice of it costs far less than decoding each literal. */
    private textOf(data: Uint8Array, start: number, end: number): string {
        if (data !== this.chunk) {
            this.chunk = data;
            this.chunkText = LATIN_1.decode(data);
        }
        return this.chunkText.slice(start, end);
    }
}

/**
 * The value of a literal that needs no rounding but that of one division: whole digits below 2^53 over a power of ten up to
 * 10^22 (Clinger, "How to read floating point numbers accurately", 1990). NaN for all others.
 */
function plainDecimal(data: Uint8Array, start: number, end: number): number {
    const isNegative = data[start] === MINUS;
    const first = isNegative ? start + 1 : start;
    let mantissa = 0;
    let point = end;
    for (let position = first; position < end; position++) {
        const digit = data[position] - ZERO;
        if (digit >= 0 && digit <= 9) {
            mantissa = mantissa * 10 + digit;
        } else if (data[position] === POINT && point === end) {
            point = position;
        } else {
            return NaN;
        }
    }
    const decimals = Math.max(end - point - 1, 0);
    const isPlain = point > first && point !== end - 1 && decimals < POWERS_OF_TEN.length;
    if (!isPlain || mantissa > Number.MAX_SAFE_INTEGER) {
        return NaN;
    }
    const magnitude = mantissa / POWERS_OF_TEN[decimals];
    return isNegative ? -magnitude : magnitude;
}

function valueOf(text: string): number {
    if (JSON_NUMBER.test(text)) {
        const value = Number(text);
        return Number.isFinite(value) ? value : NaN;
    }
    if (NO_VALUE.test(text)) {
        return NaN;
    }
    throw new SyntaxError(`yValues has ${text.slice(0, 60)}, which is not a number`);
}
