import { IntegerRange } from '../metadata/field-class';
import { MetadataError } from './metadata-error';

/** An object of JSON metadata whose properties are asked for as what they should be. Says where it is when one is not. */
export class JsonObject {
    private constructor(
        private readonly properties: Readonly<Record<string, unknown>>,
        readonly where: string
    ) {}

    /** @throws MetadataError when the value is no object */
    static of(value: unknown, where: string): JsonObject {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            throw new MetadataError(where, 'it must be a JSON object');
        }
        return new JsonObject(value as Record<string, unknown>, where);
    }

    /** The property as it is; undefined when there is none. */
    value(name: string): unknown {
        return Object.hasOwn(this.properties, name) ? this.properties[name] : undefined;
    }

    entries(): [string, unknown][] {
        return Object.entries(this.properties);
    }

    text(name: string): string {
        return this.optionalText(name) ?? this.missing(name);
    }

    optionalText(name: string): string | undefined {
        const value = this.value(name);
        if (value !== undefined && typeof value !== 'string') {
            throw this.error(`"${name}" must be a string`);
        }
        return value;
    }

    integer(name: string): bigint {
        return this.optionalInteger(name) ?? this.missing(name);
    }

    optionalInteger(name: string): bigint | undefined {
        const value = this.value(name);
        return value === undefined ? undefined : toInteger(value, `${this.where}/${name}`);
    }

    /** An integer from `min` to `max`. */
    bounded(name: string, min: number, max: number): number {
        const value = this.integer(name);
        if (value < BigInt(min) || value > BigInt(max)) {
            throw this.error(`"${name}" must lie between ${min} and ${max}, not ${value}`);
        }
        return Number(value);
    }

    object(name: string): JsonObject {
        return this.optionalObject(name) ?? this.missing(name);
    }

    optionalObject(name: string): JsonObject | undefined {
        const value = this.value(name);
        return value === undefined ? undefined : JsonObject.of(value, `${this.where}/${name}`);
    }

    /** The elements of an array; none when it is missing. */
    array(name: string): readonly unknown[] {
        const value = this.value(name) ?? [];
        if (!Array.isArray(value)) {
            throw this.error(`"${name}" must be an array`);
        }
        return value;
    }

    /** An array of objects. */
    objects(name: string): JsonObject[] {
        return this.array(name).map((element, index) => JsonObject.of(element, `${this.where}/${name}/${index}`));
    }

    /** A set of ranges of integers: `[[0, 3], [7, 7]]`. */
    ranges(name: string): IntegerRange[] {
        const ranges = this.array(name).map((range, index) => {
            const where = `${this.where}/${name}/${index}`;
            if (!Array.isArray(range) || range.length !== 2) {
                throw new MetadataError(where, 'a range must be an array of two integers');
            }
            const [low, high] = range.map(bound => toInteger(bound, where));
            if (high < low) {
                throw new MetadataError(where, `the range from ${low} to ${high} is upside down`);
            }
            return { low, high };
        });
        if (ranges.length === 0) {
            throw this.error(`"${name}" must have at least one range of integers`);
        }
        return ranges;
    }

    error(problem: string): MetadataError {
        return new MetadataError(this.where, problem);
    }

    private missing(name: string): never {
        throw this.error(`there is no "${name}"`);
    }
}

function toInteger(value: unknown, where: string): bigint {
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
        return BigInt(value);
    }
    throw new MetadataError(where, 'it must be an integer');
}
