import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { LatestLoad, LoadState } from '../../load/latest-load';
import { SeriesPath } from '../../overlay/overlay';
import { TimeModel } from '../../session/time-model';
import { RowWindow } from '../../virtual/row-window';
import { EntryNode, filterTree, flatten, pathKey } from '../tree/entry-tree';
import { RowOrder, sortTree } from '../tree/sort-tree';
import { VisibleRow, visibleRows } from '../tree/visible-rows';
import { covers, GraphSight, statesRequest } from './states-request';
import { GraphEntries, StatesAnswer, StatesRequest, TimeGraphSource } from './time-graph-source';

/** What is kept of a time graph over a reload, as JSON. */
export interface TimeGraphState {
    /** Paths of the rows that are closed; undefined: as the server wants it. */
    readonly closed?: readonly SeriesPath[];
    readonly search?: string;
    readonly filter?: string;
    readonly order?: RowOrder;
}

/** All that a time graph shows, as one value; another one after each change. */
export interface TimeGraphSnapshot {
    readonly entries: LoadState<GraphEntries>;
    readonly data: LoadState<StatesAnswer>;
    /** From top to bottom, without those that are closed away or do not match the search. */
    readonly rows: readonly VisibleRow[];
    readonly search: string;
    /** States without this text in their label are dimmed; empty: none. */
    readonly filter: string;
    readonly order: RowOrder | undefined;
    /** Id of the selected row. */
    readonly selected: number | undefined;
    /** A row to bring into sight, once for each object. */
    readonly reveal: { readonly index: number } | undefined;
}

/** Requests wait until zooming, panning and scrolling have paused for this long. */
const SETTLE_MS = 120;
/** Rows are fetched in blocks, so that scrolling by a line asks for nothing new. */
const BLOCK = 32;

/** Of the rows in a group so many are looked at for the next change. */
const MOST_JUMPING = 256;

/** Where a time graph gets what it shows from. */
export type GraphSource = Pick<TimeGraphSource, 'entries' | 'states' | 'statesAt' | 'tooltip'>;

/** What a time graph knows: its rows, which of them are open, and their states for what is on screen. */
export class TimeGraphModel implements Disposable {
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly entryLoad: LatestLoad<void, GraphEntries>;
    private readonly dataLoad: LatestLoad<StatesRequest, StatesAnswer>;
    private jump: AbortController | undefined;
    private current: TimeGraphSnapshot;
    private restored: TimeGraphState;
    private closed: ReadonlySet<number> = new Set();
    private width = 0;
    private sight: RowWindow = { first: 0, end: 0 };
    private started = false;

    /** @param origin to which the times of `time` are relative, as the source's are */
    constructor(
        private readonly source: GraphSource,
        readonly time: TimeModel,
        private readonly origin: bigint,
        state: TimeGraphState | undefined,
        private readonly save: (state: TimeGraphState) => void
    ) {
        this.entryLoad = new LatestLoad((_, signal) => source.entries(signal));
        this.dataLoad = new LatestLoad((request, signal) => source.states(request, signal), SETTLE_MS);
        this.restored = state ?? {};
        this.current = {
            entries: this.entryLoad.state,
            data: this.dataLoad.state,
            rows: [],
            search: this.restored.search ?? '',
            filter: this.restored.filter ?? '',
            order: this.restored.order,
            selected: undefined,
            reveal: undefined
        };
    }

