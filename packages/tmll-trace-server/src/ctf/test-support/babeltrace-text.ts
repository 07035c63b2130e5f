import { EnumValue, FieldType, FieldValue, TraceEvent } from '../../trace/trace';

/** Prints an event as babeltrace2 does with `--names=all --fields=loglevel --no-delta --clock-seconds`. */
export function babeltraceText(event: TraceEvent, origin: bigint): string {
    const { type, cpu } = event;
    const ns = origin + BigInt(event.time);
    const seconds = `${ns / 1_000_000_000n}.${(ns % 1_000_000_000n).toString().padStart(9, '0')}`;
    return [
        `timestamp = ${seconds}`,
        ...(type.logLevel === undefined ? [] : [`loglevel = ${type.logLevel}`]),
        `name = ${type.name}`,
        ...(cpu < 0 ? [] : [`stream.packet.context = { cpu_id = ${cpu} }`]),
        ...(type.context.length ? [`stream.event.context = ${structure(type.context, event.context)}`] : []),
        `event.fields = ${structure(type.fields, event.fields)}`
    ].join(', ');
}

function structure(types: readonly FieldType[], values: Readonly<Record<string, FieldValue>>): string {
    const members = types.map(type => ` ${type.name} = ${field(type, values[type.name])}`);
    return `{${members.join(',')} }`;
}

function field(type: FieldType, value: FieldValue): string {
    switch (type.kind) {
        case 'integer':
            return integer(type, value as number | bigint);
        case 'enumeration': {
            const { labels, value: number } = value as EnumValue;
            const names = labels.length ? labels.map(quoted).join(', ') : '<unknown>';
            return `( ${names} : container = ${integer(type, number)} )`;
        }
        case 'float':
            return general(value as number);
        case 'string':
            return quoted(value as string);
        case 'structure':
            return structure(type.members ?? [], value as Record<string, FieldValue>);
        case 'array':
        case 'sequence': {
            const [element] = type.members ?? [];
            const elements = (value as FieldValue[]).map((one, index) => ` [${index}] = ${field(element, one)}`);
            return `[${elements.join(',')} ]`;
        }
        case 'variant':
            return `{ ${field(chosen(type, value), value)} }`;
        default:
            throw new Error(`Babeltrace's text of a ${type.kind} is not known here`);
    }
}

/** The option that a value belongs to, where options are of different kinds. */
function chosen({ members = [] }: FieldType, value: FieldValue): FieldType {
    const kind = typeof value === 'string' ? 'string' : typeof value === 'object' ? 'structure' : 'integer';
    return members.find(member => member.kind === kind) ?? members[0];
}

function integer({ base, size }: FieldType, value: number | bigint): string {
    if (base === 16) {
        const nibbles = Math.ceil((size ?? 64) / 4);
        return `0x${BigInt.asUintN(nibbles * 4, BigInt(value))
            .toString(16)
            .toUpperCase()}`;
    }
    return base === 8 ? `0${BigInt.asUintN(64, BigInt(value)).toString(8)}` : String(value);
}

function quoted(text: string): string {
    const escaped = text
        .replace(/[\\'"?]/g, '\\$&')
        .replace(/\n/g, '\\n')
        .replace(/\t/g, '\\t')
        .replace(/\r/g, '\\r');
    return `"${escaped}"`;
}

/** C's `%g`: six significant digits, halves rounded to even. */
function general(value: number): string {
    if (!Number.isFinite(value)) {
        return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
    }
    if (value === 0) {
        return Object.is(value, -0) ? '-0' : '0';
    }
    const [mantissa, power] = Math.abs(value).toExponential(60).split('e');
    const digits = mantissa.replace('.', '');
    let rounded = Number(digits.slice(0, 6));
    const rest = digits.slice(6);
    if (rest > '5'.padEnd(rest.length, '0') || (rest === '5'.padEnd(rest.length, '0') && rounded % 2 === 1)) {
        rounded++;
    }
    const exponent = Number(power) + (rounded === 1_000_000 ? 1 : 0);
    const significant = (rounded === 1_000_000 ? '100000' : String(rounded)).padStart(6, '0');
    const sign = value < 0 ? '-' : '';
    if (exponent < -4 || exponent >= 6) {
        const shown = stripZeros(`${significant[0]}.${significant.slice(1)}`);
        return `${sign}${shown}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
    }
    const fixed =
        exponent >= 0
            ? `${significant.slice(0, exponent + 1)}.${significant.slice(exponent + 1)}`
            : `0.${'0'.repeat(-exponent - 1)}${significant}`;
    return sign + stripZeros(fixed);
}

function stripZeros(number: string): string {
    return number.includes('.') ? number.replace(/\.?0*$/, '') : number;
}
