import type { WireRange } from 'tmll-service/protocol';
import type { ViewerRange } from './trace-viewer-api';

/** A stretch of time in ns since the epoch; both ends are in it. */
export interface NsRange {
    readonly start: bigint;
    readonly end: bigint;
}

/** Exact ns of what a signal carries; undefined when it is no whole number, or one that has lost digits. */
export function toNs(value: unknown): bigint | undefined {
    switch (typeof value) {
        case 'bigint':
            return value;
        case 'number':
            return Number.isSafeInteger(value) ? BigInt(value) : undefined;
        case 'string':
            return /^-?\d{1,20}$/.test(value) ? BigInt(value) : undefined;
        default:
            return undefined;
    }
}

/**
 * A range of a signal in ns since the epoch, its ends in order.
 * @param origin start of the experiment, from which ranges count that bring no offset of their own
 * @returns undefined when it is none
 */
export function absoluteRange(range: ViewerRange | undefined, origin: bigint): NsRange | undefined {
    const [start, end] = [toNs(range?.start), toNs(range?.end)];
    if (start === undefined || end === undefined) {
        return undefined;
    }
    const offset = toNs(range?.offset) ?? origin;
    return start <= end ? { start: start + offset, end: end + offset } : { start: end + offset, end: start + offset };
}

export function toWireRange({ start, end }: NsRange): WireRange {
    return { startNs: String(start), endNs: String(end) };
}

/** @returns undefined when an end is no decimal number of ns, or the range ends before it begins */
export function fromWireRange({ startNs, endNs }: WireRange): NsRange | undefined {
    const [start, end] = [toNs(startNs), toNs(endNs)];
    return start === undefined || end === undefined || end < start ? undefined : { start, end };
}
