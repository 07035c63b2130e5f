const DURATION_UNITS: readonly (readonly [number, string])[] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
    [1, 'ns']
];

/**
 * A duration in whole ns (a fraction is cut off) in the largest unit of which it has at least one, with up to three decimals:
 * `241.529 µs`, `1.874 s`.
 */
export function formatDuration(ns: number): string {
    const whole = Math.trunc(ns);
    const [size, unit] = DURATION_UNITS.find(([size]) => whole >= size) ?? [1, 'ns'];
    return `${Number((whole / size).toFixed(3))} ${unit}`;
}

/** A percentage with three decimals: `0.056 %`. */
export function formatPercent(percent: number): string {
    return `${percent.toFixed(3)} %`;
}
