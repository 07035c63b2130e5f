import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { AnalysisForm } from '../form/analysis-form';
import { EmptyState } from '../react/empty-state';
import { useChange } from '../react/use-change';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { AnalyzeBar } from './analyze-bar';
import { ParameterSection } from './parameter-section';
import { RangeSection } from './range-section';
import { ResultActions, ResultList } from './result-list';
import { RunBar } from './run-bar';
import { SeriesSection } from './series-section';

interface AnalysisPanelProps {
    readonly form: AnalysisForm;
    readonly jobs: JobModel;
    readonly results: ResultModel;
    readonly analysis: TraceAnalysis;
    readonly resultActions: ResultActions;
}

/** Chooses an analysis of the trace in front, runs it, and lists what came of earlier ones. */
export const AnalysisPanel: React.FC<AnalysisPanelProps> = ({ form, jobs, results, analysis, resultActions }) => {
    useChange(form.onDidChange);
    useChange(jobs.onDidChange);
    useChange(results.onDidChange);
    useChange(analysis.onDidChange);
    const { session, module } = form;
    if (!session || !module) {
        return <EmptyState icon="beaker" title={form.obstacle ?? ''} hint={session ? undefined : INTRODUCTION} />;
    }
    return (
        <div className="tmll-panel">
            <div className="tmll-panel-form">
                <div className="tmll-panel-trace" title={session.paths.join('\n')}>
                    {session.experiment.name}
                </div>
                <AnalyzeBar session={session} analysis={analysis} />
                {jobs.modules.length > 1 && <ModuleChoice form={form} jobs={jobs} />}
                <SeriesSection key={session.experiment.UUID} form={form} />
                <ParameterSection form={form} module={module} />
                <RangeSection form={form} />
                <ResultList
                    entries={results.entries(session.experiment.UUID)}
                    modules={jobs.modules}
                    {...resultActions}
                />
            </div>
            <RunBar form={form} jobs={jobs} />
        </div>
    );
};

const INTRODUCTION = nls.localize(
    'tmll/panel/introduction',
    'An analysis looks at the series of a trace for what is unusual and marks it on the charts.'
);

const ModuleChoice: React.FC<{ readonly form: AnalysisForm; readonly jobs: JobModel }> = ({ form, jobs }) => (
    <div className="tmll-field">
        <label htmlFor="tmll-module">{nls.localize('tmll/panel/module', 'Analysis')}</label>
        <select
            id="tmll-module"
            className="theia-select"
            value={form.module?.id}
            onChange={event => form.chooseModule(event.target.value)}
        >
            {jobs.modules.map(({ id, name, description }) => (
                <option key={id} value={id} title={description}>
                    {name}
                </option>
            ))}
        </select>
    </div>
);
