import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { AnalysisForm } from '../form/analysis-form';
import { EmptyState } from '../react/empty-state';
import { useChange } from '../react/use-change';
import { JobModel } from '../results/job-model';
import { RunModel } from '../results/run-model';
import { AnalyzeBar } from './analyze-bar';
import { HistoryActions } from './history-actions';
import { HistorySection } from './history-section';
import { ModuleChoice } from './module-choice';
import { ParameterSection } from './parameter-section';
import { PresetActions } from './preset-actions';
import { PresetBar } from './preset-bar';
import { RangeSection } from './range-section';
import { RunBar } from './run-bar';
import { SeriesSection } from './series-section';

interface AnalysisPanelProps {
    readonly form: AnalysisForm;
    readonly jobs: JobModel;
    readonly runs: RunModel;
    readonly analysis: TraceAnalysis;
    readonly presetActions: PresetActions;
    readonly historyActions: HistoryActions;
    /** Asks for a trace to open. */
    readonly onOpenTrace: () => void;
}

/** Chooses an analysis of the trace in front, runs it, and lists what was run. */
export const AnalysisPanel: React.FC<AnalysisPanelProps> = props => {
    const { form, jobs, runs, analysis, presetActions, historyActions, onOpenTrace } = props;
    useChange(form.onDidChange);
    useChange(jobs.onDidChange);
    useChange(runs.onDidChange);
    useChange(analysis.onDidChange);
    const { session, module } = form;
    if (!session || !module) {
        return (
            <EmptyState
                icon="beaker"
                title={form.obstacle ?? ''}
                hint={session ? undefined : INTRODUCTION}
                action={session ? undefined : { label: OPEN_TRACE, run: onOpenTrace }}
            />
        );
    }
    return (
        <div className="tmll-panel">
            <div className="tmll-panel-form">
                <div className="tmll-panel-trace" title={session.paths.join('\n')}>
                    {session.experiment.name}
                </div>
                <AnalyzeBar session={session} analysis={analysis} />
                <ModuleChoice form={form} jobs={jobs} />
                {module.looksAt !== 'trace' && <SeriesSection key={session.experiment.UUID} picker={form.picker} />}
                <ParameterSection form={form} module={module}>
                    <PresetBar form={form} module={module} actions={presetActions} />
                </ParameterSection>
                <RangeSection form={form} session={session} />
                <HistorySection
                    items={runs.history(session.experiment.UUID)}
                    modules={jobs.modules}
                    actions={historyActions}
                    outputs={form.picker.outputs}
                />
            </div>
            <RunBar
                form={form}
                jobs={jobs}
                analysis={analysis}
                onCopyCommand={command => historyActions.copy(command)}
            />
        </div>
    );
};

const INTRODUCTION = nls.localize(
    'tmll/panel/introduction',
    'An analysis looks at the series of a trace for what is unusual and marks it on the charts.'
);
const OPEN_TRACE = nls.localize('tmll/panel/openTrace', 'Open Trace…');
