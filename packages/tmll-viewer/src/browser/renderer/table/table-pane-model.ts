import { Line } from 'tsp-typescript-client/lib/models/table';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { LatestLoad, LoadState } from '../../load/latest-load';
import { TimeWindow } from '../../session/time-model';
import { TraceSession } from '../../session/trace-session';
import { LineCache } from './line-cache';
import { clampWidth, defaultHidden, TableColumn, timeCell, timeOfCell } from './table-columns';
import { FilteredLines, TableFilter } from './table-filter';
import { TableSearch, TableSource } from './table-fetch';

/** What is kept of a table over a reload, as JSON. */
export interface TablePaneState {
    /** Undefined: those that are hidden by default. */
    readonly hidden?: readonly number[];
    readonly widths?: readonly (readonly [columnId: number, width: number])[];
    /** Regular expressions by column. */
    readonly filters?: readonly (readonly [columnId: number, expression: string])[];
    /** The row with the filters is shown. */
    readonly filtering?: boolean;
}

/** All that a table shows besides its lines; another one after each change. */
export interface TableSnapshot {
    readonly columns: LoadState<readonly TableColumn[]>;
    readonly size: number | undefined;
    readonly isLoading: boolean;
    readonly error: string | undefined;
    /** Index of the selected line. */
    readonly selected: number | undefined;
    /** A line to bring into sight, once for each object. */
    readonly reveal: { readonly index: number } | undefined;
    readonly hidden: ReadonlySet<number>;
    readonly widths: ReadonlyMap<number, number>;
    readonly search: LoadState<number | undefined>;
    /** Regular expressions by column id. */
    readonly filters: ReadonlyMap<number, string>;
    readonly filtering: boolean;
    /** The lines that match the filters; undefined: all lines are shown. */
    readonly filtered: FilteredLines | undefined;
}

const SETTLE_MS = 80;

/** What a table knows: its columns, the lines in sight, the selected line, and its part in the session's selection. */
export class TablePaneModel implements Disposable {
    readonly lines: LineCache;
    private readonly filter: TableFilter;
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly columnLoad: LatestLoad<void, readonly TableColumn[]>;
    private readonly timeLoad: LatestLoad<bigint, number | undefined>;
    private readonly searchLoad: LatestLoad<TableSearch, number | undefined>;
    private restored: TablePaneState;
    private current: TableSnapshot;
    /** The selection that this table has made itself. */
    private own: TimeWindow | undefined;
    /** Index of the line that the user has selected and whose time the others do not know yet. */
    private unshared: number | undefined;
    private started = false;

    constructor(
        private readonly session: TraceSession,
        source: TableSource,
        state: TablePaneState | undefined,
        private readonly save: (state: TablePaneState) => void
    ) {
        this.restored = state ?? {};
        this.lines = new LineCache((index, count, signal) => source.lines(index, count, signal));
        this.filter = new TableFilter((index, count, signal) => source.lines(index, count, signal));
        this.columnLoad = new LatestLoad((_, signal) => source.columns(signal));
        this.timeLoad = new LatestLoad((ns, signal) => source.indexAt(ns, signal), SETTLE_MS);
        this.searchLoad = new LatestLoad((search, signal) => source.find(search, signal));
        this.current = {
            columns: this.columnLoad.state,
            size: undefined,
            isLoading: true,
            error: undefined,
            selected: undefined,
            reveal: undefined,
            hidden: new Set(this.restored.hidden),
            widths: new Map(this.restored.widths),
            search: this.searchLoad.state,
            filters: new Map(this.restored.filters),
            filtering: this.restored.filtering ?? false,
            filtered: undefined
        };
    }

