/** How a value is compared. */
export type FilterOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'matches' | 'present';

/** A condition on events. */
export type Filter =
    | { readonly kind: 'and' | 'or'; readonly terms: readonly Filter[] }
    | { readonly kind: 'not'; readonly term: Filter }
    | { readonly kind: 'compare'; readonly name: string; readonly operator: FilterOperator; readonly value: string };

/** What is wrong with an expression, in a sentence. */
export class FilterError extends Error {
    override readonly name = 'FilterError';
}

/** Name of the type of an event, which a text alone is looked for in. */
export const EVENT_TYPE = 'event type';

const MAX_LENGTH = 2000;
const MAX_DEPTH = 50;
/** A quoted text, a sign, or a word up to the next of these. */
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(&&|\|\||==|!=|<=|>=|[()!<>=])|([^\s()!<>=&|"]+))/y;
const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>=', 'contains', 'matches'];

interface Token {
    readonly text: string;
    readonly isQuoted: boolean;
    readonly at: number;
}

/**
 * Parses an expression as Trace Compass's filters have it: `shop:gauge`, `ret < 0 && TID == 17`, `"event type" matches "^sched_" || !(size > 1e6)`.
 * A comparison is NAME OPERATOR VALUE with `==`, `!=`, `<`, `<=`, `>`, `>=`, `contains`, `matches` (a regular expression), or NAME `present`. A text
 * alone is looked for in the type of the event. `!` binds more than `&&`, and that more than `||`.
 *
 * @throws FilterError when it is none
 */
export function parseFilter(expression: string): Filter {
    if (expression.length > MAX_LENGTH) {
        throw new FilterError(`A filter has at most ${MAX_LENGTH} characters, not ${expression.length}.`);
    }
    return new Parser(tokensOf(expression)).parse();
}

function tokensOf(expression: string): Token[] {
    const tokens: Token[] = [];
    const scanner = new RegExp(TOKEN);
    while (expression.slice(scanner.lastIndex).trim() !== '') {
        const at = scanner.lastIndex;
        const found = scanner.exec(expression);
        if (!found) {
            const rest = expression.slice(at).trimStart();
            throw new FilterError(`The filter cannot be read from "${rest.slice(0, 20)}" on.`);
        }
        const [, quoted, sign, word] = found;
        const text = quoted === undefined ? (sign ?? word) : quoted.slice(1, -1).replace(/\\(["\\])/g, '$1');
        tokens.push({ text, isQuoted: quoted !== undefined, at });
    }
    return tokens;
}

class Parser {
    private next = 0;
    private depth = 0;

    constructor(private readonly tokens: readonly Token[]) {}

    parse(): Filter {
        const filter = this.either();
        const rest = this.tokens[this.next];
        if (rest) {
            throw new FilterError(`The filter has "${rest.text}" where it should end, or && or || be.`);
        }
        return filter;
    }

    private either(): Filter {
        return this.joined('||', 'or', () => this.joined('&&', 'and', () => this.term()));
    }

    private joined(sign: string, kind: 'and' | 'or', operand: () => Filter): Filter {
        const terms = [operand()];
        while (this.takes(sign)) {
            terms.push(operand());
        }
        return terms.length === 1 ? terms[0] : { kind, terms };
    }

    private term(): Filter {
        if (++this.depth > MAX_DEPTH) {
            throw new FilterError(`The filter is nested more than ${MAX_DEPTH} levels deep.`);
        }
        const filter = this.takes('!')
            ? ({ kind: 'not', term: this.term() } as const)
            : this.takes('(')
              ? this.inParentheses()
              : this.comparison();
        this.depth--;
        return filter;
    }

    private inParentheses(): Filter {
        const filter = this.either();
        if (!this.takes(')')) {
            throw new FilterError('The filter lacks a closing parenthesis.');
        }
        return filter;
    }

    private comparison(): Filter {
        const name = this.text('a name or a text');
        if (this.takes('present')) {
            return { kind: 'compare', name, operator: 'present', value: '' };
        }
        const operator = COMPARISONS.find(one => this.takes(one)) ?? (this.takes('=') ? '==' : undefined);
        return operator === undefined
            ? { kind: 'compare', name: EVENT_TYPE, operator: 'contains', value: name }
            : { kind: 'compare', name, operator: operator as FilterOperator, value: this.text('a value') };
    }

    private takes(text: string): boolean {
        const token = this.tokens[this.next];
        const found = token !== undefined && !token.isQuoted && token.text === text;
        this.next += found ? 1 : 0;
        return found;
    }

    private text(expected: string): string {
        const token = this.tokens[this.next++];
        if (!token) {
            throw new FilterError(`The filter ends where ${expected} should be.`);
        }
        if (!token.isQuoted && /^[()!<>=&|]/.test(token.text)) {
            throw new FilterError(`The filter has "${token.text}" where ${expected} should be.`);
        }
        return token.text;
    }
}
