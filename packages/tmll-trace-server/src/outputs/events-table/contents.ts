import type { FieldType, FieldValue, TraceEvent, TraceInteger } from '../../trace/trace';

/** Doubles outside of this range Java writes with an exponent. */
const PLAIN_FROM = 1e-3;
const PLAIN_TO = 1e7;

/**
 * The fields of an event as Trace Compass writes them: `size=8, ptr=0x1f4bee0, context.cpu_id=3, context._vtid=10611`.
 * Text stands in quotes, integers in the base their type asks for, arrays and structures in brackets.
 */
export function formatContents(event: TraceEvent): string {
    const parts = event.type.fields.filter(isPresent(event.fields)).map(type => assignment(type, event.fields));
    if (event.cpu >= 0) {
        parts.push(`context.cpu_id=${event.cpu}`);
    }
    for (const type of event.type.context.filter(isPresent(event.context))) {
        parts.push(`context._${assignment(type, event.context)}`);
    }
    return parts.join(', ');
}

/** The contexts of an event as Trace Compass writes them: `[vpid=17, procname="shop"]`; empty when it has none. */
export function formatContext(event: TraceEvent): string {
    const parts = event.type.context.filter(isPresent(event.context)).map(type => assignment(type, event.context));
    return parts.length > 0 ? `[${parts.join(', ')}]` : '';
}

function isPresent(values: TraceEvent['fields']): (type: FieldType) => boolean {
    return ({ name }) => values[name] !== undefined;
}

function assignment(type: FieldType, values: TraceEvent['fields']): string {
    return `${type.name}=${formatValue(values[type.name], type)}`;
}

function formatValue(value: FieldValue, type: FieldType | undefined): string {
    if (typeof value === 'string') {
        return `"${value}"`;
    }
    if (typeof value === 'bigint') {
        return formatInteger(value, type?.base);
    }
    if (typeof value === 'number') {
        return type?.kind === 'float' ? formatDouble(value) : formatInteger(value, type?.base);
    }
    if (isArray(value)) {
        return `[${value.map(element => formatValue(element, type?.members?.[0])).join(', ')}]`;
    }
    if (type?.kind === 'enumeration') {
        const { value: integer, labels } = value as { value: TraceInteger; labels: readonly string[] };
        return labels[0] ?? String(integer);
    }
    const members = Object.entries(value).map(
        ([name, member]) => `${name}=${formatValue(member as FieldValue, memberOf(type, name))}`
    );
    return `[${members.join(', ')}]`;
}

function isArray(value: FieldValue): value is FieldValue[] {
    return Array.isArray(value);
}

function memberOf(type: FieldType | undefined, name: string): FieldType | undefined {
    return type?.members?.find(member => member.name === name);
}

function formatInteger(value: TraceInteger, base = 10): string {
    if (base === 10) {
        return String(value);
    }
    // Negative numbers are shown as the bits they are stored in.
    const bits = value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
    const digits = bits.toString(base);
    return base === 16 ? `0x${digits}` : base === 8 ? `0${digits}` : `0b${digits}`;
}

/** A double as Java writes it: `1.0`, `0.3333333333333333`, `1.5E9`. */
function formatDouble(value: number): string {
    const size = Math.abs(value);
    if (!Number.isFinite(value) || (size !== 0 && (size < PLAIN_FROM || size >= PLAIN_TO))) {
        const [mantissa, exponent] = value.toExponential().split('e');
        return exponent === undefined ? mantissa : `${withFraction(mantissa)}E${Number(exponent)}`;
    }
    return withFraction(String(value));
}

function withFraction(digits: string): string {
    return digits.includes('.') ? digits : `${digits}.0`;
}
