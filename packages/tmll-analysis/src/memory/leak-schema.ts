import { DURATION_PATTERN } from '../series/duration';
import { defaultParameters, ParameterSchema } from '../series/parameter-schema';

/** The parameters of module `leaks`, by `LEAK_SCHEMA`. */
export interface LeakParameters {
    /** Length of a window of the series over time, a duration; empty: chosen by the length of the trace. */
    readonly windowSize: string;
    /** Share of the touched pages' bytes without a live block, from which a heap counts as fragmented. */
    readonly fragmentationThreshold: number;
    /** Growth in B/s below which a leak is at most LOW. */
    readonly slopeThreshold: number;
    /** MiB that may be lost before it hurts. */
    readonly memoryBudget: number;
    readonly heap: 'process' | 'kernel';
    /** Path of a JSON file with the symbols of modules; empty: those of the modules themselves, where they are at hand. */
    readonly symbols: string;
}

/** JSON schema of the parameters of module `leaks`. */
export const LEAK_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:leaks',
    title: 'Memory leak detection',
    description: 'Follows every block of memory from its allocation to its release, and finds what keeps growing.',
    type: 'object',
    properties: {
        windowSize: {
            type: 'string',
            title: 'Window',
            description:
                'Length of a window in which calls are counted and memory in use is read, such as "1s". Empty: chosen by the length of the trace.',
            default: '',
            pattern: `^$|${DURATION_PATTERN}`
        },
        fragmentationThreshold: {
            type: 'number',
            title: 'Fragmentation threshold',
            description:
                'Share of the bytes of touched pages that no live block uses, from which the heap counts as fragmented.',
            default: 0.7,
            minimum: 0,
            maximum: 1
        },
        slopeThreshold: {
            type: 'number',
            title: 'Slope threshold (B/s)',
            description: 'Growth below which a leak is at most LOW, in bytes per second.',
            default: 0.5,
            minimum: 0
        },
        memoryBudget: {
            type: 'number',
            title: 'Memory budget (MiB)',
            description:
                'What may be lost before it hurts: a leak that takes that much in an hour is CRITICAL, in a day HIGH, in a month MEDIUM.',
            default: 1024,
            exclusiveMinimum: 0
        },
        heap: {
            type: 'string',
            title: 'Heap',
            description: 'Whose memory is looked at.',
            default: 'process',
            oneOf: [
                {
                    const: 'process',
                    title: 'Processes',
                    description: "The heaps of processes, from LTTng's wrapper of the C library (lttng_ust_libc)."
                },
                {
                    const: 'kernel',
                    title: 'Kernel',
                    description: 'What the kernel allocates for itself, from its kmem_* events.'
                }
            ]
        },
        symbols: {
            type: 'string',
            title: 'Symbol file',
            description:
                'JSON file with the functions of modules, on the machine that analyses. Empty: symbols are read from the modules themselves, where they are at hand.',
            default: ''
        }
    },
    additionalProperties: false
};

/** The parameters with which the module runs that is told nothing. */
export const DEFAULT_LEAK_PARAMETERS = defaultParameters<LeakParameters>(LEAK_SCHEMA.properties);
