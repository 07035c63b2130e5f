/** JSON text to be put into an answer as it is: from another answer, or for what many parts of an answer share. */
export class RawJson {
    constructor(readonly text: string) {}
}

/** What an answer may be made of. Members that are undefined are left out. */
export type JsonValue =
    | string
    | number
    | bigint
    | boolean
    | null
    | undefined
    | RawJson
    | Float64Array
    | readonly JsonValue[]
    | { readonly [member: string]: JsonValue };

/**
 * Writes JSON in which bigints are plain integers. The numbers of a Float64Array are measured values: those that a reader would
 * take for an integer beyond a double get a fraction (`18446744073709552000.0`), so that clients that read such integers as
 * bigint still get a number.
 *
 * @throws RangeError for a number that JSON cannot say (NaN, infinite)
 */
export function writeJson(value: JsonValue): string {
    if (typeof value === 'bigint') {
        return value.toString();
    }
    if (typeof value === 'number') {
        return writeNumber(value);
    }
    if (value === null || typeof value !== 'object') {
        return JSON.stringify(value);
    }
    if (value instanceof RawJson) {
        return value.text;
    }
    if (value instanceof Float64Array) {
        return `[${Array.from(value, writeMeasured).join(',')}]`;
    }
    if (isList(value)) {
        return `[${value.map(element => writeJson(element ?? null)).join(',')}]`;
    }
    let members = '';
    for (const [name, member] of Object.entries(value)) {
        if (member !== undefined) {
            members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${writeJson(member)}`;
        }
    }
    return `{${members}}`;
}

function isList(value: object): value is readonly JsonValue[] {
    return Array.isArray(value);
}

function writeNumber(value: number): string {
    if (!Number.isFinite(value)) {
        throw new RangeError(`JSON has no number ${value}.`);
    }
    return String(value);
}

function writeMeasured(value: number): string {
    const text = writeNumber(value);
    return Number.isInteger(value) && !Number.isSafeInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
