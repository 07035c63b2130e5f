import { nls } from '@theia/core';
import { ParameterProperty, ParameterSchema } from 'tmll-analysis/algorithms';

/** What stands in the fields of a form, by the parameter's name: as typed, or a tick. */
export type ParameterValues = Readonly<Record<string, string | boolean>>;

/** What a form comes to: parameters for a request, or what is wrong with which field, a sentence each. */
export interface ParsedParameters {
    readonly parameters: Readonly<Record<string, number | boolean | string>>;
    readonly errors: Readonly<Record<string, string>>;
}

/** The fields of a form nobody has touched. */
export function defaultValues(schema: ParameterSchema): ParameterValues {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(entries.map(([name, property]) => [name, fieldValue(property.default)]));
}

/** The fields of a form that holds the parameters of a request; those that it does not name are at their defaults. */
export function valuesOf(schema: ParameterSchema, parameters: Readonly<Record<string, unknown>>): ParameterValues {
    const given = Object.entries(parameters).filter(([name]) => name in schema.properties);
    return {
        ...defaultValues(schema),
        ...Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'boolean' ? value : String(value)]))
    };
}

/**
 * Names of the parameters that matter with these values: in the order of the schema, but each followed by those that depend
 * on it.
 */
export function visibleParameters(schema: ParameterSchema, values: ParameterValues): string[] {
    const all = Object.entries(schema.properties);
    const dependOn = (name: string): string[] =>
        all
            .filter(([, property]) => Object.keys(property['x-visibleWhen'] ?? {})[0] === name)
            .filter(([, property]) => isVisible(property, values))
            .flatMap(([dependent]) => [dependent, ...dependOn(dependent)]);
    return all
        .filter(([, property]) => Object.keys(property['x-visibleWhen'] ?? {}).length === 0)
        .flatMap(([name]) => [name, ...dependOn(name)]);
}

/** Reads the fields that are visible; the others keep their defaults. */
export function parseParameters(schema: ParameterSchema, values: ParameterValues): ParsedParameters {
    const parameters: Record<string, number | boolean | string> = {};
    const errors: Record<string, string> = {};
    for (const name of visibleParameters(schema, values)) {
        const property = schema.properties[name];
        const parsed = parseValue(property, values[name] ?? fieldValue(property.default));
        if ('error' in parsed) {
            errors[name] = parsed.error;
        } else {
            parameters[name] = parsed.value;
        }
    }
    return { parameters, errors };
}

/** The parameters that matter and are not at their defaults, in words: `Method: IQR, IQR factor 3`; empty when there are none. */
export function describeChanges(schema: ParameterSchema, parameters: Readonly<Record<string, unknown>>): string {
    const values = valuesOf(schema, parameters);
    const defaults = defaultValues(schema);
    return visibleParameters(schema, values)
        .filter(name => values[name] !== defaults[name])
        .map(name => {
            const { title, oneOf } = schema.properties[name];
            const value = values[name];
            if (typeof value === 'boolean') {
                return value ? title : nls.localize('tmll/form/not', 'not: {0}', title);
            }
            return `${title} ${oneOf?.find(choice => choice.const === value)?.title ?? value}`;
        })
        .join(', ');
}

function fieldValue(value: number | boolean | string): string | boolean {
    return typeof value === 'number' ? String(value) : value;
}

function isVisible(property: ParameterProperty, values: ParameterValues): boolean {
    return Object.entries(property['x-visibleWhen'] ?? {}).every(([name, accepted]) =>
        accepted.includes(String(values[name]))
    );
}

type Parsed = { readonly value: number | boolean | string } | { readonly error: string };

function parseValue(property: ParameterProperty, value: string | boolean): Parsed {
    if (typeof value === 'boolean') {
        return { value };
    }
    return property.type === 'number' || property.type === 'integer'
        ? parseNumber(property, value)
        : parseText(property, value);
}

function parseNumber(property: ParameterProperty, text: string): Parsed {
    const value = text.trim() === '' ? NaN : Number(text);
    if (!Number.isFinite(value)) {
        return { error: nls.localize('tmll/form/number', 'Enter a number.') };
    }
    if (property.type === 'integer' && !Number.isInteger(value)) {
        return { error: nls.localize('tmll/form/integer', 'Enter a whole number.') };
    }
    const { minimum, exclusiveMinimum, maximum } = property;
    if (minimum !== undefined && value < minimum) {
        return { error: nls.localize('tmll/form/minimum', 'Must be at least {0}.', minimum) };
    }
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
        return { error: nls.localize('tmll/form/exclusiveMinimum', 'Must be more than {0}.', exclusiveMinimum) };
    }
    if (maximum !== undefined && value > maximum) {
        return { error: nls.localize('tmll/form/maximum', 'Must be at most {0}.', maximum) };
    }
    return { value };
}

function parseText(property: ParameterProperty, text: string): Parsed {
    const value = text.trim();
    if (property.oneOf && !property.oneOf.some(choice => choice.const === value)) {
        return { error: nls.localize('tmll/form/choice', 'Choose one of the values.') };
    }
    // As in JSON Schema, the pattern says itself where it is anchored.
    if (property.pattern !== undefined && !new RegExp(property.pattern, 'u').test(value)) {
        const example = String(property.default) || '100ms';
        return { error: nls.localize('tmll/form/pattern', 'Not understood: write it like "{0}".', example) };
    }
    return { value };
}
