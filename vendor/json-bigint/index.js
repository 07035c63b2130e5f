'use strict';

/**
 * JSON with exact integers. Same as `JSON`, but an integer literal that a double cannot hold becomes a bigint, and a
 * bigint is written as a plain integer. Literals with `.`, `e` or `E` are numbers, however long.
 */

/** Deeper nesting is refused rather than left to overflow the stack. */
const MAX_DEPTH = 1000;

/** Integers of fewer digits always fit a double. */
const SAFE_DIGITS = 15;

/**
 * An integer literal of 16 digits or more, with what may stand around a literal. It also matches inside some strings,
 * which costs time, never correctness.
 */
const LONG_INTEGER = /(?:^|[[,:\s-])\d{16,}(?=[\],}\s]|$)/;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * @param {string} text
 * @returns {unknown}
 * @throws {SyntaxError} when the text is not JSON, or is nested deeper than 1,000 levels around a long integer
 */
function parse(text) {
    const source = String(text);
    return LONG_INTEGER.test(source) ? new Parser(source).parse() : JSON.parse(source);
}

/** Reads what `JSON.parse` reads, with the literals at hand that tell integers apart. */
class Parser {
    constructor(text) {
        this.text = text;
        this.position = 0;
        this.depth = 0;
    }

    parse() {
        const value = this.value();
        if (!Number.isNaN(this.peek())) {
            this.fail();
        }
        return value;
    }

    value() {
        switch (this.peek()) {
            case 0x7b: // {
                return this.nested(this.object);
            case 0x5b: // [
                return this.nested(this.array);
            case QUOTE:
                return this.string();
            case 0x74: // t
                return this.word('true', true);
            case 0x66: // f
                return this.word('false', false);
            case 0x6e: // n
                return this.word('null', null);
            default:
                return this.number();
        }
    }

    nested(read) {
        if (++this.depth > MAX_DEPTH) {
            throw new SyntaxError(`JSON is nested deeper than ${MAX_DEPTH} levels at position ${this.position}`);
        }
        this.position++;
        const value = read.call(this);
        this.depth--;
        return value;
    }

    object() {
        const result = {};
        if (this.accept(0x7d)) {
            return result;
        }
        do {
            if (this.peek() !== QUOTE) {
                this.fail();
            }
            const key = this.string();
            if (!this.accept(0x3a)) {
                this.fail();
            }
            const value = this.value();
            if (key === '__proto__') {
                // Assigning would replace the prototype; JSON.parse makes it an ordinary member.
                Object.defineProperty(result, key, { value, configurable: true, enumerable: true, writable: true });
            } else {
                result[key] = value;
            }
        } while (this.accept(0x2c));
        if (!this.accept(0x7d)) {
            this.fail();
        }
        return result;
    }

    array() {
        const result = [];
        if (this.accept(0x5d)) {
            return result;
        }
        do {
            result.push(this.value());
        } while (this.accept(0x2c));
        if (!this.accept(0x5d)) {
            this.fail();
        }
        return result;
    }

    string() {
        const { text } = this;
        const start = this.position++;
        let escaped = false;
        for (let code = text.charCodeAt(this.position); code !== QUOTE; code = text.charCodeAt(++this.position)) {
            if (code === BACKSLASH) {
                escaped = true;
                this.position++;
            } else if (!(code >= 0x20)) {
                this.fail();
            }
        }
        const end = ++this.position;
        return escaped ? JSON.parse(text.slice(start, end)) : text.slice(start + 1, end - 1);
    }

    number() {
        const { text } = this;
        const start = this.position;
        if (text.charCodeAt(this.position) === 0x2d) {
            this.position++;
        }
        const firstDigit = this.position;
        const digits = this.digits();
        if (digits === 0 || (digits > 1 && text.charCodeAt(firstDigit) === 0x30)) {
            this.fail();
        }
        const isInteger = !this.fractionAndExponent();
        const literal = text.slice(start, this.position);
        const value = Number(literal);
        return isInteger && digits > SAFE_DIGITS && !Number.isSafeInteger(value) ? BigInt(literal) : value;
    }

