import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { LatestLoad, LoadState } from '../../load/latest-load';
import { SeriesPath } from '../../overlay/overlay';
import { TraceSession } from '../../session/trace-session';
import { ComputedRange, computedRange, sameRange } from '../selected-range';
import { EntryNode, filterTree, flatten, pathKey } from '../tree/entry-tree';
import { RowOrder, sortTree } from '../tree/sort-tree';
import { VisibleRow, visibleRows } from '../tree/visible-rows';
import { DataTree } from './data-tree-source';

/** What is kept of a data tree over a reload, as JSON. */
export interface DataTreeState {
    readonly closed?: readonly SeriesPath[];
    readonly order?: RowOrder;
    readonly search?: string;
    readonly onlySelection?: boolean;
}

/** All that a data tree shows, as one value; another one after each change. */
export interface DataTreeSnapshot {
    readonly tree: LoadState<DataTree>;
    readonly rows: readonly VisibleRow[];
    readonly order: RowOrder | undefined;
    readonly search: string;
    /** The server is asked for lines of what is selected on the time axis too. */
    readonly onlySelection: boolean;
    /** Path of the selected row, as a key. */
    readonly selected: string | undefined;
}

const SETTLE_MS = 200;

export type FetchTree = (range: ComputedRange, signal: AbortSignal) => Promise<DataTree>;

/** What a data tree knows: its lines over the trace or the selection, in which order, and which of them are open. */
export class DataTreeModel implements Disposable {
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly load: LatestLoad<ComputedRange, DataTree>;
    /** Keys of the paths of closed rows: ids may differ from answer to answer. Undefined: as the server wants it. */
    private closed: ReadonlySet<string> | undefined;
    private asked: ComputedRange | undefined;
    private current: DataTreeSnapshot;
    private started = false;

    constructor(
        private readonly session: TraceSession,
        fetch: FetchTree,
        state: DataTreeState | undefined,
        private readonly save: (state: DataTreeState) => void
    ) {
        this.load = new LatestLoad(fetch, SETTLE_MS);
        this.closed = state?.closed && new Set(state.closed.map(pathKey));
        this.current = {
            tree: this.load.state,
            rows: [],
            order: state?.order,
            search: state?.search ?? '',
            onlySelection: state?.onlySelection ?? false,
            selected: undefined
        };
    }

    get snapshot(): DataTreeSnapshot {
        return this.current;
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Begins to fetch; the model follows the session's selection from here on. */
    start(): void {
        if (this.started) {
            return;
        }
        this.started = true;
        this.toDispose.pushAll([
            this.load,
            this.changeEmitter,
            this.load.onDidChange(tree => {
                this.update({ tree });
                this.arrange();
            }),
            this.session.time.onDidChangeSelection(() => this.fetch())
        ]);
        this.fetch();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    retry(): void {
        this.load.retry();
    }

    setOnlySelection(onlySelection: boolean): void {
        this.update({ onlySelection });
        this.saveState();
        this.fetch();
    }

    setSearch(search: string): void {
        this.update({ search });
        this.arrange();
        this.saveState();
    }

    /** Sorts by a column, the other way round when it was sorted by it already, and then as the server does again. */
    sortBy(column: number): void {
        const { order } = this.current;
        const next =
            order?.column !== column
                ? { column, descending: true }
                : order.descending
                  ? { column, descending: false }
                  : undefined;
        this.update({ order: next });
        this.arrange();
        this.saveState();
    }

    expand(node: EntryNode, open: boolean): void {
        const closed = new Set(this.closed ?? this.closedByServer());
        if (open) {
            closed.delete(pathKey(node.path));
        } else {
            closed.add(pathKey(node.path));
        }
        this.closed = closed;
        this.arrange();
        this.saveState();
    }

    select(node: EntryNode): void {
        this.update({ selected: pathKey(node.path) });
    }

    private fetch(): void {
        const range = computedRange(this.session, this.current.onlySelection);
        if (!sameRange(this.asked, range)) {
            this.asked = range;
            this.load.request(range);
        }
    }

    private arrange(): void {
        const { tree, search, order } = this.current;
        const nodes = sortTree(filterTree(tree.value?.roots ?? [], search), order);
        const keys = this.closed ?? this.closedByServer();
        const closed = flatten(nodes).filter(({ path }) => search === '' && keys.has(pathKey(path)));
        this.update({ rows: visibleRows(nodes, new Set(closed.map(({ id }) => id))) });
    }

    private closedByServer(): ReadonlySet<string> {
        const { value } = this.current.tree;
        const level = value?.expandLevel ?? -1;
        const nodes = level < 0 ? [] : flatten(value?.roots ?? []);
        return new Set(nodes.filter(({ depth }) => depth >= level).map(({ path }) => pathKey(path)));
    }

    private saveState(): void {
        const { order, search, onlySelection, tree } = this.current;
        const { closed } = this;
        const paths =
            closed &&
            flatten(tree.value?.roots ?? [])
                .filter(({ path }) => closed.has(pathKey(path)))
                .map(({ path }) => path);
        this.save({ closed: paths, order, search, onlySelection });
    }

    private update(change: Partial<DataTreeSnapshot>): void {
        this.current = { ...this.current, ...change };
        this.changeEmitter.fire();
    }
}
