import { inject, injectable } from '@theia/core/shared/inversify';
import {
    CommandContribution,
    CommandRegistry,
    CommandService,
    MenuContribution,
    MenuModelRegistry,
    MessageService,
    nls
} from '@theia/core';
import { FrontendApplicationContribution, KeybindingContribution, KeybindingRegistry } from '@theia/core/lib/browser';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { TraceSession, TraceSessionManager, TraceViewerMenus } from 'tmll-viewer';
import { TmllCommands, TmllMenu } from '../commands/tmll-commands';
import { markedRange } from '../form/analysis-range';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { tellsAll } from '../notifications/notification-preferences';
import { ANALYZE_ON_OPEN } from './analyze-preferences';
import { TraceAnalysis, TraceAnalysisRun } from './trace-analysis';

const SHOWN_MS = 15_000;

/** The commands "Analyze Trace" and "Analyze Selection", the analysis of traces when they are opened, and what is said when one has ended. */
@injectable()
export class AnalyzeContribution
    implements CommandContribution, MenuContribution, KeybindingContribution, FrontendApplicationContribution
{
    @inject(TraceAnalysis)
    protected readonly analysis: TraceAnalysis;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(CommandService)
    protected readonly commands: CommandService;

    protected readonly seen = new WeakSet<TraceSession>();

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TmllCommands.ANALYZE_TRACE, {
            execute: () => this.sessions.active && this.analysis.run(this.sessions.active),
            isEnabled: () => this.isPossible()
        });
        commands.registerCommand(TmllCommands.ANALYZE_SELECTION, {
            execute: () => this.sessions.active && this.analyzeSelection(this.sessions.active),
            isEnabled: () => this.isPossible()
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerMenuAction(TmllMenu.RUN, { commandId: TmllCommands.ANALYZE_TRACE.id, order: '!' });
        const commandId = TmllCommands.ANALYZE_SELECTION.id;
        menus.registerMenuAction(TmllMenu.RUN, { commandId, order: '!1' });
        menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_ANALYSE, { commandId });
    }

    registerKeybindings(keybindings: KeybindingRegistry): void {
        keybindings.registerKeybinding({ command: TmllCommands.ANALYZE_TRACE.id, keybinding: 'ctrlcmd+alt+enter' });
    }

    onStart(): void {
        this.analysis.onDidEnd(run => this.tell(run));
        this.sessions.onDidChangeSessions(() => this.followSessions());
        this.jobs.onDidChange(() => this.followSessions());
        this.followSessions();
    }

    protected isPossible(): boolean {
        return this.sessions.active !== undefined && this.jobs.modules.length > 0;
    }

    protected async analyzeSelection(session: TraceSession): Promise<void> {
        const range = markedRange(session);
        if (range) {
            await this.analysis.run(session, range);
        } else {
            const hint = 'Mark the stretch of time to analyze first: drag over a chart.';
            await this.messages.info(nls.localize('tmll/analyze/noSelection', hint));
        }
    }

    /** Traces are analysed when the analyses on offer are known, each once. */
    protected followSessions(): void {
        if (this.jobs.modules.length > 0 && this.preferences.get(ANALYZE_ON_OPEN, false)) {
            for (const session of this.sessions.sessions.filter(each => !this.seen.has(each))) {
                this.seen.add(session);
                this.analysis.run(session);
            }
        }
    }

    protected async tell({ session, jobs, failures }: TraceAnalysisRun): Promise<void> {
        const ended = jobs.map(({ id }) => this.jobs.job(id));
        const done = ended.filter(job => job?.state === 'done').length;
        if (done > 0) {
            await this.commands.executeCommand(TmllCommands.SHOW_FINDINGS.id);
        }
        const { name, UUID } = session.experiment;
        const findings = this.results
            .entries(UUID)
            .reduce((sum, { summary, shown }) => sum + (shown ? summary.findings : 0), 0);
        const text = nls.localize('tmll/analyze/done', '{0}: {1} analyses, {2} findings.', name, done, findings);
        // What does not apply to a trace has its reason in the history: none to alarm anybody.
        const absent = failures.length + ended.filter(job => job?.state === 'failed').length;
        if (absent > 0 || tellsAll(this.preferences)) {
            await this.offer([text, ...absentText(absent), ...failures].join(' '), done, absent);
        }
    }

    /** Says what came of a run, with the ways to go on from there. */
    protected async offer(text: string, done: number, absent: number): Promise<void> {
        const report = nls.localize('tmll/analyze/report', 'Export Report…');
        const reasons = nls.localize('tmll/analyze/reasons', 'Show Reasons');
        const actions = [...(done > 0 ? [report] : []), ...(absent > 0 ? [reasons] : [])];
        const chosen = await this.messages.info(text, { timeout: SHOWN_MS }, ...actions);
        if (chosen === report) {
            await this.commands.executeCommand(TmllCommands.EXPORT_REPORT.id);
        } else if (chosen === reasons) {
            await this.commands.executeCommand(TmllCommands.FIND_ANOMALIES.id);
        }
    }
}

function absentText(absent: number): string[] {
    switch (absent) {
        case 0:
            return [];
        case 1:
            return [nls.localize('tmll/analyze/oneAbsent', 'One does not apply to this trace.')];
        default:
            return [nls.localize('tmll/analyze/absent', '{0} do not apply to this trace.', absent)];
    }
}
