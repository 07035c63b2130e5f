import { parseJson } from '../json/parse-json';

/** An event as its JSON says it, with what all readers ask for checked. */
export interface RawEvent {
    readonly phase: string;
    /** µs, as the engine's parser makes of it: exact only below 2^40 or when it is a safe integer. */
    readonly ts: number;
    readonly values: Readonly<Record<string, unknown>>;
}

/** Digits of numbers that the engine's own parser may round. */
const LONG_NUMBER = /\d{16}/;
/** In µs: times of traces have 64 bits of ns. */
const MAX_US = 2 ** 63 / 1000;
/** Below it a double holds µs with three decimals. */
const EXACT_BELOW = 2 ** 40;

/**
 * Parses the text of an event; undefined when it has no phase or, unless it is metadata, no time that 64 bits of ns can hold.
 *
 * @throws SyntaxError when it is no JSON
 */
export function parseEvent(text: string): RawEvent | undefined {
    const values = JSON.parse(text) as Record<string, unknown>;
    const phase = values.ph;
    if (typeof phase !== 'string' || phase === '') {
        return undefined;
    }
    const ts = typeof values.ts === 'string' && values.ts.trim() !== '' ? Number(values.ts) : values.ts;
    if (typeof ts !== 'number' || !(Math.abs(ts) <= MAX_US)) {
        return phase === 'M' ? { phase, ts: 0, values } : undefined;
    }
    return { phase, ts, values };
}

/** The values with integers that are no safe numbers as bigints. */
export function exactValues(text: string, values: RawEvent['values']): RawEvent['values'] {
    const { args, id } = values;
    const rounded = isRounded(id) || (typeof args === 'object' && args !== null && Object.values(args).some(isRounded));
    return rounded && LONG_NUMBER.test(text) ? (parseJson(text) as RawEvent['values']) : values;
}

/** Can the engine's parser have lost something of the value? */
function isRounded(value: unknown): boolean {
    return typeof value === 'object' ? value !== null : typeof value === 'number' && Math.abs(value) >= 2 ** 53;
}

/**
 * Ns from a base to a time of an event, exact to the last decimal: the nearest whole one.
 *
 * @param base µs, an integer
 * @param text of the event, in which longer numbers are looked up
 */
export function exactOffset(ts: number, base: number, text: string): number {
    if (Number.isSafeInteger(ts)) {
        return (ts - base) * 1000;
    }
    if (Math.abs(ts) < EXACT_BELOW && Math.abs(base) < EXACT_BELOW) {
        return Math.round((ts - base) * 1000);
    }
    return Number(writtenNs(text, ts) - BigInt(base) * 1000n);
}

/** A duration in ns; 0 when there is none that makes sense. */
export function durationNs(dur: unknown): number {
    const value = Number(dur ?? 0);
    return value > 0 && value < Number.MAX_SAFE_INTEGER / 1000 ? Math.round(value * 1000) : 0;
}

const WRITTEN_TIMES = /"ts"\s*:\s*"?(-?[\d.eE+-]+)/g;

/** The time of the text that is this value once it is parsed, in ns. */
function writtenNs(text: string, value: number): bigint {
    for (const [, digits] of text.matchAll(WRITTEN_TIMES)) {
        if (Number(digits) === value) {
            const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(digits) ?? [];
            if (whole !== undefined) {
                const beyond = (fraction[3] ?? '0') >= '5' ? 1n : 0n;
                const ns = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3)) + beyond;
                return sign ? -ns : ns;
            }
        }
    }
    return BigInt(Math.trunc(value)) * 1000n;
}