    /** @returns whether there was either */
    fractionAndExponent() {
        const { text } = this;
        const start = this.position;
        if (text.charCodeAt(this.position) === 0x2e) {
            this.position++;
            this.expectDigits();
        }
        if ((text.charCodeAt(this.position) | 0x20) === 0x65) {
            const sign = text.charCodeAt(++this.position);
            if (sign === 0x2b || sign === 0x2d) {
                this.position++;
            }
            this.expectDigits();
        }
        return this.position > start;
    }

    expectDigits() {
        if (this.digits() === 0) {
            this.fail();
        }
    }

    /** Steps over digits and says how many there were. */
    digits() {
        const start = this.position;
        for (let code = this.text.charCodeAt(start); code >= 0x30 && code <= 0x39;) {
            code = this.text.charCodeAt(++this.position);
        }
        return this.position - start;
    }

    word(word, value) {
        if (!this.text.startsWith(word, this.position)) {
            this.fail();
        }
        this.position += word.length;
        return value;
    }

    /** Steps over a character and the white space before it, if it is there. */
    accept(code) {
        if (this.peek() !== code) {
            return false;
        }
        this.position++;
        return true;
    }

    /** The next character that is not white space, NaN at the end. */
    peek() {
        const { text } = this;
        let code = text.charCodeAt(this.position);
        while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
            code = text.charCodeAt(++this.position);
        }
        return code;
    }

    fail() {
        throw new SyntaxError(
            this.position >= this.text.length
                ? 'Unexpected end of JSON'
                : `Unexpected ${JSON.stringify(this.text[this.position])} in JSON at position ${this.position}`
        );
    }
}

/**
 * @param {unknown} value
 * @returns {string | undefined} undefined for what JSON cannot express, as `JSON.stringify`
 * @throws {TypeError} when the value contains itself
 */
function stringify(value) {
    return write(value, '', new Set());
}

/** @param ancestors the objects and arrays that hold the value */
function write(value, key, ancestors) {
    const plain = typeof value?.toJSON === 'function' ? value.toJSON(key) : value;
    if (typeof plain === 'bigint') {
        return plain.toString();
    }
    if (typeof plain !== 'object' || plain === null || isBoxed(plain)) {
        return JSON.stringify(plain);
    }
    if (ancestors.has(plain)) {
        throw new TypeError('A value that contains itself cannot be written as JSON');
    }
    ancestors.add(plain);
    const text = Array.isArray(plain) ? writeArray(plain, ancestors) : writeObject(plain, ancestors);
    ancestors.delete(plain);
    return text;
}

function writeArray(array, ancestors) {
    return `[${Array.from(array, (value, index) => write(value, String(index), ancestors) ?? 'null').join(',')}]`;
}

function writeObject(object, ancestors) {
    const members = [];
    for (const key of Object.keys(object)) {
        const text = write(object[key], key, ancestors);
        if (text !== undefined) {
            members.push(`${JSON.stringify(key)}:${text}`);
        }
    }
    return `{${members.join(',')}}`;
}

function isBoxed(value) {
    return value instanceof Number || value instanceof String || value instanceof Boolean;
}

/**
 * The form in which `json-bigint` is called: `require('json-bigint')({ useNativeBigInt: true })`.
 * @throws {TypeError} for options that ask for anything else
 */
function configure(options = {}) {
    for (const [name, value] of Object.entries(options)) {
        if (name !== 'useNativeBigInt' || value !== true) {
            throw new TypeError(`json-bigint: option ${name}=${value} is not supported, only useNativeBigInt=true`);
        }
    }
    return { parse, stringify };
}

module.exports = Object.assign(configure, { parse, stringify });
