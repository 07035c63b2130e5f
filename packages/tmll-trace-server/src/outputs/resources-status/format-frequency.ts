const UNITS: readonly (readonly [number, string])[] = [
    [1e6, 'GHz'],
    [1e3, 'MHz'],
    [1, 'kHz']
];

/** A frequency in kHz in the largest unit of which it has at least one, with up to one decimal: `2.4 GHz`. */
export function formatFrequency(kilohertz: number): string {
    const [size, unit] = UNITS.find(([size]) => kilohertz >= size) ?? [1, 'kHz'];
    return `${Number((kilohertz / size).toFixed(1))} ${unit}`;
}
