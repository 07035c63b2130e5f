import { DURATION_PATTERN } from '../series/duration';
import { defaultParameters, ParameterProperty, ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';
import { FORECASTERS } from './forecasters';

/** The parameters of module `forecast`, by `CAPACITY_SCHEMA`. */
export interface CapacityParameters {
    /** `auto`, `var`, or one of `FORECASTERS`. */
    readonly method: string;
    readonly forecastSteps: number;
    /** % of one CPU. */
    readonly cpuThreshold: number;
    /** MiB; 0 = one and a half times the peak. */
    readonly memoryThreshold: number;
    /** MiB/s; 0 = one and a half times the peak. */
    readonly diskThreshold: number;
    /** A violation that lasts so long is sustained; empty = a tenth of what is forecast. */
    readonly warningPeriod: string;
    readonly confidence: number;
    /** In points; 0 = found. */
    readonly period: number;
    readonly resample: string;
}

const PROPERTIES: Readonly<Record<keyof CapacityParameters, ParameterProperty>> = {
    method: {
        type: 'string',
        title: 'Method',
        description: 'How a series goes on.',
        default: 'auto',
        oneOf: [
            {
                const: 'auto',
                title: 'Automatic',
                description:
                    'The median of the methods that would have done best before, tried from up to eight earlier times.'
            },
            {
                const: 'var',
                title: 'Vector autoregression',
                description: 'All series of a kind from the last values of all.'
            },
            ...FORECASTERS.map(({ method, title, description }) => ({ const: method, title, description }))
        ]
    },
    forecastSteps: {
        type: 'integer',
        title: 'Steps ahead',
        description: 'How many points are forecast.',
        default: 100,
        minimum: 1,
        maximum: 10_000
    },
    cpuThreshold: {
        type: 'number',
        title: 'CPU limit in %',
        description: 'Usage of a CPU that should not be exceeded, in percent; of several CPUs, as many times that.',
        default: 85,
        exclusiveMinimum: 0
    },
    memoryThreshold: {
        type: 'number',
        title: 'Memory limit in MiB',
        description: 'Memory that should not be exceeded, in MiB. 0: one and a half times the peak.',
        default: 0,
        minimum: 0
    },
    diskThreshold: {
        type: 'number',
        title: 'Disk limit in MiB/s',
        description: 'Disk throughput that should not be exceeded, in MiB/s. 0: one and a half times the peak.',
        default: 0,
        minimum: 0
    },
    warningPeriod: {
        type: 'string',
        title: 'Sustained from',
        description: 'A violation that lasts so long is sustained, such as "1m". Empty: a tenth of what is forecast.',
        default: '',
        pattern: `^$|${DURATION_PATTERN}`
    },
    confidence: {
        type: 'number',
        title: 'Confidence',
        description: 'Share of the values to come that should lie within the band.',
        default: 0.95,
        minimum: 0.5,
        maximum: 0.999
    },
    period: {
        type: 'integer',
        title: 'Period',
        description: 'Number of points after which the series repeats. 0: found in the series.',
        default: 0,
        minimum: 0
    },
    resample: RESAMPLE_PARAMETER
};

/** JSON schema of the parameters of module `forecast`. */
export const CAPACITY_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:forecast',
    title: 'Capacity forecast',
    description: 'Forecasts the use of CPU, memory and disk, and tells when and how probably limits are exceeded.',
    type: 'object',
    properties: PROPERTIES,
    additionalProperties: false
};

/** The parameters with which a module runs that is told nothing. */
export const DEFAULT_CAPACITY_PARAMETERS = defaultParameters<CapacityParameters>(PROPERTIES);
