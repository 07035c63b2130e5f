import * as React from '@theia/core/shared/react';
import { isOSX, nls } from '@theia/core';
import type { Job } from 'tmll-service/protocol';
import { AnalysisForm } from '../form/analysis-form';
import { JobModel } from '../results/job-model';
import { IconButton } from '../react/icon-button';

interface RunBarProps {
    readonly form: AnalysisForm;
    readonly jobs: JobModel;
    readonly onCopyCommand: (command: string) => void;
}

/** Starts the analysis, and shows how far those are that run. */
export const RunBar: React.FC<RunBarProps> = ({ form, jobs, onCopyCommand }) => {
    const { obstacle, error, commandLine } = form;
    const keys = isOSX ? '⌘⏎' : 'Ctrl+Enter';
    return (
        <div className="tmll-run-bar">
            {jobs.active.map(job => (
                <RunningJob key={job.id} job={job} onCancel={() => jobs.cancel(job.id)} />
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

const RunningJob: React.FC<{ readonly job: Job; readonly onCancel: () => void }> = ({ job, onCancel }) => {
    const percent = Math.round(job.progress.fraction * 100);
    const message =
        job.state === 'queued'
            ? nls.localize('tmll/panel/queued', 'Waiting for another analysis to end')
            : capitalize(job.progress.message) || nls.localize('tmll/panel/starting', 'Starting');
    return (
        <div className="tmll-job">
            <div className="tmll-job-message" title={message}>
                {message}
            </div>
            <progress max={100} value={percent} aria-label={nls.localize('tmll/panel/progress', 'Analysis progress')} />
            <span className="tmll-dim">{percent} %</span>
            <IconButton icon="close" label={nls.localize('tmll/panel/cancel', 'Cancel Analysis')} onClick={onCancel} />
        </div>
    );
};

function capitalize(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
