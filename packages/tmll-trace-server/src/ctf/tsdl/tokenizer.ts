import { SourcePosition } from './syntax';
import { TsdlError } from './tsdl-error';

/** A word of TSDL. */
export type Token =
    | { readonly kind: 'identifier'; readonly text: string; readonly at: SourcePosition }
    | { readonly kind: 'punctuation'; readonly text: string; readonly at: SourcePosition }
    | { readonly kind: 'string'; readonly text: string; readonly at: SourcePosition }
    | { readonly kind: 'integer'; readonly text: string; readonly value: bigint; readonly at: SourcePosition }
    | { readonly kind: 'end'; readonly text: ''; readonly at: SourcePosition };

/** The metadata of 2 MB of the largest traces has a fifth of it. */
const MAX_WORDS = 4_000_000;

const SPACE = /[ \t\r\n\f\v\0]+|\/\/[^\n]*/y;
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]*/y;
const INTEGER = /(0[xX][0-9A-Fa-f]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)[uUlL]*(?![A-Za-z0-9_])/y;
const STRING = /L?"((?:[^"\\\n]|\\[^])*)"/y;
const CHARACTER = /L?'((?:[^'\\\n]|\\[^])+)'/y;
const PUNCTUATION = /\.\.\.|:=|->|[{}[\]()<>;:,=.+\-*]/y;

const ESCAPES: Readonly<Record<string, string>> = {
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v'
};

/**
 * Splits metadata into its words; comments and white space are dropped. The last token is always of kind `end`.
 * Throws `TsdlError` at the first character that begins no word.
 */
export function tokenize(text: string): Token[] {
    return new Tokenizer(text).run();
}

class Tokenizer {
    private readonly tokens: Token[] = [];
    private offset = 0;
    private line = 1;
    private lineStart = 0;

    constructor(private readonly text: string) {}

    run(): Token[] {
        for (;;) {
            this.skipSpace();
            const at = this.position();
            if (this.offset >= this.text.length) {
                this.tokens.push({ kind: 'end', text: '', at });
                return this.tokens;
            }
            if (this.tokens.length === MAX_WORDS) {
                throw new TsdlError(`the metadata has more than ${MAX_WORDS} words`, at);
            }
            this.tokens.push(this.word(at));
        }
    }

    private word(at: SourcePosition): Token {
        // A string may begin with the letter of a wide literal, so it is tried before the identifier.
        const string = this.take(STRING);
        if (string) {
            return { kind: 'string', text: unescape(string[1]), at };
        }
        const character = this.take(CHARACTER);
        if (character) {
            const unescaped = unescape(character[1]);
            return { kind: 'integer', text: character[0], value: BigInt(unescaped.codePointAt(0) ?? 0), at };
        }
        const identifier = this.take(IDENTIFIER);
        if (identifier) {
            return { kind: 'identifier', text: identifier[0], at };
        }
        const integer = this.take(INTEGER);
        if (integer) {
            return { kind: 'integer', text: integer[0], value: integerValue(integer[1]), at };
        }
        const punctuation = this.take(PUNCTUATION);
        if (punctuation) {
            return { kind: 'punctuation', text: punctuation[0], at };
        }
        if (/["']/.test(this.text[this.offset])) {
            throw new TsdlError('a string is not closed on its line', at);
        }
        const character16 = String.fromCodePoint(this.text.codePointAt(this.offset) ?? 0);
        throw new TsdlError(`${JSON.stringify(character16)} begins no TSDL word`, at);
    }

    private skipSpace(): void {
        for (;;) {
            if (this.text.startsWith('/*', this.offset)) {
                const end = this.text.indexOf('*/', this.offset + 2);
                if (end < 0) {
                    throw new TsdlError('a comment is not closed', this.position());
                }
                this.advance(this.text.slice(this.offset, end + 2));
            } else if (!this.take(SPACE)) {
                return;
            }
        }
    }

    private take(pattern: RegExp): RegExpExecArray | undefined {
        pattern.lastIndex = this.offset;
        const match = pattern.exec(this.text) ?? undefined;
        if (match) {
            this.advance(match[0]);
        }
        return match;
    }

    private advance(taken: string): void {
        for (let newline = taken.indexOf('\n'); newline >= 0; newline = taken.indexOf('\n', newline + 1)) {
            this.line++;
            this.lineStart = this.offset + newline + 1;
        }
        this.offset += taken.length;
    }

    private position(): SourcePosition {
        return { line: this.line, column: this.offset - this.lineStart + 1 };
    }
}

function integerValue(digits: string): bigint {
    return /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
}

/** Resolves the escape sequences of a C string literal. */
function unescape(literal: string): string {
    return literal.replace(/\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|([^]))/g, (_, hex, octal, other) => {
        if (hex !== undefined) {
            return String.fromCharCode(parseInt(hex, 16));
        }
        if (octal !== undefined) {
            return String.fromCharCode(parseInt(octal, 8) & 0xff);
        }
        return ESCAPES[other] ?? other;
    });
}
