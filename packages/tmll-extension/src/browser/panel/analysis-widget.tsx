import * as React from '@theia/core/shared/react';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { CommandService, nls } from '@theia/core';
import { codicon, Message, ReactWidget } from '@theia/core/lib/browser';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { AnalysisForm } from '../form/analysis-form';
import { JobModel } from '../results/job-model';
import { RunModel } from '../results/run-model';
import { AnalysisPanel } from './analysis-panel';
import { HistoryActions } from './history-actions';
import { PresetActions } from './preset-actions';

/** The viewer's own command that asks for a trace and opens it. */
const OPEN_TRACE_COMMAND = 'traceViewer.openFolder';

/** The analysis panel as a view of the workbench. */
@injectable()
export class AnalysisWidget extends ReactWidget {
    static readonly ID = 'tmll-analysis';
    static readonly LABEL = nls.localize('tmll/panel/title', 'Analysis');

    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(RunModel)
    protected readonly runs: RunModel;

    @inject(TraceAnalysis)
    protected readonly analysis: TraceAnalysis;

    @inject(PresetActions)
    protected readonly presetActions: PresetActions;

    @inject(HistoryActions)
    protected readonly historyActions: HistoryActions;

    @inject(CommandService)
    protected readonly commands: CommandService;

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
                runs={this.runs}
                presetActions={this.presetActions}
                historyActions={this.historyActions}
                onOpenTrace={() => this.commands.executeCommand(OPEN_TRACE_COMMAND)}
            />
        );
    }
}
