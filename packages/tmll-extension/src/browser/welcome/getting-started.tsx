import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { ANALYSIS_GUIDE } from './analysis-guide';
import { Shortcut } from './shortcuts';

export interface GettingStartedProps {
    /** The analyses on offer; empty until they are known. */
    readonly modules: readonly ModuleDescriptor[];
    readonly shortcuts: readonly Shortcut[];
}

/** The three steps, what each analysis answers, and the keys for it. */
export const GettingStarted: React.FC<GettingStartedProps> = ({ modules, shortcuts }) => (
    <>
        <h2>{nls.localize('tmll/welcome/steps', 'Three steps')}</h2>
        <ol className="tmll-steps">
            {STEPS.map(([title, text]) => (
                <li key={title}>
                    <strong>{title}</strong> {text}
                </li>
            ))}
        </ol>
        <h2 id="tmll-welcome-analyses">{nls.localize('tmll/welcome/analyses', 'What the analyses answer')}</h2>
        <table className="tmll-guide" aria-labelledby="tmll-welcome-analyses">
            <thead>
                <tr>
                    <th scope="col">{nls.localize('tmll/welcome/analysis', 'Analysis')}</th>
                    <th scope="col">{nls.localize('tmll/welcome/question', 'Answers')}</th>
                    <th scope="col">{nls.localize('tmll/welcome/beware', 'Be careful with')}</th>
                </tr>
            </thead>
            <tbody>
                {ANALYSIS_GUIDE.map(({ module, question, beware }) => (
                    <tr key={module}>
                        <th scope="row">{modules.find(({ id }) => id === module)?.name ?? module}</th>
                        <td>{question}</td>
                        <td className="tmll-dim">{beware}</td>
                    </tr>
                ))}
            </tbody>
        </table>
        <h2 id="tmll-welcome-keys">{nls.localize('tmll/welcome/keys', 'Keys')}</h2>
        <dl className="tmll-keys" aria-labelledby="tmll-welcome-keys">
            {shortcuts.map(({ keys, does }) => (
                <React.Fragment key={does}>
                    <dt>
                        <kbd>{keys}</kbd>
                    </dt>
                    <dd>{does}</dd>
                </React.Fragment>
            ))}
        </dl>
    </>
);

const STEPS: readonly (readonly [string, string])[] = [
    [
        nls.localize('tmll/welcome/open', 'Open a trace.'),
        nls.localize(
            'tmll/welcome/openText',
            'Its main charts open by themselves; the Traces view at the left has all others.'
        )
    ],
    [
        nls.localize('tmll/welcome/analyze', 'Press Analyze Trace.'),
        nls.localize(
            'tmll/welcome/analyzeText',
            'Every analysis that applies runs with its defaults. The Analysis view at the right runs one by itself, with presets and parameters, and keeps what was run.'
        )
    ],
    [
        nls.localize('tmll/welcome/look', 'Go through the findings.'),
        nls.localize(
            'tmll/welcome/lookText',
            'The worst come first. A click zooms every chart there; from there, see the evidence, ask what else changed then, or mark it as known.'
        )
    ]
];
