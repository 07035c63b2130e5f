import { AnalysisResult } from 'tmll-analysis/algorithms';
import { JsonValue } from 'tmll-trace-server';
import { HttpError } from '../../http/http-error';
import { oncePerResult, OutputTitle, OutputView } from './output-view';
import { QueryParameters } from './query-parameters';

/** A column of a table. */
export interface TableColumn {
    readonly name: string;
    readonly description: string;
    /** TSP's data type. */
    readonly type: 'STRING' | 'NUMBER' | 'TIMESTAMP' | 'DURATION';
}

export interface Table<D> extends OutputTitle {
    readonly columns: readonly TableColumn[];
    /** One text a column. */
    readonly lines: (result: AnalysisResult<D>) => readonly (readonly string[])[];
}

/** Lines that a search finds carry this tag, as in Trace Compass. */
const FOUND = 8;

/** A TABLE output, with search by regular expressions a column, all of which must be found. */
export function tableView<D>(table: Table<D>): OutputView<D> {
    const { id, name, description, columns } = table;
    const linesOf = oncePerResult((result: AnalysisResult<D>) => table.lines(result));
    return {
        ...{ id, name, description },
        type: 'TABLE',
        answers: {
            columns: () => columns.map((column, index) => ({ id: index, ...column })),
            lines: (result, parameters) => linesModel(linesOf(result), columns.length, parameters)
        }
    };
}

function linesModel(
    lines: readonly (readonly string[])[],
    columnCount: number,
    parameters: QueryParameters
): JsonValue {
    const asked = parameters.texts('requested_table_column_ids')?.map(Number) ?? [];
    const all = Array.from({ length: columnCount }, (_, index) => index);
    const columnIds = asked.length === 0 ? all : asked.filter(id => all.includes(id));
    const matches = matcher(parameters.record('table_search_expressions'));
    const backwards = parameters.text('table_search_direction') === 'PREVIOUS';
    let lowIndex = Math.min(parameters.count('requested_table_index') ?? 0, lines.length);
    if (matches && parameters.text('table_search_direction') !== undefined) {
        const step = backwards ? -1 : 1;
        while (lines[lowIndex] && !matches(lines[lowIndex])) {
            lowIndex += step;
        }
    }
    const count = parameters.count('requested_table_count') ?? 0;
    const shown = lowIndex < 0 ? [] : lines.slice(lowIndex, lowIndex + count);
    return {
        columnIds,
        lowIndex: Math.max(0, lowIndex),
        size: lines.length,
        lines: shown.map((line, index) => ({
            index: lowIndex + index,
            cells: columnIds.map(id => ({ content: line[id] ?? '' })),
            ...(matches?.(line) ? { tags: FOUND } : {})
        }))
    };
}

/** Longer expressions are refused: they come from a client, and some take for ever. */
const MAX_EXPRESSION = 200;

function matcher(expressions: Readonly<Record<string, unknown>>): ((line: readonly string[]) => boolean) | undefined {
    const columns = Object.entries(expressions).filter(([, text]) => typeof text === 'string' && text !== '');
    if (columns.length === 0) {
        return undefined;
    }
    const patterns = columns.map(([column, text]) => [Number(column), expression(String(text))] as const);
    return line => patterns.every(([column, pattern]) => pattern.test(line[column] ?? ''));
}

function expression(text: string): RegExp {
    try {
        if (text.length <= MAX_EXPRESSION) {
            return new RegExp(text, 'i');
        }
    } catch {
        // Said below.
    }
    throw new HttpError(400, 'Wrong request', `"${text.slice(0, 50)}" is no regular expression, or too long.`);
}
