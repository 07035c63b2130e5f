import * as React from '@theia/core/shared/react';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { codicon, ConfirmDialog, Message, ReactWidget } from '@theia/core/lib/browser';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { TmllCommands } from '../commands/tmll-commands';
import { AnalysisForm } from '../form/analysis-form';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';
import { ResultOpener } from '../result-view/result-opener';
import { AnalysisPanel } from './analysis-panel';
import { ResultActions } from './result-list';
import { messageOf } from '../../common/message-of';

/** The analysis panel as a view of the workbench. */
@injectable()
export class AnalysisWidget extends ReactWidget {
    static readonly ID = 'tmll-analysis';
    static readonly LABEL = nls.localize('tmll/panel/title', 'Analysis');

    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(TraceAnalysis)
    protected readonly analysis: TraceAnalysis;

    @inject(ResultOpener)
    protected readonly opener: ResultOpener;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(CommandService)
    protected readonly commands: CommandService;

    protected readonly resultActions: ResultActions = {
        setShown: ({ summary }, shown) => this.results.setShown(summary.experimentId, summary.id, shown),
        delete: entry => this.delete(entry),
        open: entry => this.open(entry),
        export: () => this.commands.executeCommand(TmllCommands.EXPORT_REPORT.id)
    };

    @postConstruct()
    protected init(): void {
        this.id = AnalysisWidget.ID;
        this.title.label = AnalysisWidget.LABEL;
        this.title.caption = AnalysisWidget.LABEL;
        this.title.iconClass = codicon('beaker');
        this.title.closable = true;
        this.addClass('tmll-view');
        this.node.tabIndex = -1;
        // The form scrolls by itself, so that its button stays in sight.
        this.scrollOptions = undefined;
        this.update();
    }

    /** Runs what the form says. */
    run(): void {
        this.form.run();
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        const field = this.node.querySelector<HTMLElement>('select, input');
        (field ?? this.node).focus();
    }

    protected render(): React.ReactNode {
        return (
            <AnalysisPanel
                form={this.form}
                jobs={this.jobs}
                analysis={this.analysis}
                results={this.results}
                resultActions={this.resultActions}
            />
        );
    }

    protected async open({ summary }: ResultEntry): Promise<void> {
        await this.results.setShown(summary.experimentId, summary.id, true);
        await this.opener.open(summary);
    }

    protected async delete({ summary }: ResultEntry): Promise<void> {
        const confirmed = await new ConfirmDialog({
            title: nls.localize('tmll/panel/deleteTitle', 'Delete Result'),
            msg: nls.localize(
                'tmll/panel/deleteQuestion',
                'Delete this result with its {0} findings? The analysis can be run again.',
                summary.findings
            ),
            ok: nls.localizeByDefault('Delete')
        }).open();
        if (confirmed) {
            try {
                await this.results.delete(summary.experimentId, summary.id);
            } catch (error) {
                this.messages.error(messageOf(error));
            }
        }
    }
}
