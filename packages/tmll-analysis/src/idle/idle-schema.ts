import { DURATION_PATTERN } from '../series/duration';
import { defaultParameters, ParameterProperty, ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';

/** The parameters of module `idle`, by `IDLE_SCHEMA`. */
export interface IdleParameters {
    /** % of one CPU. */
    readonly cpuIdleThreshold: number;
    /** MiB; 0 = a tenth of the peak. */
    readonly memoryIdleThreshold: number;
    /** MiB/s; 0 = a tenth of the peak. */
    readonly diskIdleThreshold: number;
    /** Fewest time below the threshold; empty = a twentieth of the range. */
    readonly idleTime: string;
    /** Whether the states of CPUs are looked at, where there are any. */
    readonly scheduling: boolean;
    readonly resample: string;
}

const PROPERTIES: Readonly<Record<keyof IdleParameters, ParameterProperty>> = {
    cpuIdleThreshold: {
        type: 'number',
        title: 'CPU idle below, in %',
        description: 'A CPU that is used less than this is idle, in percent; of several CPUs, as many times that.',
        default: 10,
        exclusiveMinimum: 0
    },
    memoryIdleThreshold: {
        type: 'number',
        title: 'Memory idle below, in MiB',
        description: 'Memory of which less is used is idle, in MiB. 0: a tenth of the peak.',
        default: 0,
        minimum: 0
    },
    diskIdleThreshold: {
        type: 'number',
        title: 'Disk idle below, in MiB/s',
        description: 'A disk with less throughput is idle, in MiB/s. 0: a tenth of the peak.',
        default: 0,
        minimum: 0
    },
    idleTime: {
        type: 'string',
        title: 'Shortest idle time',
        description:
            'A resource is idle when it stays below its threshold for so long, such as "1m". Empty: a twentieth of the range.',
        default: '',
        pattern: `^$|${DURATION_PATTERN}`
    },
    scheduling: {
        type: 'boolean',
        title: 'Scheduling of CPUs',
        description:
            'Also tells how threads share the CPUs, from the states of the Resources Status, where there is one.',
        default: true
    },
    resample: RESAMPLE_PARAMETER
};

/** JSON schema of the parameters of module `idle`. */
export const IDLE_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:idle',
    title: 'Idle resources',
    description: 'Finds CPUs, memory and disks that rest, and tells how threads share the CPUs.',
    type: 'object',
    properties: PROPERTIES,
    additionalProperties: false
};

/** The parameters with which a module runs that is told nothing. */
export const DEFAULT_IDLE_PARAMETERS = defaultParameters<IdleParameters>(PROPERTIES);
