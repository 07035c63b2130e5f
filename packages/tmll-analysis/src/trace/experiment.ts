import {
    EventQuery,
    EventSink,
    EventStreamEnd,
    Experiment as ExperimentModel,
    fetchEvents,
    HttpTspClient
} from 'tmll-tsp';
import { SeriesSelection } from '../series/analysis';
import { TimeRange } from '../series/time-series';
import { EVENT_TABLE_COLUMNS, eventsTable, fetchTableEvents } from './events/event-table';
import { FetchOptions, FetchSeriesOptions, requestOptions } from './fetch-options';
import { FetchedSeries, fetchOutputSeries } from './fetch-series';
import { fetchStateRows, FetchStatesOptions } from './fetch-states';
import { fetchTableColumns, fetchTableRows, FetchTableOptions, TableColumn, TableRow } from './fetch-table';
import { findOutputs, OutputCriteria } from './find-outputs';
import { fetchLostEvents } from './lost-events';
import { hasTimeSeries, Output } from './output';
import { selectSeries } from './select-series';
import { SelectionError } from './selection-error';
import { StateRow } from './state-rows';
import { fetchSeriesTree, SeriesEntry, SeriesTree } from './series-entry';

/** How to reach the trace server that holds an experiment. */
export interface Connection {
    readonly client: HttpTspClient;
    /** Base URL of TSP. */
    readonly baseUrl: string;
    /** Cancels what has no signal of its own. */
    readonly signal?: AbortSignal;
}

/** Series to fetch: outputs, all of whose series are meant; single entries; or a selection by words. */
export type WantedSeries = readonly (Output | SeriesEntry)[] | SeriesSelection;

/** A trace of an experiment. */
export interface TraceSummary {
    readonly uuid: string;
    readonly name: string;
    /** On the trace server's machine. */
    readonly path: string;
    readonly eventCount: number;
}

/** What was fetched of the events of an experiment. */
export interface FetchedEvents {
    readonly events: number;
    /** Events that the tracers lost, as far as the trace server tells; undefined when it does not. */
    readonly lost?: number;
    /** Why the rest of the trace could not be read, when it could not. */
    readonly cut?: string;
}

/** Traces that a trace server has read to their end, looked at as one. */
export class Experiment {
    readonly uuid: string;
    readonly name: string;
    /** From the first event to the last, ns since the epoch. */
    readonly range: TimeRange;
    readonly eventCount: number;
    readonly traces: readonly TraceSummary[];
    /** Events that the tracers lost, as TMLL's own trace server tells; undefined when the server does not. */
    private readonly lostEvents: number | undefined;
    private readonly trees = new Map<string, SeriesTree>();

    /** Made by `TmllClient`. */
    constructor(
        private readonly connection: Connection,
        { UUID, name, start, end, nbEvents, traces }: ExperimentModel,
        readonly outputs: readonly Output[]
    ) {
        this.uuid = UUID;
        this.name = name;
        this.range = { startNs: start, endNs: end };
        this.eventCount = nbEvents;
        this.traces = traces.map(trace => ({
            uuid: trace.UUID,
            name: trace.name,
            path: trace.path,
            eventCount: trace.nbEvents
        }));
        const lost = traces.flatMap(({ properties }) => properties?.['discarded events'] ?? []);
        this.lostEvents = lost.length > 0 ? lost.reduce((sum, count) => sum + Number(count), 0) : undefined;
    }

    /** Ns since the epoch of the first event. */
    get start(): bigint {
        return this.range.startNs;
    }

    /** Ns since the epoch of the last event. */
    get end(): bigint {
        return this.range.endNs;
    }

    /**
     * The outputs that meet the criteria, by name.
     * @example
     * experiment.findOutputs({ keyword: ['cpu usage', 'disk'], type: ['xy'], matchAny: true });
     */
    findOutputs(criteria: OutputCriteria = {}): Output[] {
        return findOutputs(this.outputs, criteria);
    }

    /** The output of an id, undefined when there is none. */
    getOutput(id: string): Output | undefined {
        return this.outputs.find(output => output.id === id);
    }

    /**
     * The series that an output can give, in the order of its tree; none for outputs that are no TREE_TIME_XY.
     * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
     */
    async fetchEntries(output: Output, options: FetchOptions = {}): Promise<readonly SeriesEntry[]> {
        return hasTimeSeries(output) ? (await this.fetchTree(output, options)).entries : [];
    }

    /**
     * The series that a selection names.
     * @throws SelectionError when a word of it fits nothing; otherwise as `fetchEntries`
     */
    selectSeries(selection: SeriesSelection, options: FetchOptions = {}): Promise<SeriesEntry[]> {
        const { signal, timeoutMs } = options;
        return selectSeries(this.outputs, selection, output => this.fetchEntries(output, { signal, timeoutMs }));
    }

    /**
     * Series over a range, exact to the ns, all that are asked for and each of them complete.
     * @returns the series that have points in the range; see `fetchOutputSeries` on their times
     * @throws SelectionError when nothing fits; TspError when the trace server fails; ParameterError when the range or the
     * step is impossible; the signal's reason when cancelled
     */
    async fetchSeries(wanted: WantedSeries, options: FetchSeriesOptions = {}): Promise<FetchedSeries[]> {
        const entries = await this.entriesOf(wanted, options);
        const outputIds = [...new Set(entries.map(({ outputId }) => outputId))];
        const series: FetchedSeries[] = [];
        for (const [index, outputId] of outputIds.entries()) {
            const own = entries.filter(entry => entry.outputId === outputId);
            const progress: FetchOptions['progress'] = ({ fraction, message }) =>
                options.progress?.({ fraction: (index + fraction) / outputIds.length, message });
            series.push(...(await this.fetchOutputSeries(outputId, own, { ...options, progress })));
        }
        return series;
    }

