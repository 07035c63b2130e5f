import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { methodTitle } from '../form/method-title';
import { OutputNode } from '../form/series-choice';
import { IconButton } from '../react/icon-button';
import { StaleBadge } from '../react/stale-badge';
import { HistoryItem } from '../results/run-history';
import { SeverityBadge } from '../severity/severity-badge';
import { HistoryActions } from './history-actions';
import { HistoryDetails } from './history-details';

interface HistoryRowProps {
    readonly item: HistoryItem;
    readonly module: ModuleDescriptor | undefined;
    readonly modules: readonly ModuleDescriptor[];
    readonly actions: HistoryActions;
    readonly outputs: readonly OutputNode[];
}

/** An analysis that has ended: how, when, and what came of it; opened, what was asked and what can be done with it. */
export const HistoryRow: React.FC<HistoryRowProps> = ({ item, module, modules, actions, outputs }) => {
    const [isOpen, setOpen] = React.useState(false);
    const { result, isStale } = item;
    const analysis = module?.name ?? item.module;
    const method = result && methodTitle(modules, result.summary);
    const when = whenText(item.endedAt);
    const name = [analysis, method, when].filter(Boolean).join(', ');
    return (
        <li className={`tmll-result${result?.shown ? '' : ' tmll-hidden-result'}`}>
            <div className="tmll-result-row">
                <IconButton
                    icon={isOpen ? 'chevron-down' : 'chevron-right'}
                    label={nls.localize('tmll/history/details', 'What was asked: {0}', name)}
                    expanded={isOpen}
                    onClick={() => setOpen(!isOpen)}
                />
                <Mark item={item} name={name} actions={actions} />
                <button
                    type="button"
                    className="tmll-result-name"
                    title={name}
                    onClick={() => (result ? actions.open(result) : setOpen(!isOpen))}
                >
                    <span className="tmll-result-line">
                        <span className="tmll-result-title">{analysis}</span>
                        {isStale && <StaleBadge />}
                    </span>
                    <span className="tmll-dim">
                        {outcome(item)}, {when}
                    </span>
                </button>
                {result && result.summary.findings > 0 && <SeverityBadge severity={result.summary.severity} />}
                {(isStale || !result) && (
                    <IconButton
                        icon="debug-restart"
                        label={nls.localize('tmll/history/rerunThis', 'Rerun: {0}', name)}
                        onClick={() => actions.rerun(item)}
                    />
                )}
                <IconButton
                    icon="trash"
                    label={nls.localize('tmll/panel/deleteResult', 'Delete: {0}', name)}
                    onClick={() => actions.delete(item)}
                />
            </div>
            {result?.error && (
                <div className="tmll-field-error" role="alert">
                    {result.error}
                </div>
            )}
            {isOpen && (
                <HistoryDetails item={item} module={module} method={method} actions={actions} outputs={outputs} />
            )}
        </li>
    );
};

/** The eye of a result; for a run without one, how it ended. */
const Mark: React.FC<{
    readonly item: HistoryItem;
    readonly name: string;
    readonly actions: HistoryActions;
}> = props => {
    const { item, name, actions } = props;
    const { result, state } = item;
    if (!result) {
        const icon = state === 'failed' ? 'error' : state === 'cancelled' ? 'circle-slash' : 'archive';
        return <span className={`tmll-run-mark tmll-run-${state} ${codicon(icon)}`} aria-hidden="true" />;
    }
    return (
        <IconButton
            icon={result.shown ? 'eye' : 'eye-closed'}
            label={nls.localize('tmll/panel/showResult', 'Show on charts: {0}', name)}
            pressed={result.shown}
            onClick={() => actions.setShown(result, !result.shown)}
        />
    );
};

function outcome({ state, result }: HistoryItem): string {
    if (result) {
        return countLabel(result.summary.findings);
    }
    switch (state) {
        case 'failed':
            return nls.localize('tmll/history/failed', 'failed');
        case 'cancelled':
            return nls.localize('tmll/history/cancelled', 'cancelled');
        case 'done':
            return nls.localize('tmll/history/gone', 'result no longer kept');
    }
}

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

/** The time of today, else the day too. */
function whenText(iso: string): string {
    const date = new Date(iso);
    const isToday = date.toDateString() === new Date().toDateString();
    return isToday
        ? date.toLocaleTimeString(undefined, { timeStyle: 'short' })
        : date.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
}
