/** How numbers of a unit are written and where its axis has round values. */
export interface ValueFormat {
    /** A value for a tooltip: `12.3 %`, `1.50 MiB`, `1.23 k events/s`. */
    format(value: number): string;
    /**
     * A value on an axis, with only the digits that tell its ticks apart.
     * @param step between two ticks
     */
    formatTick(value: number, step: number): string;
    /** The unit to write once beside the axis; empty when it is so short that the ticks carry it. */
    readonly caption: string;
    /** Steps that give round ticks, ascending; undefined: decimal ones. */
    readonly steps: number[] | undefined;
    /** Whether zero belongs on the axis of values that are never negative. */
    readonly startsAtZero: boolean;
}

const NARROW_SPACE = '\u202f';

/** `%`, `B`, `B/s`: longer units make the axis too wide. */
const LONGEST_TICK_UNIT = 3;

interface Prefix {
    readonly symbol: string;
    readonly factor: number;
}

const DECIMAL: readonly Prefix[] = prefixes(1000, ['', 'k', 'M', 'G', 'T', 'P', 'E']);
const BINARY: readonly Prefix[] = prefixes(1024, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']);
const DURATION: readonly Prefix[] = [
    { symbol: 'ns', factor: 1 },
    { symbol: 'µs', factor: 1e3 },
    { symbol: 'ms', factor: 1e6 },
    { symbol: 's', factor: 1e9 }
];

const BINARY_STEPS = Array.from({ length: 64 }, (_, exponent) => 2 ** exponent);

/** @param unit of TSP or our own: `%`, `B`, `B/s`, `ns`, `events/s`, …; empty when there is none */
export function valueFormat(unit: string): ValueFormat {
    if (unit === 'B' || unit === 'B/s') {
        return make(BINARY, unit, BINARY_STEPS, true);
    }
    if (unit === 'ns') {
        return make(DURATION, '', undefined, true);
    }
    if (unit === '%') {
        return make([DECIMAL[0]], unit, undefined, true);
    }
    return make(DECIMAL, unit, undefined, /\/s$|^events$|^count$/i.test(unit));
}

function make(
    scales: readonly Prefix[],
    unit: string,
    steps: number[] | undefined,
    startsAtZero: boolean
): ValueFormat {
    const write = (value: number, { symbol, factor }: Prefix, decimals: number, suffix: string): string => {
        const digits = plainNumber(value / factor, decimals);
        const apart = symbol !== '' && suffix !== '' && !suffix.startsWith('B') ? ' ' : '';
        return symbol + suffix === '' ? digits : `${digits}${NARROW_SPACE}${symbol}${apart}${suffix}`;
    };
    const caption = unit.length > LONGEST_TICK_UNIT ? unit : '';
    return {
        caption,
        steps,
        startsAtZero,
        format: value => {
            if (!Number.isFinite(value)) {
                return '–';
            }
            const prefix = prefixFor(Math.abs(value), scales);
            const whole = value % 1 === 0 && prefix.factor === 1;
            return write(value, prefix, whole ? 0 : decimalsFor(value / prefix.factor, 4), unit);
        },
        formatTick: (value, step) => {
            const prefix = prefixFor(Math.abs(value), scales);
            const decimals = Math.min(decimalsOf(step / prefix.factor), 6);
            return write(value, prefix, decimals, caption === '' ? unit : '');
        }
    };
}

function prefixFor(size: number, scales: readonly Prefix[]): Prefix {
    return [...scales].reverse().find(({ factor }) => size >= factor) ?? scales[0];
}

/** Decimals that leave a number with so many significant digits. */
function decimalsFor(value: number, significant: number): number {
    const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    return Math.min(Math.max(0, significant - 1 - magnitude), 12);
}

/** Decimals that a number itself has, as far as a double can tell. */
function decimalsOf(value: number): number {
    for (let decimals = 0; decimals < 12; decimals++) {
        const shifted = value * 10 ** decimals;
        if (Math.abs(shifted - Math.round(shifted)) < 1e-6 * Math.max(1, Math.abs(shifted))) {
            return decimals;
        }
    }
    return 12;
}

/** Point and no grouping below 10,000; a true minus; no negative zero. */
function plainNumber(value: number, decimals: number): string {
    const text = Math.abs(value).toFixed(decimals);
    const [whole, fraction] = text.split('.');
    const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : whole;
    const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
    return value < 0 && Number(text) !== 0 ? `−${digits}` : digits;
}

function prefixes(base: number, symbols: readonly string[]): Prefix[] {
    return symbols.map((symbol, exponent) => ({ symbol, factor: base ** exponent }));
}
