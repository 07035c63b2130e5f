import * as React from '@theia/core/shared/react';
import { isOSX, nls } from '@theia/core';
import type { Job } from 'tmll-service/protocol';
import { AnalysisForm } from '../form/analysis-form';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { JobModel } from '../results/job-model';
import { IconButton } from '../react/icon-button';

interface RunBarProps {
    readonly form: AnalysisForm;
    readonly jobs: JobModel;
    readonly analysis: TraceAnalysis;
    readonly onCopyCommand: (command: string) => void;
}

/** Starts the analysis, and shows how far those are that run. */
export const RunBar: React.FC<RunBarProps> = ({ form, jobs, analysis, onCopyCommand }) => {
    const { obstacle, error, commandLine } = form;
    // Those that run together have one bar for all, at the top.
    const single = jobs.active.filter(({ id }) => !analysis.includes(id));
    const keys = isOSX ? '⌘⏎' : 'Ctrl+Enter';
    return (
        <div className="tmll-run-bar">
            {single.map(job => (
                <RunningJob
                    key={job.id}
                    job={job}
                    name={jobs.modules.find(({ id }) => id === job.request.module)?.name ?? job.request.module}
                    onCancel={() => jobs.cancel(job.id)}
                />
            ))}
            {error && (
                <div className="tmll-field-error" role="alert">
                    {error}
                </div>
            )}
            <div className="tmll-run-buttons">
                <button
                    type="button"
                    className="theia-button main tmll-run"
                    disabled={obstacle !== undefined}
                    aria-describedby="tmll-obstacle"
                    title={nls.localize('tmll/panel/runHint', 'Run the analysis ({0})', keys)}
                    onClick={() => form.run()}
                >
                    {nls.localize('tmll/panel/run', 'Run')}
                </button>
                <IconButton
                    icon="terminal"
                    label={nls.localize('tmll/panel/copyCommand', 'Copy as command line')}
                    disabled={commandLine === undefined}
                    onClick={() => commandLine && onCopyCommand(commandLine)}
                />
            </div>
            <div id="tmll-obstacle" className="tmll-field-hint">
                {obstacle}
            </div>
        </div>
    );
};

interface RunningJobProps {
    readonly job: Job;
    /** Of its analysis. */
    readonly name: string;
    readonly onCancel: () => void;
}

const RunningJob: React.FC<RunningJobProps> = ({ job, name, onCancel }) => {
    const percent = Math.round(job.progress.fraction * 100);
    const message =
        job.state === 'queued'
            ? nls.localize('tmll/panel/queued', 'waiting for another analysis to end')
            : job.progress.message || nls.localize('tmll/panel/starting', 'starting');
    return (
        <div className="tmll-job">
            <div className="tmll-job-message" title={message}>
                {name}: <span className="tmll-dim">{message}</span>
            </div>
            <progress
                max={100}
                value={percent}
                aria-label={nls.localize('tmll/panel/progress', 'Progress of {0}', name)}
            />
            <span className="tmll-dim">{percent} %</span>
            <IconButton icon="close" label={nls.localize('tmll/panel/cancel', 'Cancel {0}', name)} onClick={onCancel} />
        </div>
    );
};
