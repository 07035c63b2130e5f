import { ParameterError } from './parameter-error';

/** A time as callers of the library may give it: ns since the epoch, a Date, or ISO 8601 text with up to nine digits of a second. */
export type TimeInput = bigint | Date | string;

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.(\d{1,9}))?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Ns since the epoch, exact to the ns. Text without a time zone is UTC, as times are shown.
 * @throws ParameterError when it is no time
 */
export function toNs(time: TimeInput): bigint {
    if (typeof time === 'bigint') {
        return time;
    }
    const text =
        time instanceof Date ? (Number.isNaN(time.getTime()) ? String(time) : time.toISOString()) : time.trim();
    const match = ISO.exec(text);
    const fraction = match?.[1] ?? '';
    const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && text.length > 10;
    const whole = text.replace(`.${fraction}`, '').replace(' ', 'T');
    const ms = match ? Date.parse(hasZone ? whole : `${whole}${whole.length > 10 ? '' : 'T00:00'}Z`) : NaN;
    if (Number.isNaN(ms)) {
        throw new ParameterError(
            `"${text}" is not a time; give ns since the epoch as a bigint, a Date, or text such as "2026-11-30T18:00:00.5Z".`
        );
    }
    return BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0') || 0);
}
