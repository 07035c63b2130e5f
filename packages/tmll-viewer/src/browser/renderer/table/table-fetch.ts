import { ColumnHeaderEntry, TableModel } from 'tsp-typescript-client/lib/models/table';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { pollUntilComplete, Query } from 'tmll-tsp';
import { TraceSession } from '../../session/trace-session';

/** Where to look for a line. */
export interface TableSearch {
    /** Regular expressions by column id; all must match. */
    readonly expressions: ReadonlyMap<number, string>;
    /** The first line to look at. */
    readonly from: number;
    readonly direction: 'NEXT' | 'PREVIOUS';
}

/** The trace server may have to read the whole trace before it can answer. */
const LONGEST_WAIT_MS = 600_000;

/** Asks a table output for its columns and lines. All throw TspError, or the signal's reason when cancelled. */
export class TableSource {
    constructor(
        private readonly session: TraceSession,
        private readonly output: OutputDescriptor
    ) {}

    async columns(signal: AbortSignal): Promise<readonly ColumnHeaderEntry[]> {
        const { client, experiment } = this.session;
        const { model } = await pollUntilComplete(
            () => client.fetchTableColumns(experiment.UUID, this.output.id, new Query({})),
            this.options(signal)
        );
        return model ?? [];
    }

    /** @param index of the first line */
    lines(index: number, count: number, signal: AbortSignal): Promise<TableModel> {
        return this.fetch({ requested_table_index: index, requested_table_count: count }, signal);
    }

    /** Index of the line at a time, or of the nearest one; undefined in an empty table. */
    async indexAt(ns: bigint, signal: AbortSignal): Promise<number | undefined> {
        const { lines, lowIndex } = await this.fetch({ requested_times: [ns], requested_table_count: 1 }, signal);
        return lines.length > 0 ? lowIndex : undefined;
    }

    /** Index of the next line that matches; undefined when there is none. */
    async find({ expressions, from, direction }: TableSearch, signal: AbortSignal): Promise<number | undefined> {
        const { lines } = await this.fetch(
            {
                requested_table_index: from,
                requested_table_count: 1,
                table_search_expressions: Object.fromEntries(expressions),
                table_search_direction: direction
            },
            signal
        );
        return lines[0]?.index;
    }

    private async fetch(parameters: object, signal: AbortSignal): Promise<TableModel> {
        const { client, experiment } = this.session;
        const { model } = await pollUntilComplete(
            () => client.fetchTableLines(experiment.UUID, this.output.id, new Query(parameters)),
            this.options(signal)
        );
        return model ?? { lowIndex: 0, size: 0, columnIds: [], lines: [] };
    }

    private options(signal: AbortSignal): { signal: AbortSignal; timeoutMs: number; what: string } {
        return { signal, timeoutMs: LONGEST_WAIT_MS, what: this.output.name };
    }
}
