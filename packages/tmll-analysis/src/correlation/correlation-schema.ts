import { ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';
import { CorrelationMethod } from './coefficients';

/** The parameters of module `correlate`, by `CORRELATION_SCHEMA`. */
export interface CorrelationParameters {
    /** `auto` takes for each pair what fits its data. */
    readonly method: CorrelationMethod | 'auto';
    /** Step of the grid that series are brought to, a duration; empty = the module chooses. */
    readonly resample: string;
    /** The share of false ones among the pairs called related that is tolerated. */
    readonly significance: number;
    /** Whether each pair is also compared at lags. */
    readonly lags: boolean;
}

/** JSON schema of the parameters of module `correlate`. */
export const CORRELATION_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:correlate',
    title: 'Correlation',
    description: 'Finds series that move together, and which of them moves first.',
    type: 'object',
    properties: {
        method: {
            type: 'string',
            title: 'Method',
            description: 'What is compared.',
            default: 'auto',
            oneOf: [
                { const: 'auto', title: 'What fits', description: 'For each pair the one that fits its data.' },
                {
                    const: 'pearson',
                    title: 'Pearson',
                    description: 'The values: straight relations of values without far outliers.'
                },
                {
                    const: 'spearman',
                    title: 'Spearman',
                    description: 'The order of the values: any rising or falling relation; outliers do not matter.'
                },
                {
                    const: 'kendall',
                    title: 'Kendall (tau-b)',
                    description: 'The order of pairs of values: few different values, few points.'
                }
            ]
        },
        resample: RESAMPLE_PARAMETER,
        significance: {
            type: 'number',
            title: 'Significance',
            description: 'The share of false ones that is tolerated among the pairs called related, over all pairs.',
            default: 0.05,
            exclusiveMinimum: 0,
            maximum: 0.5
        },
        lags: {
            type: 'boolean',
            title: 'Look at lags',
            description: 'Compares each pair also at lags, so that a series that follows another is found and named.',
            default: true
        }
    },
    additionalProperties: false
};
