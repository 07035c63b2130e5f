/** What an input of times can be relative to. */
export interface ParseTimeContext {
    /** Ns since the epoch of the trace's start. */
    readonly origin: bigint;
    /** Ns from the origin that `+1 ms` and `-1 ms` are relative to; undefined: there is nothing such. */
    readonly current: number | undefined;
    /** Of times on the clock that name no zone, in minutes east of Greenwich. */
    readonly zoneMinutes: number;
}

const UNITS: Readonly<Record<string, number>> = { ns: 0, us: 3, µs: 3, μs: 3, ms: 6, s: 9 };
const MINUTE_NS = 60_000_000_000n;
const DAY_NS = 86_400_000_000_000n;

/** A bare number with at least so many digits counts from the epoch. */
const EPOCH_DIGITS = 16;

/**
 * Reads a time as the viewer writes it, in any of its formats, and as other tools do: `1.25 s`, `250 ms`, `+10 µs` and `-10 µs`
 * from where the selection is, `1457113582794565804`, `2026-11-23 09:13:52.25`, `2026-11-23T09:13:52Z`, `09:13:52.25`.
 * A number without a unit counts seconds since the start, unless it is as long as ns since the epoch are. Exact to the ns.
 * @returns ns since the epoch; undefined when it is no time
 */
export function parseTime(input: string, context: ParseTimeContext): bigint | undefined {
    const text = input
        .replace(/[\u202f\u00a0]/g, ' ')
        .replace(/−/g, '-')
        .trim();
    return epochNs(text) ?? duration(text, context) ?? clock(text, context);
}

function epochNs(text: string): bigint | undefined {
    const match = /^(\d[\d ,_]*)\s*(?:ns)?$/.exec(text);
    const digits = match?.[1].replace(/[ ,_]/g, '');
    return digits !== undefined && digits.length >= EPOCH_DIGITS ? BigInt(digits) : undefined;
}

function duration(text: string, { origin, current }: ParseTimeContext): bigint | undefined {
    const match = /^([-+]?)\s*(\d[\d ]*)(?:\.([\d ]+))?\s*(ns|us|µs|μs|ms|s)?$/i.exec(text);
    if (!match) {
        return undefined;
    }
    const [, sign, whole, fraction = '', unit = 's'] = match;
    const exponent = UNITS[unit.toLowerCase()];
    const decimals = fraction.replace(/ /g, '').slice(0, exponent).padEnd(exponent, '0');
    const ns = BigInt(whole.replace(/ /g, '') + decimals);
    if (sign === '') {
        return origin + ns;
    }
    const from = origin + BigInt(Math.round(current ?? 0));
    return sign === '-' ? from - ns : from + ns;
}

const CLOCK =
    /^(?:(\d{4})-(\d{2})-(\d{2})[T ]\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]([\d ]{1,12}))?)?\s*(Z|\(?UTC\)?|\(?(?:UTC)?\s*[-+]\d{2}:?\d{2}\)?)?$/i;

function clock(text: string, { origin, zoneMinutes }: ParseTimeContext): bigint | undefined {
    const match = CLOCK.exec(text);
    if (!match) {
        return undefined;
    }
    const [, year, month, day, hour, minute, second = '0', fraction = '', zoneText] = match;
    const zone = BigInt(zoneText ? zoneOf(zoneText) : zoneMinutes) * MINUTE_NS;
    const subSecond = BigInt(fraction.replace(/ /g, '').slice(0, 9).padEnd(9, '0'));
    const ofDay = BigInt((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000_000_000n + subSecond;
    if (year !== undefined) {
        const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
        return Number.isNaN(date) ? undefined : BigInt(date) * 1_000_000n + ofDay - zone;
    }
    const local = origin + zone;
    const today = local - (((local % DAY_NS) + DAY_NS) % DAY_NS) + ofDay - zone;
    // A time of day before the trace began is that of the day after.
    return today < origin - BigInt(1_000_000_000) ? today + DAY_NS : today;
}

function zoneOf(text: string): number {
    const match = /([-+])(\d{2}):?(\d{2})/.exec(text);
    return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}
