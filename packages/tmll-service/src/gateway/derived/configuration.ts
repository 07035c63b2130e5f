import { AnalysisModule } from 'tmll-analysis';
import { AnalysisRequest } from 'tmll-analysis/algorithms';
import { JsonValue } from 'tmll-trace-server';
import { HttpError } from '../../http/http-error';
import { ownId } from './output-ids';

/** What a client sends to make a derived output. */
export interface OutputConfiguration {
    readonly name: string;
    readonly description: string;
    readonly request: Pick<AnalysisRequest, 'selection' | 'range' | 'parameters'>;
}

/** Beside its own parameters, what an analysis looks at is part of its configuration. */
const SELECTION = {
    outputs: {
        type: 'array',
        items: { type: 'string' },
        title: 'Outputs',
        description: 'Parts of the names of the outputs to look at, any case; none: the analysis chooses.'
    },
    series: {
        type: 'array',
        items: { type: 'string' },
        title: 'Series',
        description: 'Parts of the names of the series to look at, such as "Event Rate/shop:request_begin".'
    },
    from: {
        type: 'string',
        pattern: '^\\d+$|^$',
        title: 'From',
        description: 'Where to begin, in ns since the epoch; empty: at the beginning of the trace.'
    },
    to: {
        type: 'string',
        pattern: '^\\d+$|^$',
        title: 'To',
        description: 'Where to end, in ns since the epoch; empty: at the end of the trace.'
    }
} as const;

/** The configuration type of an analysis: its JSON schema and what it looks at. */
export function configurationType({ id, name, description, schema }: AnalysisModule): JsonValue {
    const properties = Object.entries(schema.properties).map(([key, property]) => {
        // Keywords of ours would make a strict validator refuse the schema.
        const known = Object.entries(property).filter(([keyword]) => !keyword.startsWith('x-'));
        return [key, Object.fromEntries(known)];
    });
    const typeId = ownId({ module: id });
    return {
        ...{ id: typeId, name, description },
        schema: {
            $schema: schema.$schema,
            $id: typeId,
            title: schema.title,
            description: schema.description,
            type: 'object',
            properties: { ...Object.fromEntries(properties), ...SELECTION },
            additionalProperties: false
        } as JsonValue
    };
}

/**
 * The configuration that a body holds. Parameters of the analysis are checked later, by its schema.
 * @throws HttpError 400 that names the first thing that is wrong
 */
export function parseConfiguration(body: unknown, module: string): OutputConfiguration {
    const { name, description, sourceTypeId, parameters } = record(body, 'The configuration');
    demand(sourceTypeId === undefined || sourceTypeId === ownId({ module }), '"sourceTypeId" names another analysis');
    demand(name === undefined || typeof name === 'string', '"name" must be a text');
    demand(description === undefined || typeof description === 'string', '"description" must be a text');
    const { outputs, series, from, to, ...own } = parameters === undefined ? {} : record(parameters, '"parameters"');
    const selection = { ...words('outputs', outputs), ...words('series', series) };
    return {
        name: (name as string | undefined)?.trim().slice(0, MAX_TEXT) ?? '',
        description: (description as string | undefined)?.trim().slice(0, MAX_TEXT) ?? '',
        request: {
            selection: Object.keys(selection).length > 0 ? selection : undefined,
            range: rangeOf(time('from', from), time('to', to)),
            parameters: own
        }
    };
}

const MAX_TEXT = 500;

/** What stands for the ends of the trace. */
const ALWAYS = { startNs: 0n, endNs: 2n ** 63n - 1n };

function rangeOf(from: bigint | undefined, to: bigint | undefined): AnalysisRequest['range'] {
    if (from === undefined && to === undefined) {
        return undefined;
    }
    const range = { startNs: from ?? ALWAYS.startNs, endNs: to ?? ALWAYS.endNs };
    demand(range.startNs <= range.endNs, '"to" must not be before "from"');
    return range;
}

function words(name: string, value: unknown): Record<string, readonly string[]> {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) {
        return {};
    }
    demand(Array.isArray(value) && value.every(word => typeof word === 'string'), `"${name}" must be a list of texts`);
    return { [name]: value as string[] };
}

function time(name: string, value: unknown): bigint | undefined {
    if (value === undefined || value === '') {
        return undefined;
    }
    const isTime = typeof value === 'bigint' || /^-?\d{1,19}$/.test(String(value));
    demand(isTime, `"${name}" must be a time in whole ns since the epoch`);
    return BigInt(value as string | number | bigint);
}

function record(value: unknown, name: string): Record<string, unknown> {
    demand(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} must be an object`);
    return value as Record<string, unknown>;
}

function demand(holds: boolean, sentence: string): asserts holds {
    if (!holds) {
        throw new HttpError(400, 'Wrong configuration', `${sentence}.`);
    }
}
