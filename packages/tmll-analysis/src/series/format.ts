/** Digits beyond these may come from rounding. */
const MOST_DIGITS = 12;

const BINARY_PREFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
const TIME_UNITS = ['ns', 'µs', 'ms', 's'];

/** A time for people and machines: ISO 8601 in UTC with all nine digits, `2026-11-23T08:04:58.201926749Z`. */
export function formatNs(ns: bigint): string {
    const fraction = ((ns % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
    const seconds = (ns - fraction) / 1_000_000_000n;
    const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
    return `${whole}.${fraction.toString().padStart(9, '0')}Z`;
}

/**
 * A number with its unit for a sentence: `96 %`, `12,300 events/s`, `1.5 MiB/s`.
 *
 * Three significant digits, four from 1000 on, all digits of whole numbers up to a million, and as many more as it takes
 * to tell the number from those it stands `beside`. Bytes (`B`, `B/s`) take the binary prefixes, times (`ns`, `ns/s`) the larger
 * units up to seconds.
 */
export function formatValue(value: number, unit: string, beside: readonly number[] = []): string {
    const scaled = unitScale(Math.abs(value), unit);
    return withUnit(formatNumber(value, beside, scaled.divisor), scaled.unit);
}

/** A band for a sentence, the unit written once: `190–340 events/s`; one number where both ends read the same. */
export function formatValueRange(low: number, high: number, unit: string): string {
    const scaled = unitScale(Math.max(Math.abs(low), Math.abs(high)), unit);
    const from = formatNumber(low, [high], scaled.divisor);
    const to = formatNumber(high, [low], scaled.divisor);
    const dash = from.startsWith('-') || to.startsWith('-') ? ' to ' : '–';
    return withUnit(from === to ? from : from + dash + to, scaled.unit);
}

/** A share from 0 to 1 as a percentage: `42 %`. @param digits behind the point, all of them written */
export function formatShare(share: number, digits = 0): string {
    return `${(100 * share).toFixed(digits)} %`;
}

function withUnit(text: string, unit: string): string {
    return unit === '' ? text : `${text} ${unit}`;
}

/** The prefix of a unit that suits a magnitude, and what a value in the unit is divided by for it. */
export function unitScale(magnitude: number, unit: string): { divisor: number; unit: string } {
    if (/^ns(\/|$)/.test(unit) && magnitude >= 1000 && magnitude < Infinity) {
        const power = Math.min(Math.floor(Math.log10(magnitude) / 3), TIME_UNITS.length - 1);
        return { divisor: 1000 ** power, unit: TIME_UNITS[power] + unit.slice(2) };
    }
    if (!/^B(\/|$)/.test(unit) || !(magnitude >= 1024 && magnitude < Infinity)) {
        return { divisor: 1, unit };
    }
    const power = Math.min(Math.floor(Math.log2(magnitude) / 10), BINARY_PREFIXES.length - 1);
    return { divisor: 1024 ** power, unit: BINARY_PREFIXES[power] + unit };
}

function formatNumber(unscaled: number, beside: readonly number[], divisor: number): string {
    const value = unscaled / divisor;
    const magnitude = Math.abs(value);
    const nearest = Math.min(...beside.map(other => Math.abs(unscaled - other) / divisor).filter(gap => gap > 0));
    const digits = Math.max(magnitude >= 999.5 ? 4 : 3, Math.floor(Math.log10(magnitude)) - decade(nearest) + 1);
    const isShortWhole = Number.isInteger(value) && magnitude < 1e6;
    const rounded = isShortWhole ? value : Number(value.toPrecision(Math.min(digits, MOST_DIGITS)));
    if (magnitude >= 1e15 || (magnitude > 0 && magnitude < 1e-4)) {
        return String(rounded);
    }
    const [whole, fraction] = String(rounded).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function decade(distance: number): number {
    return Math.floor(Math.log10(distance));
}
