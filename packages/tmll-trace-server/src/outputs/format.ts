const DURATION_UNITS: readonly (readonly [number, string])[] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
    [1, 'ns']
];

/**
 * A duration in ns in the largest unit of which it has at least one, with up to three decimals, whole ns without (they are cut
 * off): `241.529 µs`, `1.874 s`, `282 ns`; `0`.
 */
export function formatDuration(ns: number): string {
    if (ns === 0) {
        return '0';
    }
    const [size, unit] = DURATION_UNITS.find(([size]) => ns >= size) ?? [1, 'ns'];
    return `${size === 1 ? Math.trunc(ns) : Number((ns / size).toFixed(3))} ${unit}`;
}

/** A percentage with three decimals: `0.056 %`. */
export function formatPercent(percent: number): string {
    return `${percent.toFixed(3)} %`;
}

const NS_PER_SECOND = 1_000_000_000n;
const SECONDS_PER_DAY = 86_400n;

/** The time of day of ns since the epoch in UTC with the ns in groups of three: `17:46:22.794 565 804`. */
export function formatTimeOfDay(ns: bigint): string {
    const secondOfDay = Number((ns / NS_PER_SECOND) % SECONDS_PER_DAY);
    const clock = [Math.floor(secondOfDay / 3600), Math.floor(secondOfDay / 60) % 60, secondOfDay % 60];
    const fraction = String(ns % NS_PER_SECOND).padStart(9, '0');
    const hms = clock.map(part => String(part).padStart(2, '0')).join(':');
    return `${hms}.${fraction.slice(0, 3)} ${fraction.slice(3, 6)} ${fraction.slice(6)}`;
}

/** A whole number with commas between groups of three digits: `10,610,880,968`. */
export function formatGrouped(value: number): string {
    return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
