import * as React from '@theia/core/shared/react';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { MessageService, nls } from '@theia/core';
import { codicon, Message, ReactWidget } from '@theia/core/lib/browser';
import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { ThemeService } from '@theia/core/lib/browser/theming';
import type { AnalysisRequest, AnalysisResult, TracePlace, PlotTheme } from 'tmll-analysis/algorithms';
import { AnalysisRerun } from '../analyze/analysis-rerun';
import { FollowUpAnalysis } from '../analyze/follow-up-analysis';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';
import { PlaceRevealer } from './place-revealer';
import { ResultView } from './result-view';

/** Which result a widget shows; kept with the layout. */
export const ResultWidgetOptions = Symbol('ResultWidgetOptions');
export interface ResultWidgetOptions {
    readonly experimentId: string;
    readonly resultId: string;
    /** Id of the module. */
    readonly module: string;
}

/** A result as a tab of the main area. */
@injectable()
export class ResultWidget extends ReactWidget {
    static readonly ID = 'tmll-result';

    @inject(ResultWidgetOptions)
    protected readonly options: ResultWidgetOptions;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(AnalysisRerun)
    protected readonly again: AnalysisRerun;

    @inject(FollowUpAnalysis)
    protected readonly followUp: FollowUpAnalysis;

    @inject(PlaceRevealer)
    protected readonly revealer: PlaceRevealer;

    @inject(ThemeService)
    protected readonly themes: ThemeService;

    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @postConstruct()
    protected init(): void {
        const { resultId, experimentId } = this.options;
        this.id = `${ResultWidget.ID}:${resultId}`;
        this.title.iconClass = codicon('graph');
        this.title.closable = true;
        this.addClass('tmll-view');
        this.node.tabIndex = -1;
        this.toDispose.pushAll([
            this.results.onDidChange(changed => changed === experimentId && this.follow()),
            this.jobs.onDidChange(() => this.follow()),
            this.themes.onDidColorThemeChange(() => this.update())
        ]);
        this.follow();
    }

    protected get entry(): ResultEntry | undefined {
        const { experimentId, resultId } = this.options;
        return this.results.entries(experimentId).find(({ summary }) => summary.id === resultId);
    }

    protected get moduleName(): string {
        const { module } = this.options;
        return this.jobs.modules.find(({ id }) => id === module)?.name ?? module;
    }

    protected get theme(): PlotTheme {
        const { type } = this.themes.getCurrentTheme();
        return type === 'light' || type === 'hcLight' ? 'light' : 'dark';
    }

    protected follow(): void {
        this.title.label = this.moduleName;
        this.title.caption = nls.localize('tmll/result/caption', 'Result of {0}', this.moduleName);
        const { entry } = this;
        if (entry && !entry.content && !entry.error) {
            this.results.load(this.options.experimentId, this.options.resultId);
        }
        this.update();
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        this.node.focus();
    }

    protected render(): React.ReactNode {
        const { experimentId, resultId } = this.options;
        return (
            <ResultView
                entry={this.entry}
                moduleName={this.moduleName}
                theme={this.theme}
                onGo={place => this.go(place)}
                onAnalyze={request => this.analyze(request)}
                onCopyCommand={command => this.copy(command)}
                onRerun={() => this.again.rerunResult(experimentId, resultId)}
                onSetShown={shown => this.results.setShown(experimentId, resultId, shown)}
            />
        );
    }

    protected go(place: TracePlace): Promise<void> {
        return this.revealer.reveal(this.options.experimentId, place);
    }

    protected async analyze(request: Omit<AnalysisRequest, 'experimentId'>): Promise<AnalysisResult | undefined> {
        const { experimentId } = this.options;
        return (await this.followUp.run({ ...request, experimentId }))?.content;
    }

    protected async copy(command: string): Promise<void> {
        await this.clipboard.writeText(command);
        await this.messages.info(nls.localize('tmll/result/copied', 'Copied: {0}', command), { timeout: 5_000 });
    }
}
