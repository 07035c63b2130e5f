import { HttpTspClient, pollUntilComplete, QueryHelper } from 'tmll-tsp';
import { FetchOptions, requestOptions } from './fetch-options';
import { Output } from './output';
import { SelectionError } from './selection-error';

/** A column of a table. */
export interface TableColumn {
    /** What the server calls it; it changes from trace to trace. */
    readonly id: number;
    readonly name: string;
    /** `STRING`, `NUMBER`, `TIMESTAMP`, … */
    readonly type: string;
}

/** A row of a table. */
export interface TableRow {
    /** Number of the row in the table, from 0. */
    readonly index: number;
    /** Contents by the name of the column. */
    readonly cells: Readonly<Record<string, string>>;
}

export interface FetchTableOptions extends FetchOptions {
    /** Names of the wanted columns, in any case; all when not given. */
    readonly columns?: readonly string[];
    /** Number of the first row, from 0. */
    readonly from?: number;
    /** At most so many rows; to the end when not given. */
    readonly limit?: number;
}

/** Rows of one request. A row of events takes about 1 kB. */
const BLOCK = 10_000;

/** The columns of a table. */
export async function fetchTableColumns(
    client: HttpTspClient,
    experimentUuid: string,
    output: Output,
    options: FetchOptions = {}
): Promise<TableColumn[]> {
    const { model } = await pollUntilComplete(
        () => client.fetchTableColumns(experimentUuid, output.id, QueryHelper.query({})),
        { ...requestOptions(options), what: `the columns of ${output.name}` }
    );
    return (model ?? []).map(({ id, name, type }) => ({ id, name, type }));
}

/** The rows of a table, fetched block by block while they are taken; only the wanted columns cross the network. */
export async function* fetchTableRows(
    client: HttpTspClient,
    experimentUuid: string,
    output: Output,
    options: FetchTableOptions = {}
): AsyncGenerator<TableRow, void> {
    const columns = chosen(await fetchTableColumns(client, experimentUuid, output, options), output, options.columns);
    const columnIds = columns.map(({ id }) => id);
    const names = new Map(columns.map(({ id, name }) => [id, name]));
    const { from = 0, limit = Infinity } = options;
    for (let taken = 0; taken < limit;) {
        const query = QueryHelper.tableQuery(columnIds, from + taken, Math.min(BLOCK, limit - taken));
        const { model } = await pollUntilComplete(() => client.fetchTableLines(experimentUuid, output.id, query), {
            ...requestOptions(options),
            what: `the rows of ${output.name}`
        });
        const lines = model?.lines ?? [];
        for (const { index, cells } of lines) {
            yield { index, cells: byName(cells, model.columnIds, names) };
        }
        taken += lines.length;
        if (lines.length === 0 || from + taken >= model.size) {
            return;
        }
        options.progress?.({ fraction: (from + taken) / model.size, message: `fetching ${output.name}` });
    }
}

function chosen(
    columns: readonly TableColumn[],
    output: Output,
    names: readonly string[] | undefined
): readonly TableColumn[] {
    return (
        names?.map(name => {
            const column = columns.find(candidate => candidate.name.toLowerCase() === name.trim().toLowerCase());
            if (column === undefined) {
                const offer = columns.map(candidate => candidate.name).join(', ');
                throw new SelectionError(`${output.name} has no column "${name}"; its columns are ${offer}.`);
            }
            return column;
        }) ?? columns
    );
}

/** Servers may send more columns than they were asked for, and some without a name. */
function byName(
    cells: readonly { readonly content: string }[],
    columnIds: readonly number[],
    names: ReadonlyMap<number, string>
): Record<string, string> {
    const named: Record<string, string> = {};
    columnIds.forEach((id, position) => {
        const name = names.get(id);
        if (name !== undefined) {
            named[name] = cells[position]?.content ?? '';
        }
    });
    return named;
}
