import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatDuration } from 'tmll-analysis/algorithms';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { methodTitle } from '../form/method-title';
import { describeParameters } from '../form/parameter-values';
import { IconButton } from '../react/icon-button';
import { ResultEntry } from '../results/result-entry';
import { SeverityBadge } from '../severity/severity-badge';
import { Section } from './section';

/** What can be done with a result. */
export interface ResultActions {
    setShown(entry: ResultEntry, shown: boolean): void;
    delete(entry: ResultEntry): void;
    /** Opens it in a tab of its own: what it means, with its plots. */
    open(entry: ResultEntry): void;
    /** Saves what the shown results say as one file. */
    export(): void;
}

interface ResultListProps extends ResultActions {
    readonly entries: readonly ResultEntry[];
    readonly modules: readonly ModuleDescriptor[];
}

/** The results of the trace in front, newest first. */
export const ResultList: React.FC<ResultListProps> = ({ entries, modules, ...actions }) => (
    <Section
        id="tmll-results"
        title={nls.localize('tmll/panel/results', 'Results')}
        actions={
            entries.length > 0 && (
                <IconButton
                    icon="export"
                    label={nls.localize('tmll/panel/export', 'Export a report of the shown results')}
                    disabled={!entries.some(({ shown, content }) => shown && content)}
                    onClick={actions.export}
                />
            )
        }
    >
        {entries.length === 0 && (
            <div className="tmll-field-hint">
                {nls.localize(
                    'tmll/panel/noResults',
                    'None yet. What an analysis finds appears here and on the charts.'
                )}
            </div>
        )}
        <ul className="tmll-results" aria-labelledby="tmll-results">
            {entries.map(entry => (
                <ResultItem
                    key={entry.summary.id}
                    entry={entry}
                    module={modules.find(({ id }) => id === entry.summary.module)}
                    title={methodTitle(modules, entry.summary)}
                    actions={actions}
                />
            ))}
        </ul>
    </Section>
);

interface ResultItemProps {
    readonly entry: ResultEntry;
    readonly module: ModuleDescriptor | undefined;
    readonly title: string;
    readonly actions: ResultActions;
}

const ResultItem: React.FC<ResultItemProps> = ({ entry, module, title, actions }) => {
    const { summary, shown, error } = entry;
    const time = new Date(summary.createdAt).toLocaleTimeString();
    const analysis = module?.name ?? summary.module;
    const name = `${analysis}, ${title}, ${time}`;
    return (
        <li className={`tmll-result${shown ? '' : ' tmll-hidden-result'}`}>
            <div className="tmll-result-row">
                <IconButton
                    icon={shown ? 'eye' : 'eye-closed'}
                    label={nls.localize('tmll/panel/showResult', 'Show on charts: {0}', name)}
                    pressed={shown}
                    onClick={() => actions.setShown(entry, !shown)}
                />
                <button type="button" className="tmll-result-name" onClick={() => actions.open(entry)}>
                    <span className="tmll-result-title">{analysis}</span>
                    <span className="tmll-dim">
                        {title}, {time}
                    </span>
                    <span className="tmll-result-count">{countLabel(summary.findings)}</span>
                </button>
                {summary.findings > 0 && <SeverityBadge severity={summary.severity} />}
                <IconButton
                    icon="trash"
                    label={nls.localize('tmll/panel/deleteResult', 'Delete: {0}', name)}
                    onClick={() => actions.delete(entry)}
                />
            </div>
            {error && (
                <div className="tmll-field-error" role="alert">
                    {error}
                </div>
            )}
            <ResultDetails entry={entry} module={module} />
        </li>
    );
};

/** How and from what the result was computed, and what lowers its worth. */
const ResultDetails: React.FC<{ readonly entry: ResultEntry; readonly module?: ModuleDescriptor }> = props => {
    const { content, shown } = props.entry;
    if (!content || !shown) {
        return undefined;
    }
    const { points, series, resamplingNs, methodReason, warnings, parameters } = content.provenance;
    const step = resamplingNs
        ? nls.localize('tmll/panel/step', 'every {0}', formatDuration(resamplingNs))
        : nls.localize('tmll/panel/noStep', 'as recorded');
    return (
        <div className="tmll-result-details">
            {props.module && (
                <div className="tmll-field-hint" title={methodReason}>
                    {describeParameters(props.module.schema, parameters)}
                </div>
            )}
            <div className="tmll-field-hint" title={series.join('\n')}>
                {nls.localize('tmll/panel/basis', '{0} points in {1} series, {2}', points, series.length, step)}
            </div>
            {warnings.map(warning => (
                <div key={warning} className="tmll-result-warning">
                    {warning}
                </div>
            ))}
        </div>
    );
};

function countLabel(findings: number): string {
    switch (findings) {
        case 0:
            return nls.localize('tmll/panel/noFindings', 'no findings');
        case 1:
            return nls.localize('tmll/panel/oneFinding', '1 finding');
        default:
            return nls.localize('tmll/panel/findings', '{0} findings', findings);
    }
}
