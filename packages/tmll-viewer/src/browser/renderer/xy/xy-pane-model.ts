import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { LatestLoad, LoadState } from '../../load/latest-load';
import { SeriesPath } from '../../overlay/overlay';
import { TraceSession } from '../../session/trace-session';
import { assignColors, setEntries, toggleEntry } from '../tree/check-state';
import { defaultEntries, drawable, EntryNode, pathKey } from '../tree/entry-tree';
import { EntryTable, fetchEntries, fetchSeries, XyAnswer } from './xy-fetch';
import { SeriesStyle } from './xy-data';
import { YWindow } from './y-axis';
import { answers, XyRequest, xyRequest } from './xy-request';

/** What is kept of an XY pane over a reload, as JSON. */
export interface XyPaneState {
    /** Paths of the checked entries; undefined: those that are checked by default. */
    readonly checked?: readonly SeriesPath[];
    /** What the user has chosen for the Y axis; undefined: what suits the unit. */
    readonly fromZero?: boolean;
    /** What the Y axis has been zoomed to; undefined: the values decide. */
    readonly yWindow?: YWindow;
    /** How all series are drawn; undefined: as the trace server wants each. */
    readonly style?: SeriesStyle;
    /** Statistics are shown beside the chart. */
    readonly statistics?: boolean;
}

/** All that an XY pane shows, as one value; another one after each change. */
export interface XySnapshot {
    readonly entries: LoadState<EntryTable>;
    readonly data: LoadState<XyAnswer>;
    readonly checked: ReadonlySet<number>;
    /** Number of the colour of each checked entry. */
    readonly colors: ReadonlyMap<number, number>;
    readonly fromZero: boolean | undefined;
    readonly yWindow: YWindow | undefined;
    readonly style: SeriesStyle | undefined;
    readonly statistics: boolean;
}

/** Requests wait until zooming and panning have paused for this long. */
const SETTLE_MS = 120;

/** A chart draws no more series at once: beyond it nothing could be told apart, and everything would be slow. */
export const MOST_SERIES = 300;

/** What an XY pane knows: its entries, which of them are checked, and their values for what is on screen. */
export class XyPaneModel implements Disposable {
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly entryLoad: LatestLoad<void, EntryTable>;
    private readonly dataLoad: LatestLoad<XyRequest, XyAnswer>;
    private current: XySnapshot;
    private restored: XyPaneState;
    private width = 0;
    private started = false;

    /** @param colors number of different colours there are */
    constructor(
        private readonly session: TraceSession,
        private readonly output: OutputDescriptor,
        private readonly colors: number,
        state: XyPaneState | undefined,
        private readonly save: (state: XyPaneState) => void
    ) {
        this.entryLoad = new LatestLoad((_, signal) => fetchEntries(session, output, signal));
        this.dataLoad = new LatestLoad((request, signal) => fetchSeries(session, output, request, signal), SETTLE_MS);
        this.restored = state ?? {};
        this.current = {
            entries: this.entryLoad.state,
            data: this.dataLoad.state,
            checked: new Set(),
            colors: new Map(),
            fromZero: this.restored.fromZero,
            yWindow: this.restored.yWindow,
            style: this.restored.style,
            statistics: this.restored.statistics ?? false
        };
    }

    get snapshot(): XySnapshot {
        return this.current;
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Begins to fetch; the model follows the session's times from here on. */
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
            this.session.time.onDidChangeView(() => this.fetch()),
            this.session.onDidRequestSeries(outputId => outputId === this.output.id && this.checkRequested())
        ]);
        this.entryLoad.request();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    /** @param width of the plot in pixels: the number of values that are worth fetching */
    setWidth(width: number): void {
        if (Math.round(width) !== this.width) {
            this.width = Math.round(width);
            this.fetch();
        }
    }

    toggle(node: EntryNode): void {
        this.check(toggleEntry(node, this.current.checked));
    }

    setChecked(nodes: readonly EntryNode[], on: boolean): void {
        this.check(setEntries(nodes, on, this.current.checked));
    }

    /** Changes how the chart looks. */
    setLook(look: Partial<Pick<XySnapshot, 'fromZero' | 'yWindow' | 'style' | 'statistics'>>): void {
        this.update(look);
        this.saveState();
    }

    /** Tries again what has failed. */
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
                ? this.nodes.filter(node => wanted.has(pathKey(node.path)))
                : defaultEntries(entries.value.roots);
            this.draw(new Set(nodes.map(node => node.id)));
            this.checkRequested();
        }
    }

    /** Checks what others have asked the session to show. */
    private checkRequested(): void {
        if (this.current.entries.value) {
            const wanted = new Set(this.session.takeRequestedSeries(this.output.id).map(pathKey));
            const nodes = this.nodes.filter(node => wanted.has(pathKey(node.path)));
            if (nodes.length > 0) {
                this.setChecked(nodes, true);
            }
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
        const { checked, data, entries } = this.current;
        if (this.width === 0 || !entries.value) {
            return;
        }
        const items = this.nodes.filter(node => checked.has(node.id)).slice(0, MOST_SERIES);
        const { origin, time } = this.session;
        const request = xyRequest(
            origin,
            time.view,
            this.width,
            items.map(node => node.id)
        );
        if (data.value && !data.error && answers(data.value.request, request)) {
            this.dataLoad.stop();
        } else {
            this.dataLoad.request(request);
        }
    }

    private saveState(): void {
        const checked = this.nodes.filter(node => this.current.checked.has(node.id)).map(node => node.path);
        const { fromZero, yWindow, style, statistics } = this.current;
        this.restored = { checked, fromZero, yWindow, style, statistics };
        this.save(this.restored);
    }

    private update(change: Partial<XySnapshot>): void {
        this.current = { ...this.current, ...change };
        this.changeEmitter.fire();
    }
}
