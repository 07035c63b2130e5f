import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { resultDocument } from 'tmll-analysis/algorithms';
import { EmptyState } from '../react/empty-state';
import { IconButton } from '../react/icon-button';
import { StaleNote } from '../react/stale-badge';
import { ResultEntry } from '../results/result-entry';
import { SeverityBadge } from '../severity/severity-badge';
import { ContentProps } from './content-props';
import { ResultContent } from './result-content';

interface ResultViewProps extends Pick<ContentProps, 'theme' | 'onGo' | 'onAnalyze'> {
    /** Undefined while the trace is not open or its results are not read yet. */
    readonly entry: ResultEntry | undefined;
    /** Name of the module for people. */
    readonly moduleName: string;
    readonly onCopyCommand: (command: string) => void;
    readonly onSetShown: (shown: boolean) => void;
    /** Asks the same again, of the trace as it is now. */
    readonly onRerun: () => void;
}

const STALE = nls.localize(
    'tmll/result/stale',
    'The trace has changed since this was computed. It still tells what the trace was then.'
);

/** A result with all that is known of it. */
export const ResultView: React.FC<ResultViewProps> = props => {
    const { entry, moduleName, theme, onGo, onAnalyze } = props;
    const content = entry?.content;
    const document = React.useMemo(() => content && resultDocument(content, moduleName), [content, moduleName]);
    if (!content || !document) {
        return (
            <EmptyState
                icon="graph"
                title={entry?.error ?? nls.localize('tmll/result/notOpen', 'The result is not here.')}
                hint={
                    entry?.error
                        ? undefined
                        : nls.localize('tmll/result/notOpenHint', 'Open its trace, or run the analysis again.')
                }
            />
        );
    }
    return (
        <div className="tmll-result-view">
            <Header {...props} entry={entry} title={document.title} />
            {entry.summary.stale && <StaleNote text={STALE} onRerun={props.onRerun} />}
            <Warnings of={content.provenance.warnings} />
            <ResultContent result={content} document={document} theme={theme} onGo={onGo} onAnalyze={onAnalyze} />
        </div>
    );
};

/** What to know before one trusts the result. */
const Warnings: React.FC<{ readonly of: readonly string[] }> = ({ of }) =>
    of.length === 0 ? null : (
        <ul className="tmll-result-warnings" aria-label={nls.localize('tmll/result/warnings', 'Warnings')}>
            {of.map(warning => (
                <li key={warning}>{warning}</li>
            ))}
        </ul>
    );

const Header: React.FC<ResultViewProps & { readonly entry: ResultEntry; readonly title: string }> = props => {
    const { entry, title, onCopyCommand, onSetShown } = props;
    const { summary, shown, content } = entry;
    return (
        <header className="tmll-result-header">
            <h2>{title}</h2>
            {summary.findings > 0 && <SeverityBadge severity={summary.severity} />}
            <span className="tmll-dim">{new Date(summary.createdAt).toLocaleString()}</span>
            <IconButton
                icon={shown ? 'eye' : 'eye-closed'}
                label={nls.localize('tmll/result/show', 'Show on charts')}
                pressed={shown}
                onClick={() => onSetShown(!shown)}
            />
            <IconButton
                icon="terminal"
                label={nls.localize('tmll/result/copyCommand', 'Copy the command line that computes it again')}
                onClick={() => content && onCopyCommand(content.provenance.command)}
            />
        </header>
    );
};
