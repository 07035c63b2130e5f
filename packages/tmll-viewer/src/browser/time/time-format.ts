/** Keeps digits and units together where a line breaks. */
const NARROW_SPACE = '\u202f';

interface TimeUnit {
    readonly symbol: string;
    /** Ns in one of it. */
    readonly ns: number;
}

const UNITS: readonly TimeUnit[] = [
    { symbol: 's', ns: 1e9 },
    { symbol: 'ms', ns: 1e6 },
    { symbol: 'µs', ns: 1e3 },
    { symbol: 'ns', ns: 1 }
];

/** The largest unit of which a time holds at least one; ns for less. */
export function timeUnitOf(ns: number): TimeUnit {
    return UNITS.find(unit => Math.abs(ns) >= unit.ns) ?? UNITS[UNITS.length - 1];
}

/**
 * A time in one unit, with as many decimals as its resolution has, in groups of three: `12.345 678 s`.
 * @param ns a time or a duration in ns, below 2^53
 * @param resolution in ns, a power of ten or a multiple of one, at least 1; finer digits are rounded away
 */
export function formatTime(ns: number, resolution = 1, unit: TimeUnit = timeUnitOf(ns)): string {
    const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(resolution, 1)) + 1e-9));
    const rounded = Math.round(Math.abs(ns) / step) * step;
    const whole = Math.floor(rounded / unit.ns);
    const decimals = Math.max(0, Math.round(Math.log10(unit.ns / step)));
    const fraction = String(rounded - whole * unit.ns)
        .padStart(Math.round(Math.log10(unit.ns)), '0')
        .slice(0, decimals);
    const sign = ns < 0 && rounded > 0 ? '−' : '';
    const digits = decimals > 0 ? `.${groupFromLeft(fraction)}` : '';
    return `${sign}${groupFromRight(String(whole))}${digits}${NARROW_SPACE}${unit.symbol}`;
}

/** A duration in its own unit with three to four significant digits: `1.23 s`, `45.6 µs`, `789 ns`. */
export function formatDuration(ns: number): string {
    const unit = timeUnitOf(ns);
    const magnitude = Math.floor(Math.log10(Math.max(Math.abs(ns), 1)));
    const resolution = 10 ** Math.max(0, Math.min(magnitude - 2, Math.log10(unit.ns)));
    return formatTime(ns, resolution, unit);
}

/**
 * The instant on the wall clock, exact to the ns: `2026-11-23 16:43:07.012 345 678 (UTC+01:00)`.
 * @param ns since the epoch
 * @param zoneMinutes east of Greenwich; by default where the user is
 */
export function formatWallClock(ns: bigint, zoneMinutes?: number): string {
    const subMillis = ((ns % 1_000_000n) + 1_000_000n) % 1_000_000n;
    const millis = Number((ns - subMillis) / 1_000_000n);
    const zone = zoneMinutes ?? -new Date(millis).getTimezoneOffset();
    const [date, time] = new Date(millis + zone * 60_000).toISOString().slice(0, -1).split('T');
    const fine = groupFromLeft(String(subMillis).padStart(6, '0'));
    return `${date} ${time}${NARROW_SPACE}${fine} (${formatZone(zone)})`;
}

function formatZone(minutes: number): string {
    if (minutes === 0) {
        return 'UTC';
    }
    const pad = (value: number): string => String(value).padStart(2, '0');
    const size = Math.abs(minutes);
    return `UTC${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function groupFromLeft(digits: string): string {
    return digits.replace(/(\d{3})(?=\d)/g, `$1${NARROW_SPACE}`);
}

function groupFromRight(digits: string): string {
    return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : digits;
}
