import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { LatestLoad, LoadState } from '../../load/latest-load';
import { SeriesPath } from '../../overlay/overlay';
import { TraceSession } from '../../session/trace-session';
import { computedRange } from '../selected-range';
import { assignColors, setEntries, toggleEntry } from '../tree/check-state';
import { drawable, EntryNode, pathKey } from '../tree/entry-tree';
import { EntryTable } from '../xy/xy-fetch';
import { GenericXyAnswer, GenericXyQuery } from './generic-xy-source';

/** What is kept of the pane over a reload, as JSON. */
export interface GenericXyState {
    readonly checked?: readonly SeriesPath[];
    readonly logarithmic?: boolean;
    readonly onlySelection?: boolean;
}

/** All that the pane shows, as one value; another one after each change. */
export interface GenericXySnapshot {
    readonly entries: LoadState<EntryTable>;
    readonly data: LoadState<GenericXyAnswer>;
    readonly checked: ReadonlySet<number>;
    /** Number of the colour of each checked entry. */
    readonly colors: ReadonlyMap<number, number>;
    /** The Y axis has powers of ten at even distances. */
    readonly logarithmic: boolean;
    readonly onlySelection: boolean;
}

export interface GenericXyFetch {
    entries(signal: AbortSignal): Promise<EntryTable>;
    series(query: GenericXyQuery, signal: AbortSignal): Promise<GenericXyAnswer>;
}

const SETTLE_MS = 200;
/** A bar has at least so many pixels. */
const BAR_WIDTH = 8;

/** What a chart over ranges or categories knows. */
export class GenericXyModel implements Disposable {
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly entryLoad: LatestLoad<void, EntryTable>;
    private readonly dataLoad: LatestLoad<GenericXyQuery, GenericXyAnswer>;
    private readonly restored: GenericXyState;
    private current: GenericXySnapshot;
    private asked = '';
    private width = 0;
    private started = false;

    /** @param colors number of different colours there are */
    constructor(
        private readonly session: TraceSession,
        fetch: GenericXyFetch,
        private readonly colors: number,
        state: GenericXyState | undefined,
        private readonly save: (state: GenericXyState) => void
    ) {
        this.entryLoad = new LatestLoad((_, signal) => fetch.entries(signal));
        this.dataLoad = new LatestLoad((query, signal) => fetch.series(query, signal), SETTLE_MS);
        this.restored = state ?? {};
        this.current = {
            entries: this.entryLoad.state,
            data: this.dataLoad.state,
            checked: new Set(),
            colors: new Map(),
            logarithmic: this.restored.logarithmic ?? false,
            onlySelection: this.restored.onlySelection ?? false
        };
    }

    get snapshot(): GenericXySnapshot {
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
            this.entryLoad,
            this.dataLoad,
            this.changeEmitter,
            this.entryLoad.onDidChange(entries => this.acceptEntries(entries)),
            this.dataLoad.onDidChange(data => this.update({ data })),
            this.session.time.onDidChangeSelection(() => this.fetch())
        ]);
        this.entryLoad.request();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    /** @param width of the plot in pixels */
    setWidth(width: number): void {
        this.width = width;
        this.fetch();
    }

    toggle(node: EntryNode): void {
        this.check(toggleEntry(node, this.current.checked));
    }

    setChecked(nodes: readonly EntryNode[], on: boolean): void {
        this.check(setEntries(nodes, on, this.current.checked));
    }

    setLogarithmic(logarithmic: boolean): void {
        this.update({ logarithmic });
        this.saveState();
    }

    setOnlySelection(onlySelection: boolean): void {
        this.update({ onlySelection });
        this.saveState();
        this.fetch();
    }

    retry(): void {
        if (this.current.entries.error) {
            this.entryLoad.retry();
        } else {
            this.dataLoad.retry();
        }
    }

    private get nodes(): readonly EntryNode[] {
        return drawable(this.current.entries.value?.roots ?? []);
    }

    private acceptEntries(entries: LoadState<EntryTable>): void {
        const isNew = entries.value !== this.current.entries.value;
        this.update({ entries });
        if (isNew && entries.value) {
            const wanted = this.restored.checked && new Set(this.restored.checked.map(pathKey));
            const nodes = wanted
                ? this.nodes.filter(({ path }) => wanted.has(pathKey(path)))
                : defaultCurves(this.nodes);
            this.draw(new Set(nodes.map(({ id }) => id)));
        }
    }

    private check(checked: ReadonlySet<number>): void {
        this.draw(checked);
        this.saveState();
    }

    private draw(checked: ReadonlySet<number>): void {
        this.update({ checked, colors: assignColors(checked, this.current.colors, this.colors) });
        this.fetch();
    }

    private fetch(): void {
        const { checked, onlySelection, entries } = this.current;
        if (this.width <= 0 || !entries.value) {
            return;
        }
        const range = computedRange(this.session, onlySelection);
        const items = this.nodes.filter(({ id }) => checked.has(id)).map(({ id }) => id);
        // Resizing a little changes no bars.
        const samples = Math.min(Math.max(Math.round(this.width / BAR_WIDTH / 10) * 10, 10), 200);
        const key = [range.start, range.end, range.isSelection, samples, ...items].join(' ');
        if (key !== this.asked) {
            this.asked = key;
            this.dataLoad.request({ range, items, samples });
        }
    }

    private saveState(): void {
        const { checked, logarithmic, onlySelection } = this.current;
        const paths = this.nodes.filter(({ id }) => checked.has(id)).map(({ path }) => path);
        this.save({ checked: paths, logarithmic, onlySelection });
    }

    private update(change: Partial<GenericXySnapshot>): void {
        this.current = { ...this.current, ...change };
        this.changeEmitter.fire();
    }
}

/** How many series a chart shows at first when the trace server names none. */
const DEFAULT_CURVES = 12;

/** What the server names, else the first leaves: what stands above them only groups, and often says that it had data. */
function defaultCurves(nodes: readonly EntryNode[]): readonly EntryNode[] {
    const named = nodes.filter(({ isDefault }) => isDefault);
    return named.length > 0 ? named : nodes.filter(({ children }) => children.length === 0).slice(0, DEFAULT_CURVES);
}
