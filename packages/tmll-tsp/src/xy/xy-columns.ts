import { JsonBytes, Reading } from './json-bytes';
import { TimeColumn, ValueColumn } from './number-column';

/** An answer to an XY request, its series as columns. */
export interface XyColumns {
    /** RUNNING, COMPLETED, FAILED or CANCELLED. */
    readonly status: string;
    readonly statusMessage: string;
    /** Ns since the epoch to which all times are relative. */
    readonly origin: bigint;
    /** Empty when there is nothing to show. */
    readonly series: readonly XySeriesColumns[];
}

/** One series of an XY answer. */
export interface XySeriesColumns {
    /** Id of its entry in the tree; it changes from run to run of the server. */
    readonly seriesId: number;
    readonly seriesName: string;
    /** Unit, label and data type of the values as the server describes them; empty when it does not. */
    readonly unit: string;
    readonly label: string;
    readonly dataType: string;
    /** How the server wants it drawn: `line`, `scatter`, `bar`, …; empty when it does not say. */
    readonly seriesType: string;
    /** Ns from the origin, exact below 2^53 (104 days). */
    readonly times: Float64Array;
    /** As many as there are times; NaN where the server has none. */
    readonly values: Float64Array;
}

/** Text of a member that may be missing or null. */
function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Reads an XY answer.
 * @param origin ns since the epoch to which the times are made relative
 * @throws SyntaxError, through the generator, when the bytes are not such an answer
 */
export function* readXyColumns(bytes: JsonBytes, origin: bigint): Reading<XyColumns> {
    const series: XySeriesColumns[] = [];
    let status = '';
    let statusMessage = '';
    yield* bytes.object(function* (name) {
        if (name === 'status') {
            status = text(yield* bytes.value());
        } else if (name === 'statusMessage') {
            statusMessage = text(yield* bytes.value());
        } else if (name === 'model') {
            yield* readModel(bytes, origin, series);
        } else {
            yield* bytes.skip();
        }
    });
    if (status === '') {
        throw new SyntaxError('The answer has no status');
    }
    return { status, statusMessage, origin, series };
}

function* readModel(bytes: JsonBytes, origin: bigint, series: XySeriesColumns[]): Reading<void> {
    yield* bytes.object(function* (name) {
        if (name === 'series') {
            yield* bytes.array(function* () {
                series.push(yield* readSeries(bytes, origin));
            });
        } else {
            yield* bytes.skip();
        }
    });
}

function* readSeries(bytes: JsonBytes, origin: bigint): Reading<XySeriesColumns> {
    const times = new TimeColumn(origin);
    const values = new ValueColumn();
    const small: Record<string, unknown> = {};
    yield* bytes.object(function* (name) {
        if (name === 'xValues') {
            yield* bytes.literals(times);
        } else if (name === 'yValues') {
            yield* bytes.literals(values);
        } else if (SMALL_MEMBERS.has(name)) {
            small[name] = yield* bytes.value();
        } else {
            yield* bytes.skip();
        }
    });
    return series(small, times.toArray(), values.toArray());
}

const SMALL_MEMBERS = new Set(['seriesId', 'seriesName', 'yValuesDescription', 'style']);

function series(small: Record<string, unknown>, times: Float64Array, values: Float64Array): XySeriesColumns {
    const { seriesId, seriesName, yValuesDescription, style } = small;
    if (typeof seriesId !== 'number') {
        throw new SyntaxError(`A series has ${JSON.stringify(seriesId)} for its seriesId instead of a number`);
    }
    if (times.length !== values.length) {
        throw new SyntaxError(`Series ${seriesId} has ${times.length} times but ${values.length} values`);
    }
    return {
        seriesId,
        seriesName: text(seriesName),
        unit: text(member(yValuesDescription, 'unit')),
        label: text(member(yValuesDescription, 'label')),
        dataType: text(member(yValuesDescription, 'dataType')),
        seriesType: text(member(member(style, 'values'), 'series-type')),
        times,
        values
    };
}
