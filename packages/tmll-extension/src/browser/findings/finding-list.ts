import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { PlaceRevealer } from '../result-view/place-revealer';
import { ResultModel } from '../results/result-model';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { JobModel } from '../results/job-model';
import { FindingFilter, NO_FILTER, passes } from './finding-filter';
import { FindingFlash } from './finding-flash';
import { FindingVerdict, FindingVerdicts } from './finding-verdicts';
import { arrangeFindings, BY_SEVERITY, FindingColumn, FindingOrder, orderBy } from './finding-order';
import { findingRow, FindingRow } from './finding-row';

/** The findings of the shown results of the trace in front: filtered, in order, one of them selected. */
@injectable()
export class FindingList {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(PlaceRevealer)
    protected readonly revealer: PlaceRevealer;

    @inject(FindingFlash)
    protected readonly flash: FindingFlash;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(FindingVerdicts)
    protected readonly verdicts: FindingVerdicts;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected all: readonly FindingRow[] = [];
    protected arranged: readonly FindingRow[] = [];
    protected wanted: FindingFilter = NO_FILTER;
    protected sorting: FindingOrder = BY_SEVERITY;
    protected selectedId: string | undefined;

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeActive(() => this.collect());
        this.results.onDidChange(() => this.collect());
        this.verdicts.onDidChange(() => this.arrange());
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

    get filter(): FindingFilter {
        return this.wanted;
    }

    /** The analyses that have found something. */
    get modules(): readonly ModuleDescriptor[] {
        const found = new Set(this.all.map(({ module }) => module));
        return this.jobs.modules.filter(({ id }) => found.has(id));
    }

    /** Names of the outputs in which something was found. */
    get outputs(): readonly string[] {
        return [...new Set(this.all.map(({ output }) => output))].sort((a, b) => a.localeCompare(b));
    }

    /** Ids of the shown results that were computed before the trace changed. */
    get staleResults(): readonly string[] {
        return this.session
            ? this.results
                  .shown(this.session.experiment.UUID)
                  .filter(({ summary }) => summary.stale)
                  .map(({ summary }) => summary.id)
            : [];
    }

    get order(): FindingOrder {
        return this.sorting;
    }

    filterBy(change: Partial<FindingFilter>): void {
        this.wanted = { ...this.wanted, ...change };
        this.arrange();
    }

    verdictOf({ key }: FindingRow): FindingVerdict | undefined {
        return this.verdicts.get(key);
    }

    /** Keeps what the user says of a finding; undefined takes it back. */
    judge({ key }: FindingRow, verdict: FindingVerdict | undefined): Promise<void> {
        return this.verdicts.set(key, verdict);
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
            const { UUID } = this.session.experiment;
            await this.revealer.reveal(UUID, finding);
            this.flash.show(UUID, finding);
        }
    }

    protected collect(): void {
        const { session } = this;
        this.all = session
            ? this.results
                  .shown(session.experiment.UUID)
                  .flatMap(({ summary, content }) =>
                      (content?.findings ?? []).map(finding => findingRow(summary, finding, session.origin))
                  )
            : [];
        this.arrange();
    }

    protected arrange(): void {
        const listed = this.all.filter(row => passes(row, this.wanted, this.verdictOf(row)));
        this.arranged = arrangeFindings(listed, this.sorting);
        this.onDidChangeEmitter.fire();
    }
}
