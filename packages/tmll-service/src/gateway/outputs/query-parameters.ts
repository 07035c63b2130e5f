import { parseJson } from 'tmll-tsp';
import { HttpError } from '../../http/http-error';
import { SampleTimes } from './sample-times';

/** More times in one request are refused, as trace servers do. */
const MAX_TIMES = 65_536;

/** The `parameters` of a data request. */
export class QueryParameters {
    private constructor(private readonly values: Readonly<Record<string, unknown>>) {}

    /**
     * @param body as it came; without `parameters` there are none
     * @throws HttpError 400 when it is not JSON
     */
    static of(body: Buffer): QueryParameters {
        const { model, error } = parseJson(body.toString());
        if (error) {
            throw new HttpError(400, 'Wrong request', 'The body of the request is not JSON.');
        }
        return new QueryParameters(isRecord(model) && isRecord(model.parameters) ? model.parameters : {});
    }

    /** The ids of entries that are asked for; undefined when all are. */
    get items(): ReadonlySet<number> | undefined {
        const items = this.values.requested_items;
        return Array.isArray(items) ? new Set(items.map(Number)) : undefined;
    }

    /** The range that is asked for, in ns since the epoch; undefined when the whole is. */
    get range(): { readonly start: bigint; readonly end: bigint; readonly count?: number } | undefined {
        const range = this.values.requested_timerange;
        if (isRecord(range) && range.start !== undefined && range.end !== undefined) {
            const [start, end] = [time(range.start), time(range.end)];
            if (end < start) {
                throw new HttpError(400, 'Wrong request', `The time range ends (${end}) before it starts (${start}).`);
            }
            const count = range.nbTimes ?? range.nbSamples;
            return { start, end, count: count === undefined ? undefined : countOf(count) };
        }
        const times = this.times;
        return times && { start: times[0], end: times[times.length - 1], count: times.length };
    }

    /**
     * The times at which values are asked for.
     * @throws HttpError 400 when there are none
     */
    get sampleTimes(): SampleTimes {
        const { range } = this;
        if (range?.count === undefined) {
            throw new HttpError(400, 'Wrong request', 'Missing query parameters: requested_timerange with nbTimes.');
        }
        return this.values.requested_timerange === undefined && this.times
            ? SampleTimes.of(this.times)
            : SampleTimes.evenly(range.start, range.end, range.count);
    }

    /** A list of texts, undefined when there is none. */
    texts(name: string): readonly string[] | undefined {
        const value = this.values[name];
        return Array.isArray(value) ? value.map(String) : undefined;
    }

    /** A text, undefined when there is none. */
    text(name: string): string | undefined {
        const value = this.values[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    }

    /** A whole number from 0 on, undefined when there is none. */
    count(name: string): number | undefined {
        return this.values[name] === undefined ? undefined : countOf(this.values[name]);
    }

    /** An object's members, none when there is none. */
    record(name: string): Readonly<Record<string, unknown>> {
        const value = this.values[name];
        return isRecord(value) ? value : {};
    }

    get times(): readonly bigint[] | undefined {
        const times = this.values.requested_times;
        return Array.isArray(times) && times.length > 0 ? times.slice(0, MAX_TIMES).map(time) : undefined;
    }
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function time(value: unknown): bigint {
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) {
        return BigInt(value);
    }
    throw new HttpError(400, 'Wrong request', 'Times must be whole numbers of ns.');
}

function countOf(value: unknown): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > MAX_TIMES) {
        throw new HttpError(400, 'Wrong request', `Numbers of times or lines must be whole, from 0 to ${MAX_TIMES}.`);
    }
    return value;
}
