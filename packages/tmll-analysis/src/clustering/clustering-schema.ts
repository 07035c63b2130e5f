import { DURATION_PATTERN } from '../series/duration';
import { defaultParameters, ParameterProperty, ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';
import { ClusterMethod } from './cluster';
import { Scaling } from './prepare';

/** The parameters of module `cluster`, by `CLUSTERING_SCHEMA`. */
export interface ClusteringParameters {
    readonly method: ClusterMethod;
    readonly of: 'both' | 'series' | 'phases';
    /** 0 = chosen. */
    readonly clusters: number;
    /** Length of the windows that phases are made of; empty = a hundredth of the range. */
    readonly window: string;
    readonly scaling: Scaling;
    /** Of `dbscan`; 0 = by the data. */
    readonly eps: number;
    readonly minSamples: number;
    readonly randomState: number;
    readonly resample: string;
}

function choices(list: readonly (readonly [string, string, string])[]): ParameterProperty['oneOf'] {
    return list.map(([value, title, description]) => ({ const: value, title, description }));
}

const PROPERTIES: Readonly<Record<keyof ClusteringParameters, ParameterProperty>> = {
    method: {
        type: 'string',
        title: 'Method',
        description: 'How what is alike is grouped.',
        default: 'kmeans',
        oneOf: choices([
            ['kmeans', 'k-means', 'Around centres; for round groups.'],
            [
                'hierarchical',
                'Hierarchical',
                'By joining the two nearest over and over (Ward); for groups of different sizes.'
            ],
            [
                'dbscan',
                'DBSCAN',
                'Where it is dense; the rest is noise. For groups of any shape and an unknown number.'
            ],
            ['spectral', 'Spectral', 'By who is near whom; for groups of any shape.']
        ])
    },
    of: {
        type: 'string',
        title: 'What is grouped',
        description: 'Series that move alike, stretches of time in which all behave alike, or both.',
        default: 'both',
        oneOf: choices([
            ['both', 'Both', 'Series and phases.'],
            ['series', 'Series', 'Series that move alike.'],
            ['phases', 'Phases', 'Stretches of time in which all series behave alike.']
        ])
    },
    clusters: {
        type: 'integer',
        title: 'Number of groups',
        description: 'How many groups there are. 0: as many as are told apart best, perhaps one.',
        default: 0,
        minimum: 0,
        maximum: 50
    },
    window: {
        type: 'string',
        title: 'Window',
        description: 'Length of the pieces that phases are made of, such as "100ms". Empty: a hundredth of the range.',
        default: '',
        pattern: `^$|${DURATION_PATTERN}`
    },
    scaling: {
        type: 'string',
        title: 'Scaling',
        description: 'How series of different units are made comparable, for phases.',
        default: 'standard',
        oneOf: choices([
            ['standard', 'Standard', 'To mean 0 and standard deviation 1.'],
            ['minmax', 'Range', 'To 0 … 1.'],
            ['maxabs', 'Magnitude', 'By the largest magnitude.'],
            [
                'robust',
                'Robust',
                'By median and interquartile range; outliers matter less to it, and more to the groups.'
            ],
            ['none', 'None', 'As they are.']
        ])
    },
    eps: {
        type: 'number',
        title: 'Reach',
        description: 'How near two must be to be neighbours. 0: by the distances that there are.',
        default: 0,
        minimum: 0,
        'x-visibleWhen': { method: ['dbscan'] }
    },
    minSamples: {
        type: 'integer',
        title: 'Neighbours of a core',
        description: 'How many must be within reach, itself among them, for a place to be dense.',
        default: 5,
        minimum: 1,
        'x-visibleWhen': { method: ['dbscan'] }
    },
    randomState: {
        type: 'integer',
        title: 'Random state',
        description: 'The same number gives the same groups.',
        default: 42,
        minimum: 0,
        'x-visibleWhen': { method: ['kmeans', 'spectral'] }
    },
    resample: RESAMPLE_PARAMETER
};

/** JSON schema of the parameters of module `cluster`. */
export const CLUSTERING_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:cluster',
    title: 'Behaviour clustering',
    description:
        'Groups series that move alike, and finds the phases of a trace: stretches of time in which all behave alike.',
    type: 'object',
    properties: PROPERTIES,
    additionalProperties: false
};

/** The parameters with which a module runs that is told nothing. */
export const DEFAULT_CLUSTERING_PARAMETERS = defaultParameters<ClusteringParameters>(PROPERTIES);
