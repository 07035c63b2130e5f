import { DURATION_PATTERN } from '../../series/duration';
import { ParameterSchema, RESAMPLE_PARAMETER } from '../../series/parameter-schema';

/** The parameters of module `lag`, by `LAG_SCHEMA`. */
export interface LagParameters {
    /** Part of the id, the name or the label path of the one series; empty where a selection names both. */
    readonly first: string;
    readonly second: string;
    /** Greatest lag: a number of samples, or a duration; empty = by the number of points (`defaultMostLag`). */
    readonly maxLag: string;
    readonly resample: string;
    readonly prewhiten: boolean;
    readonly significance: number;
    readonly granger: boolean;
}

/** JSON schema of the parameters of module `lag`. */
export const LAG_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:lag',
    title: 'Lag',
    description: 'Finds which of two series moves first, and by how much.',
    type: 'object',
    properties: {
        first: {
            type: 'string',
            title: 'First series',
            description: 'Part of its id, name or label path. Empty: the first of two selected series.',
            default: ''
        },
        second: {
            type: 'string',
            title: 'Second series',
            description: 'Part of its id, name or label path. Empty: the second of two selected series.',
            default: ''
        },
        maxLag: {
            type: 'string',
            title: 'Greatest lag',
            description: 'A number of samples, or a duration such as "400ms". Empty: chosen by the number of points.',
            default: '',
            pattern: `^$|^\\s*\\d+\\s*$|${DURATION_PATTERN}`
        },
        resample: RESAMPLE_PARAMETER,
        prewhiten: {
            type: 'boolean',
            title: 'Whiten first',
            description: 'Takes out what the own past of both series tells, so that only a real lag stands out.',
            default: true
        },
        significance: {
            type: 'number',
            title: 'Significance',
            description: 'The chance of a lag standing out between series that have nothing to do with each other.',
            default: 0.01,
            exclusiveMinimum: 0,
            maximum: 0.5
        },
        granger: {
            type: 'boolean',
            title: 'Granger test',
            description: 'Also tests, both ways, whether the past of one series helps to foretell the other.',
            default: false
        }
    },
    additionalProperties: false
};
