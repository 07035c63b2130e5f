/**
 * The fields of an event as Trace Compass writes them in the column `Contents`: `size=8, ptr=0x1f4bee0, context._vtid=10611`. Values are left as texts, those in
 * quotes without them; commas inside of quotes and brackets belong to the value. Contexts are named `context.vtid`.
 *
 * @param take is told each name and value
 */
export function parseContents(contents: string, take: (name: string, value: string) => void): void {
    let at = 0;
    while (at < contents.length) {
        const equals = contents.indexOf('=', at);
        if (equals < 0) {
            return;
        }
        const end = endOfValue(contents, equals + 1);
        take(nameOf(contents.slice(at, equals)), unquoted(contents.slice(equals + 1, end)));
        at = end + SEPARATOR.length;
    }
}

const SEPARATOR = ', ';
const CONTEXT = /^context\._?/;

/** Where a value ends: at the next separator that is neither quoted nor in brackets, and followed by a name. */
function endOfValue(contents: string, from: number): number {
    if (contents[from] === '"') {
        for (let at = contents.indexOf('"', from + 1); at >= 0; at = contents.indexOf('"', at + 1)) {
            if (at + 1 === contents.length || contents.startsWith(SEPARATOR, at + 1)) {
                return at + 1;
            }
        }
        return contents.length;
    }
    let depth = 0;
    for (let at = from; at < contents.length; at++) {
        const character = contents[at];
        if (character === '[' || character === '{') {
            depth++;
        } else if (character === ']' || character === '}') {
            depth--;
        } else if (depth <= 0 && character === ',' && contents[at + 1] === ' ') {
            return at;
        }
    }
    return contents.length;
}

function unquoted(value: string): string {
    return value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
}

function nameOf(name: string): string {
    return CONTEXT.test(name) ? name.replace(CONTEXT, 'context.') : name;
}

/**
 * A value as a column of numbers has it: 64-bit integers as signed ones, NaN when it is no number.
 * @example numberOf('0xffff888100000010') // -0x777efffffff0
 */
export function numberOf(value: string): number {
    if (/^-?\d{1,15}$|^0x[\da-fA-F]{1,13}$/.test(value)) {
        return Number(value);
    }
    if (/^-?\d+$|^0x[\da-fA-F]+$/.test(value)) {
        return Number(BigInt.asIntN(64, BigInt(value)));
    }
    return value === '' || !/^[-+.\deE]+$/.test(value) ? NaN : Number(value);
}

/** The digits of an array of bytes, `[0x7e, 0, 255]` as `7e00ff`; any other text as it is. */
export function textOf(value: string): string {
    return /^\[[\da-fA-Fx, ]+\]$/.test(value)
        ? value
              .slice(1, -1)
              .split(SEPARATOR)
              .map(byte => (Number(byte) & 0xff).toString(16).padStart(2, '0'))
              .join('')
        : value;
}
