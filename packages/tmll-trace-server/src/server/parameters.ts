import { missing, TspError } from './tsp-error';

/** The `parameters` of a request's body, read with checks. */
export class Parameters {
    private constructor(private readonly values: Readonly<Record<string, unknown>>) {}

    /** @param body the parsed body; one without `parameters` has none */
    static of(body: unknown): Parameters {
        return new Parameters(isObject(body) && isObject(body.parameters) ? body.parameters : {});
    }

    /** The members of a body that has no `parameters` around them. */
    static ofWhole(body: unknown): Parameters {
        return new Parameters(isObject(body) ? body : {});
    }

    has(name: string): boolean {
        return this.values[name] !== undefined && this.values[name] !== null;
    }

    /** A text. @throws TspError 400 when it is missing, empty or no text */
    text(name: string): string {
        const value = this.values[name];
        if (!this.has(name) || value === '') {
            throw missing(name);
        }
        if (typeof value !== 'string') {
            throw wrong(name, 'a text');
        }
        return value;
    }

    /** A text that may be missing. */
    optionalText(name: string): string | undefined {
        return this.has(name) ? this.text(name) : undefined;
    }

    /** A list of texts. */
    texts(name: string): string[] {
        return this.list(name).map(value => {
            if (typeof value !== 'string') {
                throw wrong(name, 'a list of texts');
            }
            return value;
        });
    }

    /** A whole number of at least 0. */
    count(name: string): number {
        if (!this.has(name)) {
            throw missing(name);
        }
        return toCount(this.values[name], name);
    }

    /** A list of whole numbers of at least 0. */
    counts(name: string): number[] {
        return this.list(name).map(value => toCount(value, name));
    }

    /** A time or duration in ns that may be missing. */
    optionalTime(name: string): bigint | undefined {
        return this.has(name) ? toTime(this.values[name], name) : undefined;
    }

    /** A list of times in ns since the epoch. */
    times(name: string): bigint[] {
        return this.list(name).map(value => toTime(value, name));
    }

    /** An object with members of its own. */
    object(name: string): Parameters {
        const value = this.values[name];
        if (!this.has(name)) {
            throw missing(name);
        }
        if (!isObject(value)) {
            throw wrong(name, 'an object');
        }
        return new Parameters(value);
    }

    /** Its members. */
    entries(): [string, unknown][] {
        return Object.entries(this.values);
    }

    /** A time in ns since the epoch. */
    time(name: string): bigint {
        if (!this.has(name)) {
            throw missing(name);
        }
        return toTime(this.values[name], name);
    }

    /** A boolean; false when it is missing. */
    flag(name: string): boolean {
        const value = this.has(name) ? this.values[name] : false;
        if (typeof value !== 'boolean') {
            throw wrong(name, 'true or false');
        }
        return value;
    }

    private list(name: string): unknown[] {
        const value = this.values[name];
        if (!this.has(name)) {
            throw missing(name);
        }
        if (!Array.isArray(value)) {
            throw wrong(name, 'a list');
        }
        return value;
    }
}

/** 400 for a parameter of another kind than it should be. */
export function wrong(name: string, expected: string): TspError {
    return new TspError(400, `Parameter ${name} must be ${expected}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toCount(value: unknown, name: string): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw wrong(name, 'made of whole numbers from 0');
    }
    return value;
}

function toTime(value: unknown, name: string): bigint {
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) {
        const time = BigInt(value);
        if (BigInt.asIntN(64, time) === time) {
            return time;
        }
    }
    throw wrong(name, 'made of whole numbers of 64 bits (ns since the epoch)');
}
