import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import type { Job } from 'tmll-service/protocol';
import { TraceSessionManager } from 'tmll-viewer';
import { TmllCommands } from '../commands/tmll-commands';
import { FindingsViewContribution } from '../findings/findings-view-contribution';
import { methodTitle } from '../form/method-title';
import { AnalysisViewContribution } from '../panel/analysis-view-contribution';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';

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

    protected async tellFailure({ error }: Job): Promise<void> {
        // The panel shows it beside the form that is to be changed.
        if (!this.analysis.tryGetWidget()?.isVisible) {
            await this.messages.error(error ?? nls.localize('tmll/notifications/failed', 'The analysis failed.'));
        }
    }

    protected async tellFindings(experimentId: string, resultId: string): Promise<void> {
        const summary = this.results.entries(experimentId).find(entry => entry.summary.id === resultId)?.summary;
        if (!summary) {
            return;
        }
        const method = methodTitle(this.jobs.modules, summary);
        if (summary.findings === 0) {
            const text = nls.localize('tmll/notifications/nothing', '{0} found nothing unusual.', method);
            await this.messages.info(text, { timeout: SHOWN_MS });
            return;
        }
        if (this.findings.tryGetWidget()?.isVisible) {
            // They stand there already; a notification would cover them.
            return;
        }
        const text =
            summary.findings === 1
                ? nls.localize('tmll/notifications/one', '{0}: 1 finding.', method)
                : nls.localize('tmll/notifications/many', '{0}: {1} findings.', method, summary.findings);
        const show = nls.localize('tmll/notifications/show', 'Show');
        if ((await this.messages.info(text, { timeout: SHOWN_MS }, show)) === show) {
            await this.commands.executeCommand(TmllCommands.SHOW_FINDINGS.id);
        }
    }
}
