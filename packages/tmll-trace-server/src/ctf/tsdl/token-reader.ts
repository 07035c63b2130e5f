import { SourcePosition, Value } from './syntax';
import { Token } from './tokenizer';
import { TsdlError } from './tsdl-error';

/** A path through the tokens of the metadata with the questions a recursive-descent parser asks. */
export class TokenReader {
    private index = 0;

    constructor(private readonly tokens: readonly Token[]) {}

    get at(): SourcePosition {
        return this.peek().at;
    }

    /** The token `ahead` places further on, without taking it. */
    peek(ahead = 0): Token {
        return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    }

    next(): Token {
        const token = this.peek();
        this.index++;
        return token;
    }

    /** Is the next token this punctuation or keyword? */
    is(text: string, ahead = 0): boolean {
        const token = this.peek(ahead);
        return (token.kind === 'punctuation' || token.kind === 'identifier') && token.text === text;
    }

    /** Takes the token if it is this punctuation or keyword. */
    accept(text: string): boolean {
        const found = this.is(text);
        if (found) {
            this.index++;
        }
        return found;
    }

    expect(text: string): void {
        if (!this.accept(text)) {
            throw this.unexpected(`"${text}"`);
        }
    }

    identifier(what: string): string {
        if (this.peek().kind !== 'identifier') {
            throw this.unexpected(what);
        }
        return this.next().text;
    }

    /** `a.b.c`; a component after the first may be any word. */
    dottedName(what: string): string[] {
        const names = [this.identifier(what)];
        while (this.accept('.') || this.accept('->')) {
            names.push(this.identifier('a name after "."'));
        }
        return names;
    }

    /** An integer with its sign. */
    integer(what: string): bigint {
        const negative = this.accept('-');
        if (!negative) {
            this.accept('+');
        }
        const token = this.peek();
        if (token.kind !== 'integer') {
            throw this.unexpected(what);
        }
        this.next();
        return negative ? -token.value : token.value;
    }

    /** The right side of an assignment. */
    value(): Value {
        const token = this.peek();
        const at = token.at;
        if (token.kind === 'string') {
            let value = '';
            // Adjacent literals are one string, as in C.
            for (let part = this.peek(); part.kind === 'string'; part = this.peek()) {
                value += part.text;
                this.next();
            }
            return { kind: 'string', value, at };
        }
        if (token.kind === 'identifier') {
            return { kind: 'path', names: this.dottedName('a value'), at };
        }
        return { kind: 'integer', value: this.integer('a number, a string or a name'), at };
    }

    unexpected(expected: string): TsdlError {
        const token = this.peek();
        const found = token.kind === 'end' ? 'the end of the metadata' : `"${token.text}"`;
        return new TsdlError(`expected ${expected} but found ${found}`, token.at);
    }
}
