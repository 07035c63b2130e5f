import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { ConfirmDialog } from '@theia/core/lib/browser';
import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { commandLine } from 'tmll-analysis/algorithms';
import { messageOf } from '../../common/message-of';
import { AnalysisRerun } from '../analyze/analysis-rerun';
import { TmllCommands } from '../commands/tmll-commands';
import { AnalysisForm } from '../form/analysis-form';
import { ResultOpener } from '../result-view/result-opener';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';
import { HistoryItem } from '../results/run-history';
import { RunModel } from '../results/run-model';

const COPIED_MS = 8_000;

/** What can be done with what the history of the trace in front tells. */
@injectable()
export class HistoryActions {
    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    @inject(RunModel)
    protected readonly runs: RunModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(AnalysisRerun)
    protected readonly again: AnalysisRerun;

    @inject(ResultOpener)
    protected readonly opener: ResultOpener;

    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    @inject(CommandService)
    protected readonly commands: CommandService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    setShown({ summary }: ResultEntry, shown: boolean): Promise<void> {
        return this.results.setShown(summary.experimentId, summary.id, shown);
    }

    /** Opens a result in a tab of its own: what it means, with its plots. */
    async open({ summary }: ResultEntry): Promise<void> {
        await this.results.setShown(summary.experimentId, summary.id, true);
        await this.opener.open(summary);
    }

    /** Saves what the shown results say as one file. */
    async export(): Promise<void> {
        await this.commands.executeCommand(TmllCommands.EXPORT_REPORT.id);
    }

    /** Asks the same again, of the trace as it is now. */
    async rerun(item: HistoryItem): Promise<void> {
        const { session } = this.form;
        if (session) {
            await this.again.rerun(session.experiment.UUID, item);
        }
    }

    /** Puts what was asked into the form, to be changed before it is run again. */
    async edit(item: HistoryItem): Promise<void> {
        const request = await this.again.requestOf(item);
        if (request) {
            this.form.load({ ...request, selection: request.selection, range: request.range });
            await this.commands.executeCommand(TmllCommands.FIND_ANOMALIES.id);
        }
    }

    /** Copies the command line that asks the same: of a result the one that it was computed by, step and all. */
    async copyCommand(item: HistoryItem): Promise<void> {
        const { session } = this.form;
        const request = await this.again.requestOf(item);
        const module = this.jobs.modules.find(({ id }) => id === item.module);
        const command =
            item.result?.content?.provenance.command ??
            (session && request && module
                ? commandLine({ ...module, ...request, command: module.id, paths: session.paths, request })
                : undefined);
        if (command !== undefined) {
            await this.copy(command);
        }
    }

    async copy(command: string): Promise<void> {
        await this.clipboard.writeText(command);
        await this.messages.info(nls.localize('tmll/result/copied', 'Copied: {0}', command), { timeout: COPIED_MS });
    }

    /** Forgets a run; one with a result is asked about first, because its findings go with it. */
    async delete(item: HistoryItem): Promise<void> {
        if (item.result && !(await this.confirm(item.result))) {
            return;
        }
        try {
            await this.runs.delete(item);
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }

    protected async confirm({ summary }: ResultEntry): Promise<boolean> {
        const dialog = new ConfirmDialog({
            title: nls.localize('tmll/panel/deleteTitle', 'Delete Result'),
            msg: nls.localize(
                'tmll/panel/deleteQuestion',
                'Delete this result with its {0} findings? The analysis can be run again.',
                summary.findings
            ),
            ok: nls.localizeByDefault('Delete')
        });
        return (await dialog.open()) === true;
    }
}
