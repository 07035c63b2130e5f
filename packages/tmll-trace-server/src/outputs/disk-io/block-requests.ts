import type { FieldValue } from '../../trace/trace';

/** Bits of LTTng's `rwbs` field (include/instrumentation/events/block.h of lttng-modules). */
const WRITE = 1 << 0;
const DISCARD = 1 << 1;
const READ = 1 << 2;

/** Whether a block request moves data, and which way. */
export type TransferKind = 'read' | 'write';

/**
 * What a request's `rwbs` says: LTTng's bits, or the kernel's letters (`WSM`, `RA`, `FWS`), which begin with `F` when the
 * request flushes first. Flush, discard and secure erase move no data: undefined.
 */
export function transferKindOf(rwbs: FieldValue | undefined): TransferKind | undefined {
    if (typeof rwbs === 'string') {
        const operation = rwbs.length > 1 && rwbs.startsWith('F') ? rwbs[1] : rwbs[0];
        return operation === 'W' ? 'write' : operation === 'R' ? 'read' : undefined;
    }
    const bits = Number(rwbs);
    if (Number.isNaN(bits) || (bits & DISCARD) !== 0) {
        return undefined;
    }
    return (bits & WRITE) !== 0 ? 'write' : (bits & READ) !== 0 ? 'read' : undefined;
}

/** Bits of a device number that hold its minor number. */
const MINOR_BITS = 20;

/** A device number as the tools print it: `major,minor`. */
export function formatDevice(device: number): string {
    return `${device >>> MINOR_BITS},${device & ((1 << MINOR_BITS) - 1)}`;
}
