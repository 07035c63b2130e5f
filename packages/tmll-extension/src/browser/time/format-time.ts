/**
 * A time since the start of the trace: `12.345 s`, in the first second `50.125 ms`. Finer digits are cut off.
 * @param offset ns, 0 or more
 */
export function formatTimeSinceStart(offset: bigint): string {
    return offset >= 1_000_000_000n ? decimal(offset / 1_000_000n, 3, 's') : decimal(offset / 1_000n, 3, 'ms');
}

function decimal(amount: bigint, digits: number, unit: string): string {
    const text = amount.toString().padStart(digits + 1, '0');
    return `${text.slice(0, -digits)}.${text.slice(-digits)} ${unit}`;
}
