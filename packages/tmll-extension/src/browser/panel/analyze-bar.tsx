import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import type { TraceSession } from 'tmll-viewer';
import { TraceAnalysis } from '../analyze/trace-analysis';
import { IconButton } from '../react/icon-button';

interface AnalyzeBarProps {
    readonly session: TraceSession;
    readonly analysis: TraceAnalysis;
}

/** The one button that runs all analyses; while they run, how far they are. */
export const AnalyzeBar: React.FC<AnalyzeBarProps> = ({ session, analysis }) => {
    const run = analysis.runOf(session);
    if (!run) {
        return (
            <button
                type="button"
                className="theia-button main tmll-analyze"
                title={nls.localize(
                    'tmll/analyze/hint',
                    'Run all analyses that apply to the trace, with their defaults'
                )}
                onClick={() => analysis.run(session)}
            >
                <span className={codicon('sparkle')} aria-hidden="true" />
                {nls.localize('tmll/analyze/button', 'Analyze Trace')}
            </button>
        );
    }
    const percent = Math.round(analysis.fraction(run) * 100);
    return (
        <div className="tmll-job">
            <div className="tmll-job-message">
                {nls.localize('tmll/analyze/running', 'Running {0} analyses', run.total)}
            </div>
            <progress
                max={100}
                value={percent}
                aria-label={nls.localize('tmll/analyze/progress', 'Progress of all analyses')}
            />
            <span className="tmll-dim">{percent} %</span>
            <IconButton
                icon="close"
                label={nls.localize('tmll/analyze/cancel', 'Cancel All Analyses')}
                onClick={() => analysis.cancel(session)}
            />
        </div>
    );
};
