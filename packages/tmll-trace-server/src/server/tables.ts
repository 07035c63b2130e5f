import type { TableOutput, TableQuery, TableSearch } from '../outputs/output';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';
import { type Parameters, wrong } from './parameters';
import { pending } from './pending';
import { completed } from './routes/endpoint';
import { missing, TspError } from './tsp-error';

/** More lines in one request are refused. */
const MAX_LINES = 65_536;
const MAX_EXPRESSION = 1000;
/** Trace Compass's tag of a line that matches a search. */
const HIGHLIGHT = 8;

/** Answers `columns`. */
export function tableColumns(experiment: Experiment, output: TableOutput): JsonValue {
    const columns = output.columns(experiment.recordingsWith(output));
    return completed(columns.map(({ id, name, description, type }) => ({ id, name, description, type })));
}

/**
 * Answers `lines`, by index, by time, or from the first line that matches a search.
 *
 * @throws TspError 400 for missing or wrong parameters
 */
export async function tableLines(
    experiment: Experiment,
    output: TableOutput,
    parameters: Parameters,
    signal: AbortSignal
): Promise<JsonValue> {
    const query = queryOf(parameters);
    const waiting = pending(experiment, output);
    if (waiting !== undefined) {
        return waiting;
    }
    const { columnIds, lowIndex, size, lines } = await output.lines(experiment.recordingsWith(output), query, signal);
    return completed({
        columnIds: [...columnIds],
        lowIndex,
        size,
        lines: lines.map(({ index, cells, matches }) => ({
            index,
            cells: cells.map(content => ({ content })),
            tags: matches ? HIGHLIGHT : undefined
        }))
    });
}

function queryOf(parameters: Parameters): TableQuery {
    const count = parameters.count('requested_table_count');
    if (count > MAX_LINES) {
        throw new TspError(400, `One request may ask for 65,536 lines, not ${count}.`, 'Ask for them in parts.');
    }
    const columnIds = parameters.has('requested_table_column_ids')
        ? parameters.counts('requested_table_column_ids')
        : [];
    return {
        from: fromOf(parameters),
        count,
        columnIds: columnIds.length > 0 ? columnIds : undefined,
        search: searchOf(parameters)
    };
}

function fromOf(parameters: Parameters): TableQuery['from'] {
    if (parameters.has('requested_table_index')) {
        return { index: parameters.count('requested_table_index') };
    }
    const [time] = parameters.has('requested_times') ? parameters.times('requested_times') : [];
    if (time === undefined) {
        throw missing('requested_table_index');
    }
    return { time };
}

function searchOf(parameters: Parameters): TableSearch | undefined {
    if (!parameters.has('table_search_expressions')) {
        return undefined;
    }
    const expressions = parameters.object('table_search_expressions').entries();
    if (expressions.length === 0) {
        return undefined;
    }
    const direction = parameters.optionalText('table_search_direction');
    if (direction !== undefined && direction !== 'NEXT' && direction !== 'PREVIOUS') {
        throw wrong('table_search_direction', 'NEXT or PREVIOUS');
    }
    return { patterns: new Map(expressions.map(([column, text]) => [Number(column), patternOf(text)])), direction };
}

function patternOf(text: unknown): RegExp {
    if (typeof text !== 'string' || text.length > MAX_EXPRESSION) {
        throw wrong('table_search_expressions', `made of texts of at most ${MAX_EXPRESSION} characters`);
    }
    try {
        return new RegExp(text);
    } catch {
        throw new TspError(400, `"${text}" is not a regular expression.`, 'Put a backslash before special characters.');
    }
}