    get snapshot(): TimeGraphSnapshot {
        return this.current;
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Begins to fetch; the model follows the times from here on. */
    start(): void {
        if (this.started) {
            return;
        }
        this.started = true;
        this.toDispose.pushAll([
            this.entryLoad,
            this.dataLoad,
            this.changeEmitter,
            Disposable.create(() => this.jump?.abort()),
            this.entryLoad.onDidChange(entries => this.acceptEntries(entries)),
            this.dataLoad.onDidChange(data => this.update({ data })),
            this.time.onDidChangeView(() => this.fetch())
        ]);
        this.entryLoad.request();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    /** @param width of the plot in pixels, and the rows that are in sight */
    setSight(width: number, sight: RowWindow): void {
        this.width = Math.round(width);
        this.sight = sight;
        this.fetch();
    }

    setSearch(search: string): void {
        this.update({ search });
        this.arrange();
    }

    setFilter(filter: string): void {
        this.update({ filter });
        this.saveState();
    }

    /** Sorts by a column, the other way round when it was sorted by it already, and then as the server does again. */
    sortBy(column: number): void {
        const { order } = this.current;
        const next =
            order?.column !== column
                ? { column, descending: false }
                : order.descending
                  ? undefined
                  : { column, descending: true };
        this.update({ order: next });
        this.arrange();
    }

    expand(id: number, open: boolean): void {
        const closed = new Set(this.closed);
        if (open) {
            closed.delete(id);
        } else {
            closed.add(id);
        }
        this.closed = closed;
        this.arrange();
    }

    expandAll(open: boolean): void {
        this.closed = new Set(open ? [] : this.groups.map(({ id }) => id));
        this.arrange();
    }

    select(id: number | undefined): void {
        this.update({ selected: id });
    }

    /** Opens what is above the row of a path, selects it and brings it into sight. */
    revealPath(path: SeriesPath): void {
        const nodes = flatten(this.current.entries.value?.roots ?? []);
        const found = nodes.find(node => pathKey(node.path) === pathKey(path));
        if (found) {
            const above = new Set(path.map((_, length) => pathKey(path.slice(0, length))));
            this.closed = new Set(
                [...this.closed].filter(id => !nodes.some(node => node.id === id && above.has(pathKey(node.path))))
            );
            this.update({ search: '', selected: found.id });
            this.arrange();
            const index = this.current.rows.findIndex(row => row.node.id === found.id);
            this.update({ reveal: { index } });
        }
    }

    /**
     * Selects the instant at which the selected row changes next, or did before; of a row that only groups others, that of the
     * first of them to change. Exact at every zoom: the server is asked.
     * @throws TspError when it cannot tell
     */
    async jumpToChange(direction: 1 | -1): Promise<void> {
        const { selected, rows, entries } = this.current;
        const nodes = flatten(entries.value?.roots ?? []);
        const node = nodes.find(({ id }) => id === selected) ?? rows.find(row => row.node.hasData)?.node;
        if (!node) {
            return;
        }
        const below = flatten(node.children).filter(({ hasData }) => hasData);
        const items = (below.length > 0 ? [node, ...below] : [node]).slice(0, MOST_JUMPING).map(({ id }) => id);
        this.jump?.abort();
        const { signal } = (this.jump = new AbortController());
        const { full, selection, view } = this.time;
        const from = selection ? (direction > 0 ? selection.end : selection.start) : view.start;
        const at = direction > 0 ? from : from - 1;
        if (at < full.start || at > full.end) {
            return;
        }
        const states = await this.source.statesAt(items, at, signal);
        if (!signal.aborted && states.length > 0) {
            const change =
                direction > 0
                    ? Math.min(...states.map(({ end }) => end))
                    : Math.max(...states.map(({ start }) => start));
            const time = Math.min(Math.max(change, full.start), full.end);
            this.select(node.id);
            this.time.setSelection({ start: time, end: time });
            this.bringIntoView(time);
        }
    }

    /** What the server has to say of a state. */
    tooltip(
        entryId: number,
        time: number,
        state: { readonly start: number; readonly end: number },
        signal: AbortSignal
    ): Promise<readonly (readonly [string, string])[]> {
        return this.source.tooltip(entryId, time, state, signal);
    }

    /** Tries again what has failed. */
    retry(): void {
        if (this.current.entries.error) {
            this.entryLoad.retry();
        } else {
            this.dataLoad.retry();
        }
    }

    private get groups(): readonly EntryNode[] {
        return flatten(this.current.entries.value?.roots ?? []).filter(({ children }) => children.length > 0);
    }

    private bringIntoView(time: number): void {
        const { start, end } = this.time.view;
        if (time < start || time > end) {
            const half = (end - start) / 2;
            this.time.setView({ start: time - half, end: time + half });
        }
    }

    private acceptEntries(entries: LoadState<GraphEntries>): void {
        const isNew = entries.value !== this.current.entries.value;
        this.update({ entries });
        if (isNew && entries.value) {
            const closed = this.restored.closed && new Set(this.restored.closed.map(pathKey));
            const { expandLevel } = entries.value;
            this.closed = new Set(
                this.groups
                    .filter(({ path, depth }) =>
                        closed ? closed.has(pathKey(path)) : expandLevel >= 0 && depth >= expandLevel
                    )
                    .map(({ id }) => id)
            );
            this.arrange(false);
        }
    }

    /** Works out which rows are shown. */
    private arrange(keep = true): void {
        const { entries, search, order } = this.current;
        const nodes = sortTree(filterTree(entries.value?.roots ?? [], search), order);
        this.update({ rows: visibleRows(nodes, search === '' ? this.closed : new Set()) });
        this.fetch();
        if (keep) {
            this.saveState();
        }
    }

    private fetch(): void {
        const { data, entries, rows } = this.current;
        if (this.width <= 0 || !entries.value || rows.length === 0) {
            return;
        }
        const inSight = rows.slice(this.sight.first, this.sight.end);
        const first = Math.floor(this.sight.first / BLOCK) * BLOCK;
        const block = rows.slice(first, Math.ceil(this.sight.end / BLOCK) * BLOCK);
        const idsOf = (some: readonly VisibleRow[]): number[] =>
            some.filter(({ node }) => node.hasData).map(({ node }) => node.id);
        const sight: GraphSight = {
            view: this.time.view,
            full: this.time.full,
            width: this.width,
            items: idsOf(inSight)
        };
        if (data.value && !data.error && covers(data.value.request, this.origin, sight)) {
            this.dataLoad.stop();
        } else {
            this.dataLoad.request(statesRequest(this.origin, { ...sight, items: idsOf(block) }, entries.value.styles));
        }
    }

    private saveState(): void {
        const { search, filter, order } = this.current;
        const closed = this.groups.filter(({ id }) => this.closed.has(id)).map(({ path }) => path);
        this.restored = { closed, search, filter, order };
        this.save(this.restored);
    }

    private update(change: Partial<TimeGraphSnapshot>): void {
        this.current = { ...this.current, ...change };
        this.changeEmitter.fire();
    }
}
