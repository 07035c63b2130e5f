import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import type { SampleTrace } from 'tmll-viewer';
import { GettingStarted, GettingStartedProps } from './getting-started';

interface WelcomeViewProps extends GettingStartedProps {
    /** Undefined until they are known. */
    readonly samples: readonly SampleTrace[] | undefined;
    /** Path of the trace that is being opened. */
    readonly opening: string | undefined;
    readonly onOpenFolder: () => void;
    readonly onOpenFile: () => void;
    readonly onOpen: (path: string) => void;
}

/** What a user sees first: what this is, a way to open a trace, traces to try it on, and how to go on. */
export const WelcomeView: React.FC<WelcomeViewProps> = props => (
    <main className="tmll-welcome">
        <h1>{nls.localize('tmll/welcome/title', 'See what is unusual in a trace')}</h1>
        <p className="tmll-welcome-lead">
            {nls.localize(
                'tmll/welcome/lead',
                'Open a recorded trace, look at its charts, and let an analysis mark where it stands out and why.'
            )}
        </p>
        <OpenButtons {...props} />
        <Samples {...props} />
        <GettingStarted {...props} />
    </main>
);

const OpenButtons: React.FC<WelcomeViewProps> = ({ onOpenFolder, onOpenFile }) => (
    <div className="tmll-welcome-buttons">
        <button type="button" className="theia-button main" onClick={onOpenFolder}>
            <span className={codicon('folder-opened')} aria-hidden="true" />
            {nls.localize('tmll/welcome/openFolder', 'Open Trace…')}
        </button>
        <button type="button" className="theia-button secondary" onClick={onOpenFile}>
            {nls.localize('tmll/welcome/openFile', 'Open Trace File…')}
        </button>
        <span className="tmll-dim">
            {nls.localize('tmll/welcome/formats', 'CTF, as LTTng and perf write it; Chrome trace events (.json)')}
        </span>
    </div>
);

const Samples: React.FC<WelcomeViewProps> = ({ samples, opening, onOpen }) =>
    samples && samples.length > 0 ? (
        <>
            <h2 id="tmll-welcome-samples">{nls.localize('tmll/welcome/samples', 'Or try a sample')}</h2>
            <ul className="tmll-cards" aria-labelledby="tmll-welcome-samples">
                {samples.map(sample => (
                    <SampleCard
                        key={sample.path}
                        sample={sample}
                        isOpening={opening === sample.path}
                        isDisabled={opening !== undefined}
                        onOpen={() => onOpen(sample.path)}
                    />
                ))}
            </ul>
        </>
    ) : undefined;

interface SampleCardProps {
    readonly sample: SampleTrace;
    readonly isOpening: boolean;
    readonly isDisabled: boolean;
    readonly onOpen: () => void;
}

const SampleCard: React.FC<SampleCardProps> = ({ sample, isOpening, isDisabled, onOpen }) => (
    <li>
        <button type="button" className="tmll-card" disabled={isDisabled} onClick={onOpen}>
            <span className="tmll-card-title">
                <span
                    className={isOpening ? `${codicon('loading')} theia-animation-spin` : codicon('graph-line')}
                    aria-hidden="true"
                />
                {sample.name}
            </span>
            <span className="tmll-card-text">{sample.description}</span>
        </button>
    </li>
);
