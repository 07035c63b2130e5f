import { ParameterSchema } from '../../series/parameter-schema';

/** The parameters of module `explain`, by `WINDOW_SCHEMA`. */
export interface WindowParameters {
    /** Ns since the epoch, decimal; empty = by the window (`windowGrid`), or the trace's own end where the other is given. */
    readonly baselineFrom: string;
    readonly baselineTo: string;
    /** Part of the id, the name or the label path of the series that shows the symptom; empty = the window is the symptom. */
    readonly symptom: string;
    /** The share of false ones among the findings that is tolerated; the causes are ranked all the same. */
    readonly significance: number;
}

/** JSON schema of the parameters of module `explain`. */
export const WINDOW_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:explain',
    title: 'Root cause',
    description: 'Ranks what changed in a range of time: every series, thread, CPU, system call and event type.',
    type: 'object',
    properties: {
        baselineFrom: {
            type: 'string',
            title: 'Baseline from',
            description: 'Ns since the epoch. Empty: the four ranges before the one to explain are what is usual.',
            default: '',
            pattern: '^$|^\\d{1,19}$'
        },
        baselineTo: {
            type: 'string',
            title: 'Baseline to',
            description: 'Ns since the epoch. Empty: where the range to explain starts.',
            default: '',
            pattern: '^$|^\\d{1,19}$'
        },
        symptom: {
            type: 'string',
            title: 'Symptom',
            description:
                'The series that shows the symptom: part of its id, name or label path. Empty: the range itself.',
            default: ''
        },
        significance: {
            type: 'number',
            title: 'Significance',
            description: 'The share of false ones that is tolerated among the findings, over all that was looked at.',
            default: 0.05,
            exclusiveMinimum: 0,
            maximum: 0.5
        }
    },
    additionalProperties: false
};
