import { defaultParameters, ParameterProperty, ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';
import { DetectorParameters, DETECTORS } from './detectors';

/** The parameters of module `anomalies`, by `ANOMALY_SCHEMA`. */
export interface AnomalyParameters extends DetectorParameters {
    /** One of `DETECTORS`. */
    readonly method: string;
    /** Step of the grid that series are brought to, a duration; empty = the module chooses. */
    readonly resample: string;
    /** Whether points at the minimum of a series are left out, as TMLL does. */
    readonly removeMinimum: boolean;
    /** How a further series is made of all: `none`, `zscore` or `pca`. */
    readonly combineMethod: string;
    /** Whether series are compared with their peers instead of with themselves. */
    readonly comparePeers: boolean;
}

const COMMON: Readonly<Record<keyof Omit<AnomalyParameters, keyof DetectorParameters>, ParameterProperty>> = {
    method: {
        type: 'string',
        title: 'Method',
        description: 'How points are judged.',
        default: DETECTORS[0].method,
        oneOf: DETECTORS.map(({ method, title, description }) => ({ const: method, title, description }))
    },
    resample: RESAMPLE_PARAMETER,
    removeMinimum: {
        type: 'boolean',
        title: 'Leave out the minimum',
        description:
            'Leaves out all points at the minimum of a series, for resources whose idle stretches do not count.',
        default: false
    },
    combineMethod: {
        type: 'string',
        title: 'Combine series',
        description: 'Looks also at one series that is made of all others.',
        default: 'none',
        oneOf: [
            { const: 'none', title: 'No', description: 'Each series by itself.' },
            {
                const: 'zscore',
                title: 'Z-scores',
                description: 'The root of the mean square of the z-scores of all: how unusual a moment is on the whole.'
            },
            {
                const: 'pca',
                title: 'Principal component',
                description: 'The first principal component of all: what they have in common.'
            }
        ]
    },
    comparePeers: {
        type: 'boolean',
        title: 'Compare peers',
        description:
            'Compares series that ought to behave alike with each other instead of with their own past: which CPU, thread ' +
            'or disk differs from the others.',
        default: false
    }
};

/** JSON schema of the parameters of module `anomalies`. A method's own parameters show with that method only. */
export const ANOMALY_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:anomalies',
    title: 'Anomaly detection',
    description: 'Finds points and periods in which a series differs from what is usual for it.',
    type: 'object',
    properties: { ...COMMON, ...detectorProperties() },
    additionalProperties: false
};

/** The parameters with which a module runs that is told nothing. */
export const DEFAULT_ANOMALY_PARAMETERS = defaultParameters<AnomalyParameters>(ANOMALY_SCHEMA.properties);

function detectorProperties(): Record<string, ParameterProperty> {
    const methodsOf = new Map<string, string[]>();
    const properties: Record<string, ParameterProperty> = {};
    for (const detector of DETECTORS) {
        for (const [name, property] of Object.entries(detector.properties)) {
            const methods = [...(methodsOf.get(name) ?? []), detector.method];
            methodsOf.set(name, methods);
            properties[name] = { ...property, 'x-visibleWhen': { method: methods } };
        }
    }
    return properties;
}