    get snapshot(): TableSnapshot {
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
            this.lines,
            this.columnLoad,
            this.timeLoad,
            this.searchLoad,
            this.changeEmitter,
            this.filter,
            this.filter.onDidChange(() => this.update({ filtered: this.filter.result })),
            this.columnLoad.onDidChange(columns => this.acceptColumns(columns)),
            this.lines.onDidChange(() => this.acceptLines()),
            this.timeLoad.onDidChange(({ loading, value }) => !loading && this.reveal(value)),
            this.searchLoad.onDidChange(search => this.acceptSearch(search)),
            this.session.time.onDidChangeSelection(selection => this.followSelection(selection))
        ]);
        this.columnLoad.request();
        this.lines.show({ first: 0, end: 1 });
        this.followSelection(this.session.time.selection);
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    /** Selects a line and, where it has one, its time in all panes. */
    select(index: number): void {
        this.update({ selected: index });
        this.unshared = index;
        this.shareTime();
    }

    /** A line by its index in the whole table; undefined while it is not there. */
    lineAt(index: number): Line | undefined {
        return this.current.filtered?.lines.find(line => line.index === index) ?? this.lines.line(index);
    }

    /** Time of a line in ns from the session's origin; undefined when it has none or is not there yet. */
    timeOf(line: Line | undefined): number | undefined {
        const cell = timeCell(this.current.columns.value ?? []);
        const ns = timeOfCell(line?.cells[cell]?.content);
        return ns === undefined ? undefined : Number(ns - this.session.origin);
    }

    toggleColumn(id: number): void {
        const hidden = new Set(this.current.hidden);
        if (!hidden.delete(id)) {
            hidden.add(id);
        }
        this.update({ hidden });
        this.saveState();
    }

    /** Shows only lines whose cell in a column matches a regular expression; an empty one lets all through. */
    setFilter(columnId: number, expression: string): void {
        this.update({ filters: new Map(this.current.filters).set(columnId, expression) });
        this.saveState();
        this.applyFilters();
    }

    /** Shows the row with the filters; without it nothing is filtered. */
    setFiltering(filtering: boolean): void {
        this.update({ filtering });
        this.saveState();
        this.applyFilters();
    }

    resizeColumn(id: number, width: number): void {
        this.update({ widths: new Map(this.current.widths).set(id, clampWidth(width)) });
        this.saveState();
    }

    /** Looks for the next line whose cell matches a regular expression, from the selected line on. */
    find(columnId: number, expression: string, direction: 'NEXT' | 'PREVIOUS'): void {
        const { selected } = this.current;
        const from = selected === undefined ? 0 : selected + (direction === 'NEXT' ? 1 : -1);
        if (from >= 0) {
            this.searchLoad.request({ expressions: new Map([[columnId, expression]]), from, direction });
        }
    }

    retry(): void {
        if (this.current.columns.error) {
            this.columnLoad.retry();
        }
        this.lines.retry();
    }

    private acceptColumns(columns: LoadState<readonly TableColumn[]>): void {
        const hidden =
            columns.value && !this.restored.hidden ? defaultHidden(columns.value) : new Set(this.current.hidden);
        this.update({ columns, hidden });
        if (!columns.loading && columns.value) {
            this.applyFilters();
        }
    }

    private applyFilters(): void {
        const { filtering, filters, columns } = this.current;
        this.filter.apply(filtering ? filters : new Map(), columns.value ?? []);
    }

    private acceptLines(): void {
        const { size, isLoading, error } = this.lines;
        this.update({ size, isLoading, error });
        this.shareTime();
    }

    private acceptSearch(search: LoadState<number | undefined>): void {
        this.update({ search });
        if (!search.loading && !search.error && search.value !== undefined) {
            this.update({ reveal: { index: search.value } });
            this.select(search.value);
        }
    }

    /** Another pane has selected something: its first line is looked for. */
    private followSelection(selection: TimeWindow | undefined): void {
        if (selection && !(this.own && sameWindow(selection, this.own))) {
            this.own = undefined;
            this.timeLoad.request(this.session.origin + BigInt(selection.start));
        }
    }

    private reveal(index: number | undefined): void {
        if (index !== undefined) {
            this.unshared = undefined;
            this.update({ selected: index, reveal: { index } });
        }
    }

    /** A selected line may still have to be fetched before its time is known. */
    private shareTime(): void {
        const time = this.unshared === undefined ? undefined : this.timeOf(this.lineAt(this.unshared));
        if (time !== undefined) {
            this.unshared = undefined;
            this.own = { start: time, end: time };
            this.session.time.setSelection(this.own);
        }
    }

    private saveState(): void {
        const { hidden, widths, filters, filtering } = this.current;
        this.restored = { hidden: [...hidden], widths: [...widths], filters: [...filters], filtering };
        this.save(this.restored);
    }

    private update(change: Partial<TableSnapshot>): void {
        this.current = { ...this.current, ...change };
        this.changeEmitter.fire();
    }
}

function sameWindow(one: TimeWindow, other: TimeWindow): boolean {
    return one.start === other.start && one.end === other.end;
}
