import type { EventType, FieldType, FieldValue, TraceEvent, TraceInteger } from '../../trace/trace';

/** Doubles outside of this range Java writes with an exponent. */
const PLAIN_FROM = 1e-3;
const PLAIN_TO = 1e7;

type Values = TraceEvent['fields'];
/** Writes values as `name=value` with commas between; empty when there are none. */
type ListWriter = (values: Values) => string;

interface TypeWriters {
    readonly fields: ListWriter;
    readonly context: ListWriter;
    /** As `context`, with the prefix that contexts have among the fields. */
    readonly prefixedContext: ListWriter;
}

/** A search formats millions of events, so what a type's text is made of is found once. */
const writersByType = new WeakMap<EventType, TypeWriters>();

/**
 * The fields of an event as Trace Compass writes them: `size=8, ptr=0x1f4bee0, context.cpu_id=3, context._vtid=10611`.
 * Text stands in quotes, integers in the base their type asks for, arrays and structures in brackets.
 */
export function formatContents(event: TraceEvent): string {
    const writers = writersOf(event.type);
    const cpu = event.cpu >= 0 ? `context.cpu_id=${event.cpu}` : '';
    return join(join(writers.fields(event.fields), cpu), writers.prefixedContext(event.context));
}

/** The contexts of an event as Trace Compass writes them: `[vpid=17, procname="shop"]`; empty when it has none. */
export function formatContext(event: TraceEvent): string {
    const text = writersOf(event.type).context(event.context);
    return text === '' ? '' : `[${text}]`;
}

function writersOf(type: EventType): TypeWriters {
    let writers = writersByType.get(type);
    if (!writers) {
        writers = {
            fields: listWriter(type.fields, ''),
            context: listWriter(type.context, ''),
            prefixedContext: listWriter(type.context, 'context._')
        };
        writersByType.set(type, writers);
    }
    return writers;
}

function listWriter(types: readonly FieldType[], prefix: string): ListWriter {
    return values => {
        let text = '';
        for (const type of types) {
            const value = values[type.name];
            if (value !== undefined) {
                text = join(text, `${prefix}${type.name}=${formatValue(value, type)}`);
            }
        }
        return text;
    };
}

function join(left: string, right: string): string {
    return left === '' ? right : right === '' ? left : `${left}, ${right}`;
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
