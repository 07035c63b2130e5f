import { DURATION_PATTERN } from './duration';

/**
 * JSON Schema (2020-12) of a module's parameters, held to what a form, a command line and TSP's configuration types can all
 * show: a flat object of numbers, integers, booleans, strings and choices. Every property has a default.
 */
export interface ParameterSchema {
    readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
    readonly $id: string;
    readonly title: string;
    readonly description: string;
    readonly type: 'object';
    readonly properties: Readonly<Record<string, ParameterProperty>>;
    readonly additionalProperties: false;
}

export interface ParameterProperty {
    readonly type: 'number' | 'integer' | 'boolean' | 'string';
    /** Short name for a form's label. */
    readonly title: string;
    readonly description: string;
    readonly default: number | boolean | string;
    readonly minimum?: number;
    readonly exclusiveMinimum?: number;
    readonly maximum?: number;
    /** Choices, each with a line on when it fits. */
    readonly oneOf?: readonly { readonly const: string; readonly title: string; readonly description: string }[];
    /** A duration such as `100ms` has the pattern of `DURATION_PATTERN`. */
    readonly pattern?: string;
    /** Shown only while another property has one of these values, e.g. `{ method: ['zscore', 'combined'] }`. */
    readonly 'x-visibleWhen'?: Readonly<Record<string, readonly string[]>>;
}

/** The parameter that sets the time between points; empty leaves it to the length of the trace. */
export const RESAMPLE_PARAMETER: ParameterProperty = {
    type: 'string',
    title: 'Resampling step',
    description: 'Time between points, such as "100ms". Empty: chosen by the length of the trace.',
    default: '',
    pattern: `^$|${DURATION_PATTERN}`
};

/** The parameters with which a module runs that is told nothing: the defaults of a schema's properties. */
export function defaultParameters<P>(properties: ParameterSchema['properties']): P {
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, property.default])) as P;
}
