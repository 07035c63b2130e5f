import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { PlaceRevealer } from '../result-view/place-revealer';
import { ResultModel } from '../results/result-model';
import { arrangeFindings, BY_SEVERITY, FindingColumn, FindingOrder, orderBy } from './finding-order';
import { findingRow, FindingRow } from './finding-row';

/** The findings of the shown results of the trace in front: filtered, in order, one of them selected. */
@injectable()
export class FindingList {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(PlaceRevealer)
    protected readonly revealer: PlaceRevealer;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected all: readonly FindingRow[] = [];
    protected arranged: readonly FindingRow[] = [];
    protected text = '';
    protected sorting: FindingOrder = BY_SEVERITY;
    protected selectedId: string | undefined;

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeActive(() => this.collect());
        this.results.onDidChange(() => this.collect());
        this.collect();
    }

    get session(): TraceSession | undefined {
        return this.sessions.active;
    }

    /** Number of shown results of the trace. */
    get resultCount(): number {
        return this.session ? this.results.shown(this.session.experiment.UUID).length : 0;
    }

    /** Whether the trace has results, shown or hidden. */
    get hasResults(): boolean {
        return this.session !== undefined && this.results.entries(this.session.experiment.UUID).length > 0;
    }

    /** Number of findings before the filter. */
    get total(): number {
        return this.all.length;
    }

    get rows(): readonly FindingRow[] {
        return this.arranged;
    }

    get filter(): string {
        return this.text;
    }

    get order(): FindingOrder {
        return this.sorting;
    }

    /** Keeps the rows that contain every word of a text. */
    filterBy(text: string): void {
        this.text = text;
        this.arrange();
    }

    sortBy(column: FindingColumn): void {
        this.sorting = orderBy(column, this.sorting);
        this.arrange();
    }

    /** Index of the selected row, -1 when none is, or the filter has taken it away. */
    get selected(): number {
        return this.arranged.findIndex(({ id }) => id === this.selectedId);
    }

    /** Indexes beyond the ends select the first or last row. */
    select(index: number): void {
        const row = this.arranged[Math.max(0, Math.min(index, this.arranged.length - 1))];
        this.selectedId = row?.id;
        this.onDidChangeEmitter.fire();
    }

    /** Shows where a finding is: a tab of its trace in sight, its series drawn, its time on screen. */
    async reveal({ finding }: FindingRow): Promise<void> {
        if (this.session) {
            await this.revealer.reveal(this.session.experiment.UUID, finding);
        }
    }

    protected collect(): void {
        const { session } = this;
        this.all = session
            ? this.results
                  .shown(session.experiment.UUID)
                  .flatMap(({ summary, content }) =>
                      (content?.findings ?? []).map(finding => findingRow(summary.id, finding, session.origin))
                  )
            : [];
        this.arrange();
    }

    protected arrange(): void {
        this.arranged = arrangeFindings(this.all, this.text, this.sorting);
        this.onDidChangeEmitter.fire();
    }
}
