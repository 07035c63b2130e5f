import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { AnalysisRequest, fromWire } from 'tmll-analysis/algorithms';
import type { Job, ResultSummary } from 'tmll-service/protocol';
import { TraceSessionManager } from 'tmll-viewer';
import { TmllCommands } from '../commands/tmll-commands';
import { FindingsViewContribution } from '../findings/findings-view-contribution';
import { methodTitle } from '../form/method-title';
import { AnalysisViewContribution } from '../panel/analysis-view-contribution';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { ResultOpener } from '../result-view/result-opener';
import { messageOf } from '../../common/message-of';
import { tellsAll } from './notification-preferences';

const SHOWN_MS = 10_000;

/** Shows the result of an analysis that has ended, and tells of it in a way that can be acted on. */
@injectable()
export class JobNotifications implements FrontendApplicationContribution {
    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(AnalysisViewContribution)
    protected readonly analysis: AnalysisViewContribution;

    @inject(FindingsViewContribution)
    protected readonly findings: FindingsViewContribution;

    @inject(TraceAnalysis)
    protected readonly traceAnalysis: TraceAnalysis;

    @inject(ResultOpener)
    protected readonly opener: ResultOpener;

    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    @inject(CommandService)
    protected readonly commands: CommandService;

    onStart(): void {
        this.jobs.onDidEnd(job => this.tell(job));
    }

    protected async tell(job: Job): Promise<void> {
        const { experimentId } = job.request;
        if (!this.sessions.sessions.some(({ experiment }) => experiment.UUID === experimentId)) {
            return;
        }
        const isAlone = !this.traceAnalysis.includes(job.id);
        if (job.state === 'failed' && isAlone) {
            await this.tellFailure(job);
        } else if (job.state === 'done' && job.resultId) {
            await this.results.present(experimentId, job.resultId);
            if (isAlone) {
                await this.tellFindings(experimentId, job.resultId);
            }
        }
    }

    protected async tellFailure(job: Job): Promise<void> {
        if (this.analysis.tryGetWidget()?.isVisible) {
            // The panel shows it beside the form that is to be changed, and in the history.
            return;
        }
        const rerun = nls.localize('tmll/notifications/rerun', 'Rerun');
        const show = nls.localize('tmll/notifications/showReason', 'Show in Panel');
        const text = job.error ?? nls.localize('tmll/notifications/failed', 'The analysis failed.');
        const chosen = await this.messages.error(text, rerun, show);
        if (chosen === show) {
            await this.commands.executeCommand(TmllCommands.FIND_ANOMALIES.id);
        } else if (chosen === rerun) {
            await this.rerun(job);
        }
    }

    protected async rerun({ request }: Job): Promise<void> {
        try {
            await this.jobs.run(fromWire<AnalysisRequest>(request));
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }

    protected async tellFindings(experimentId: string, resultId: string): Promise<void> {
        const summary = this.results.entries(experimentId).find(entry => entry.summary.id === resultId)?.summary;
        const isSeen = summary && summary.findings > 0 && this.findings.tryGetWidget()?.isVisible;
        // What stands among the findings already needs no notification, which would cover it.
        if (!summary || isSeen || !tellsAll(this.preferences)) {
            return;
        }
        const open = nls.localize('tmll/notifications/open', 'Open Result');
        const show = nls.localize('tmll/notifications/show', 'Show Findings');
        const actions = summary.findings > 0 ? [show, open] : [open];
        const chosen = await this.messages.info(this.describe(summary), { timeout: SHOWN_MS }, ...actions);
        if (chosen === show) {
            await this.commands.executeCommand(TmllCommands.SHOW_FINDINGS.id);
        } else if (chosen === open) {
            await this.opener.open(summary);
        }
    }

    protected describe(summary: ResultSummary): string {
        const module = this.jobs.modules.find(({ id }) => id === summary.module)?.name ?? summary.module;
        const what = `${module} (${methodTitle(this.jobs.modules, summary)})`;
        switch (summary.findings) {
            case 0:
                return nls.localize('tmll/notifications/nothing', '{0} found nothing unusual.', what);
            case 1:
                return nls.localize('tmll/notifications/one', '{0}: 1 finding.', what);
            default:
                return nls.localize('tmll/notifications/many', '{0}: {1} findings.', what, summary.findings);
        }
    }
}
