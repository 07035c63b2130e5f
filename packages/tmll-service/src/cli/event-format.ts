import { FieldValue, TraceEvent } from 'tmll-trace-server';
import { formatNs } from 'tmll-analysis/algorithms';

/** An event as JSON: `{ns, type, stream, cpu, fields, context}`; integers that a double cannot hold are decimal strings. */
export function eventToJson({ time, type, stream, cpu, fields, context }: TraceEvent, origin: bigint): string {
    const ns = String(origin + BigInt(time));
    return JSON.stringify({ ns, type: type.name, stream: stream.file, cpu, fields, context }, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value
    );
}

/** An event for people: time, type, CPU, context and fields in a line. */
export function eventToText({ time, type, cpu, fields, context }: TraceEvent, origin: bigint): string {
    const at = `${formatNs(origin + BigInt(time))} ${type.name}`;
    const where = cpu < 0 ? '' : ` cpu=${cpu}`;
    const [about, payload] = [context, fields].map(members);
    return `${at}${where}${about ? ` {${about}}` : ''}${payload ? ` ${payload}` : ''}`;
}

function members(values: Readonly<Record<string, FieldValue>>): string {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${show(value)}`)
        .join(', ');
}

function show(value: FieldValue): string {
    if (Array.isArray(value)) {
        return `[${value.map(show).join(', ')}]`;
    }
    if (typeof value === 'object') {
        return isEnumeration(value) ? showEnumeration(value) : `{${members(value)}}`;
    }
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

type Enumeration = Extract<FieldValue, { labels: unknown }>;

function isEnumeration(value: object): value is Enumeration {
    return 'labels' in value && 'value' in value && Array.isArray(value.labels);
}

function showEnumeration({ value, labels }: Enumeration): string {
    return labels.length === 0 ? `<unknown>(${value})` : `${labels.join('|')}(${value})`;
}
