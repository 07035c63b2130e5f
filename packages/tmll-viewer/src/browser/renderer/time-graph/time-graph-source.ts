import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { pollUntilComplete, Query, QueryHelper, unwrap, withRequestOptions } from 'tmll-tsp';
import { TraceSession } from '../../session/trace-session';
import { buildEntryTree, EntryNode } from '../tree/entry-tree';
import { StateArrow, StateRow, toStateArrow, toStateRow } from './state-rows';
import { StateStyles } from './state-style';

/** The rows of a time graph. */
export interface GraphEntries {
    readonly headers: readonly string[];
    readonly roots: readonly EntryNode[];
    /** When each entry exists, ns from the origin. */
    readonly spans: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
    readonly styles: StateStyles;
    /** Rows deeper than this are closed at first; negative: none. */
    readonly expandLevel: number;
}

/** What a time graph asks a trace server for. */
export interface StatesRequest {
    /** Ns since the epoch, or from zero where the chart has an axis of its own. */
    readonly start: bigint;
    readonly end: bigint;
    readonly times: number;
    readonly items: readonly number[];
    readonly styles: StateStyles;
}

/** The answer to a request, with the request that it answers. */
export interface StatesAnswer {
    readonly request: StatesRequest;
    readonly rows: ReadonlyMap<number, StateRow>;
    readonly arrows: readonly StateArrow[];
}

/** The trace server may have to analyse the whole trace before it can answer. */
const LONGEST_WAIT_MS = 600_000;

/**
 * Asks a TIME_GRAPH or GANTT_CHART output for its rows, states and arrows. All throw TspError, or the signal's reason when
 * cancelled.
 */
export class TimeGraphSource {
    /** @param origin to which the times of this chart are relative: that of the session, or zero */
    constructor(
        private readonly session: TraceSession,
        private readonly output: OutputDescriptor,
        private readonly origin: bigint
    ) {}

    async entries(signal: AbortSignal): Promise<GraphEntries> {
        const { client, experiment } = this.session;
        const query = QueryHelper.timeRangeQuery(experiment.start, experiment.end, 2);
        const [{ model }, styles] = await Promise.all([
            pollUntilComplete(
                () => client.fetchTimeGraphTree(experiment.UUID, this.output.id, query),
                this.options(signal)
            ),
            this.styles(signal)
        ]);
        const entries = model?.entries ?? [];
        const spans = entries.map(({ id, start, end }): [number, { start: number; end: number }] => [
            id,
            { start: Number(BigInt(start ?? 0) - this.origin), end: Number(BigInt(end ?? 0) - this.origin) }
        ]);
        return {
            headers: (model?.headers ?? []).map(({ name }) => name),
            roots: buildEntryTree(this.output.name, entries),
            spans: new Map(spans),
            styles,
            expandLevel: model?.autoExpandLevel ?? -1
        };
    }

    async states(request: StatesRequest, signal: AbortSignal): Promise<StatesAnswer> {
        const { client, experiment } = this.session;
        const { start, end, times, items, styles } = request;
        if (items.length === 0) {
            return { request, rows: new Map(), arrows: [] };
        }
        const query = QueryHelper.selectionTimeRangeQuery(start, end, times, [...items]);
        const [{ model }, arrows] = await Promise.all([
            pollUntilComplete(
                () => client.fetchTimeGraphStates(experiment.UUID, this.output.id, query),
                this.options(signal)
            ),
            this.arrows(request, signal)
        ]);
        const rows = (model?.rows ?? []).map(row => toStateRow(row, this.origin, styles));
        return { request, rows: new Map(rows.map(row => [row.entryId, row])), arrows };
    }

    /** The states of entries at a time: the stretches in which each stays the same, ns from the origin. */
    async statesAt(
        items: readonly number[],
        time: number,
        signal: AbortSignal
    ): Promise<readonly { readonly start: number; readonly end: number }[]> {
        const { client, experiment } = this.session;
        const at = this.origin + BigInt(Math.round(time));
        const query = QueryHelper.selectionTimeRangeQuery(at, at + 1n, 2, [...items]);
        const { model } = await pollUntilComplete(
            () => client.fetchTimeGraphStates(experiment.UUID, this.output.id, query),
            this.options(signal)
        );
        return (model?.rows ?? []).flatMap(({ states }) => {
            const found = states.find(state => state.start <= at && at < state.end);
            return found ? [{ start: Number(found.start - this.origin), end: Number(found.end - this.origin) }] : [];
        });
    }

    /** What the server has to say of a state, as name and text. */
    async tooltip(
        entryId: number,
        time: number,
        state: { readonly start: number; readonly end: number },
        signal: AbortSignal
    ): Promise<readonly (readonly [string, string])[]> {
        const { client, experiment } = this.session;
        const query = new Query({
            requested_times: [this.origin + BigInt(Math.round(time))],
            requested_items: [entryId],
            requested_element: {
                elementType: 'state',
                time: this.origin + BigInt(Math.round(state.start)),
                duration: BigInt(Math.round(state.end - state.start))
            }
        });
        const response = await withRequestOptions({ signal }, () =>
            client.fetchTimeGraphTooltip(experiment.UUID, this.output.id, query)
        );
        return Object.entries(unwrap(response).model ?? {}).map(([name, text]) => [name, String(text)]);
    }

    /** Styles are an addition: a chart of a server that has none is drawn in our own colours. */
    private async styles(signal: AbortSignal): Promise<StateStyles> {
        const { client, experiment } = this.session;
        const response = await withRequestOptions({ signal }, () =>
            client.fetchStyles(experiment.UUID, this.output.id, new Query({}))
        );
        return new StateStyles(response.isOk() ? (response.getModel()?.model?.styles ?? {}) : {});
    }

    private async arrows({ start, end, times, styles }: StatesRequest, signal: AbortSignal): Promise<StateArrow[]> {
        const { client, experiment } = this.session;
        const query = QueryHelper.timeRangeQuery(start, end, times);
        const response = await withRequestOptions({ signal }, () =>
            client.fetchTimeGraphArrows(experiment.UUID, this.output.id, query)
        );
        const arrows = response.isOk() ? (response.getModel()?.model ?? []) : [];
        return arrows.map(arrow => toStateArrow(arrow, this.origin, styles));
    }

    private options(signal: AbortSignal): { signal: AbortSignal; timeoutMs: number; what: string } {
        return { signal, timeoutMs: LONGEST_WAIT_MS, what: this.output.name };
    }
}
