import { ParameterError } from './parameter-error';

/** Text of a duration, as `ParameterProperty.pattern` of parameters that are durations. */
export const DURATION_PATTERN = '^\\s*\\d+(\\.\\d+)?\\s*(ns|us|µs|μs|ms|s|m|min|h|d)\\s*$';

const NS_PER_UNIT: Readonly<Record<string, bigint>> = {
    ns: 1n,
    us: 1_000n,
    µs: 1_000n,
    // The Greek letter, which looks the same as the micro sign above.
    μs: 1_000n,
    ms: 1_000_000n,
    s: 1_000_000_000n,
    m: 60_000_000_000n,
    min: 60_000_000_000n,
    h: 3_600_000_000_000n,
    d: 86_400_000_000_000n
};

/** Units that a duration is shown in, the largest first. */
const SHOWN_UNITS = ['d', 'h', 'min', 's', 'ms', 'µs', 'ns'] as const;

/**
 * Nanoseconds of a text such as `100ms`, `1.5s`, `250us` or `1m`: a decimal number and a unit, exactly.
 *
 * Units: `ns`, `us` or `µs`, `ms`, `s`, `m` or `min`, `h`, `d` (24 hours).
 * @throws ParameterError when the text is no duration or no whole number of nanoseconds.
 */
export function parseDuration(text: string): bigint {
    const match = new RegExp(DURATION_PATTERN).exec(text);
    if (!match) {
        throw new ParameterError(
            `"${text}" is not a duration; write a number and a unit (ns, us, ms, s, m, h or d), such as "100ms".`
        );
    }
    const [whole, fraction = ''] = text.replace(/[^\d.]/g, '').split('.');
    const scale = 10n ** BigInt(fraction.length);
    const scaled = BigInt(whole + fraction) * NS_PER_UNIT[match[2]];
    if (scaled % scale !== 0n) {
        throw new ParameterError(`"${text}" is not a whole number of nanoseconds; leave out the digits below 1 ns.`);
    }
    return scaled / scale;
}

/**
 * A duration for people: `700 ms`, `1.5 s`, `2 min 5 s`. Durations below a minute have three significant digits,
 * longer ones two units; both are rounded half up.
 */
export function formatDuration(ns: bigint): string {
    if (ns < 0n) {
        return `-${formatDuration(-ns)}`;
    }
    const unit = SHOWN_UNITS.find(candidate => ns >= NS_PER_UNIT[candidate]) ?? 'ns';
    const smaller = { d: 'h', h: 'min', min: 's' }[unit as string];
    return smaller === undefined ? formatDecimal(ns, unit) : formatPair(ns, unit, smaller);
}

function formatDecimal(ns: bigint, unit: string): string {
    const amount = Number(ns) / Number(NS_PER_UNIT[unit]);
    const rounded = Number(amount.toPrecision(3));
    const larger = { ns: 'µs', µs: 'ms', ms: 's', s: 'min' }[unit];
    if (larger !== undefined && BigInt(Math.round(rounded)) * NS_PER_UNIT[unit] >= NS_PER_UNIT[larger]) {
        return `1 ${larger}`;
    }
    return `${rounded} ${unit}`;
}

function formatPair(ns: bigint, unit: string, smaller: string): string {
    const step = NS_PER_UNIT[smaller];
    const parts = (ns + step / 2n) / step;
    if (parts * step !== ns) {
        return formatDuration(parts * step);
    }
    const perUnit = NS_PER_UNIT[unit] / step;
    const rest = parts % perUnit;
    return `${parts / perUnit} ${unit}${rest === 0n ? '' : ` ${rest} ${smaller}`}`;
}