    /**
     * The states of lines of a TIME_GRAPH output, every one with its exact ends.
     * @throws ParameterError when there are more than the limit; otherwise as `fetchEntries`
     */
    fetchStates(output: Output, options: FetchStatesOptions = {}): Promise<StateRow[]> {
        return fetchStateRows(this.connection.client, this, output, this.withSignal(options));
    }

    /**
     * The columns of a TABLE output.
     * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
     */
    fetchTableColumns(output: Output, options: FetchOptions = {}): Promise<TableColumn[]> {
        return fetchTableColumns(this.connection.client, this.uuid, output, this.withSignal(options));
    }

    /**
     * The rows of a TABLE output, such as the events, fetched block by block while they are taken.
     * @throws SelectionError when there is no column of a name; otherwise as `fetchTableColumns`
     */
    fetchTableRows(output: Output, options: FetchTableOptions = {}): AsyncGenerator<TableRow, void> {
        return fetchTableRows(this.connection.client, this.uuid, output, this.withSignal(options));
    }

    /**
     * Hands events to a sink in the order of their times, by the event stream of TMLL's own trace server.
     * @returns undefined when the trace server has no such stream
     * @throws TspError when it fails; the signal's reason when cancelled; what the sink throws
     */
    streamEvents(query: EventQuery, sink: EventSink, options: FetchOptions = {}): Promise<EventStreamEnd | undefined> {
        return fetchEvents(this.connection.baseUrl, this.uuid, query, sink, requestOptions(this.withSignal(options)));
    }

    /**
     * Hands events to a sink in the order of their times, in one pass: by the event stream where the trace server has one, else from its
     * table of events.
     * @throws SelectionError when it has neither; TspError when it fails; the signal's reason when cancelled; what the sink throws
     */
    async fetchEvents(query: EventQuery, sink: EventSink, options: FetchOptions = {}): Promise<FetchedEvents> {
        const own = this.withSignal(options);
        const { baseUrl } = this.connection;
        let lost: number | undefined;
        const noting: EventSink = {
            begin: head => {
                lost = head.discarded;
                sink.begin(head);
            },
            batch: batch => {
                own.signal?.throwIfAborted();
                sink.batch(batch);
            }
        };
        const streamed = await fetchEvents(baseUrl, this.uuid, query, noting, requestOptions(own));
        if (streamed) {
            return { ...streamed, lost };
        }
        const rows = this.fetchTableRows(eventsTable(this.outputs), { ...own, columns: EVENT_TABLE_COLUMNS });
        const fetched = await fetchTableEvents(rows, this.start, query, noting);
        return { ...fetched, lost: this.lostEvents ?? fetched.lost };
    }

    /**
     * Where the tracer lost events within a range, ascending; none when the trace server tells none.
     * @throws the signal's reason when cancelled
     */
    fetchLostEvents(range: TimeRange = this.range, options: FetchOptions = {}): Promise<TimeRange[]> {
        return fetchLostEvents(this.connection.client, this.uuid, this.outputs, range, this.withSignal(options));
    }

    private async entriesOf(wanted: WantedSeries, options: FetchOptions): Promise<readonly SeriesEntry[]> {
        if (!isList(wanted)) {
            return this.selectSeries(wanted, options);
        }
        const entries: SeriesEntry[] = [];
        for (const each of wanted) {
            entries.push(...('outputId' in each ? [each] : await this.fetchEntries(each, options)));
        }
        return entries;
    }

    private async fetchOutputSeries(
        outputId: string,
        entries: readonly SeriesEntry[],
        options: FetchSeriesOptions
    ): Promise<FetchedSeries[]> {
        const output = this.getOutput(outputId);
        if (output === undefined) {
            throw new SelectionError(`Experiment ${this.name} has no output "${outputId}".`);
        }
        const tree = await this.fetchTree(output, options);
        const wanted = new Set(entries.map(({ id }) => id));
        const entryIds = new Map([...tree.entryIds].filter(([{ id }]) => wanted.has(id)));
        const source = { baseUrl: this.connection.baseUrl, experimentUuid: this.uuid, range: this.range };
        return fetchOutputSeries(source, output, entryIds, this.withSignal(options));
    }

    /** Entry ids hold as long as the server runs, and so does this object. */
    private async fetchTree(output: Output, options: FetchOptions): Promise<SeriesTree> {
        const known = this.trees.get(output.id);
        const tree = known ?? (await fetchSeriesTree(this.connection.client, this, output, this.withSignal(options)));
        this.trees.set(output.id, tree);
        return tree;
    }

    private withSignal<O extends FetchOptions>(options: O): O {
        return { ...options, signal: options.signal ?? this.connection.signal };
    }
}

function isList(wanted: WantedSeries): wanted is readonly (Output | SeriesEntry)[] {
    return Array.isArray(wanted);
}
