/** A string, or a number with all its parts. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Fewer digits always fit a double. */
const SAFE_DIGITS = 15;
/** Marks a text that stands for a bigint while the engine parses; no JSON text holds this character unescaped. */
const MARK = '\u0000';

/**
 * Parses JSON without losing integers: those that a double cannot hold become bigints. Numbers with a fraction or an exponent
 * are always numbers.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
    let found = false;
    const marked = text.replace(TOKENS, token => {
        if (token.length <= SAFE_DIGITS || token[0] === '"' || !isUnsafeInteger(token)) {
            return token;
        }
        found = true;
        return `"\\u0000${token}"`;
    });
    return found ? JSON.parse(marked, revive) : JSON.parse(text);
}

function isUnsafeInteger(token: string): boolean {
    return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}

function revive(_key: string, value: unknown): unknown {
    return typeof value === 'string' && value.startsWith(MARK) && /^-?\d+$/.test(value.slice(1))
        ? BigInt(value.slice(1))
        : value;
}
