import Ajv, { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { ParameterError } from '../series/parameter-error';
import { ParameterProperty, ParameterSchema } from '../series/parameter-schema';

/** Compiling a schema takes some ms, so each is compiled once. */
const validators = new WeakMap<ParameterSchema, ValidateFunction>();

/**
 * Checks parameters against a module's schema and fills its defaults in.
 * @param values are left as they are; undefined counts as not given
 * @returns all parameters of the schema
 * @throws ParameterError naming the parameter, its value and what is allowed, when one is wrong or unknown
 */
export function validateParameters<P extends object = Record<string, unknown>>(
    schema: ParameterSchema,
    values: Readonly<Record<string, unknown>>
): P {
    const validate = validators.get(schema) ?? new Ajv({ useDefaults: true, strict: false }).compile(schema);
    validators.set(schema, validate);
    const filled: Record<string, unknown> = { ...values };
    if (!validate(filled)) {
        throw new ParameterError(sentence(schema, filled, validate.errors?.[0]));
    }
    return filled as P;
}

function sentence(schema: ParameterSchema, values: Readonly<Record<string, unknown>>, error?: ErrorObject): string {
    if (error?.keyword === 'additionalProperties') {
        const known = Object.keys(schema.properties).join(', ');
        return `There is no parameter "${error.params.additionalProperty}"; there are: ${known}.`;
    }
    const name = error?.instancePath.slice(1) ?? '';
    return `"${name}" is ${shown(values[name])}; it must be ${allowed(schema.properties[name])}.`;
}

function shown(value: unknown): string {
    return typeof value === 'string' || (typeof value === 'object' && value !== null)
        ? JSON.stringify(value)
        : String(value);
}

/** What a parameter may be: `a whole number of at least 2`. */
function allowed(property: ParameterProperty): string {
    if (property.oneOf) {
        return `one of ${property.oneOf.map(choice => choice.const).join(', ')}`;
    }
    switch (property.type) {
        case 'boolean':
            return 'true or false';
        case 'string':
            return property.pattern === undefined ? 'a text' : textLike(property);
        case 'integer':
            return `a whole number${bounds(property)}`;
        case 'number':
            return `a number${bounds(property)}`;
    }
}

function textLike({ pattern = '', default: example }: ParameterProperty): string {
    const usual = pattern.includes('ms|s|') ? 'a duration such as "100ms"' : `a text like ${JSON.stringify(example)}`;
    return new RegExp(pattern, 'u').test('') ? `${usual}, or empty` : usual;
}

function bounds({ minimum, exclusiveMinimum, maximum }: ParameterProperty): string {
    if (minimum !== undefined) {
        return maximum === undefined ? ` from ${minimum} on` : ` from ${minimum} to ${maximum}`;
    }
    const above = exclusiveMinimum === undefined ? '' : ` above ${exclusiveMinimum}`;
    const upTo = maximum === undefined ? '' : ` up to ${maximum}`;
    return above && upTo ? `${above} and${upTo}` : above + upTo;
}
