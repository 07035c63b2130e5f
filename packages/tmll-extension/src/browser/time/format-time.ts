/**
 * A time since the start of the trace, exact to the ms as long as that says something, else finer: `12.345 s`, `1.234567 ms`.
 * @param offset ns, 0 or more
 */
export function formatTimeSinceStart(offset: bigint): string {
    return offset >= 1_000_000_000n ? decimal(offset / 1_000_000n, 3, 's') : decimal(offset, 6, 'ms');
}

function decimal(amount: bigint, digits: number, unit: string): string {
    const text = amount.toString().padStart(digits + 1, '0');
    return `${text.slice(0, -digits)}.${text.slice(-digits)} ${unit}`;
}
