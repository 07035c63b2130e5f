/** JSON text to be put into an answer as it is: from another answer, or written in one go. */
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
    | readonly JsonValue[]
    | { readonly [member: string]: JsonValue };

/**
 * JSON in which bigints are plain integers, as TSP wants times.
 * @throws RangeError for a number that JSON cannot say (NaN, infinite)
 */
export function exactJson(value: JsonValue): string {
    if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new RangeError(`JSON has no number ${value}.`);
    }
    if (typeof value === 'bigint') {
        return value.toString();
    }
    if (value instanceof RawJson) {
        return value.text;
    }
    if (value === null || typeof value !== 'object') {
        return JSON.stringify(value);
    }
    if (isList(value)) {
        return `[${value.map(element => exactJson(element ?? null)).join(',')}]`;
    }
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${exactJson(member)}`).join(',')}}`;
}

function isList(value: object): value is readonly JsonValue[] {
    return Array.isArray(value);
}
