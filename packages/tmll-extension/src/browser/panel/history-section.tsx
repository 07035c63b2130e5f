import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { OutputNode } from '../form/series-choice';
import { IconButton } from '../react/icon-button';
import { HistoryItem } from '../results/run-history';
import { HistoryActions } from './history-actions';
import { HistoryRow } from './history-row';
import { Section } from './section';

/** More are shown when asked for. */
const FEW = 12;

interface HistorySectionProps {
    readonly items: readonly HistoryItem[];
    readonly modules: readonly ModuleDescriptor[];
    readonly actions: HistoryActions;
    readonly outputs: readonly OutputNode[];
}

/** What was done with the trace in front, the newest first. */
export const HistorySection: React.FC<HistorySectionProps> = ({ items, modules, actions, outputs }) => {
    const [isWhole, setWhole] = React.useState(false);
    const shown = isWhole ? items : items.slice(0, FEW);
    return (
        <Section
            id="tmll-history"
            title={nls.localize('tmll/history/title', 'History')}
            actions={
                items.length > 0 && (
                    <IconButton
                        icon="export"
                        label={nls.localize('tmll/panel/export', 'Export a report of the shown results')}
                        disabled={!items.some(({ result }) => result?.shown && result.content)}
                        onClick={() => actions.export()}
                    />
                )
            }
        >
            {items.length === 0 && (
                <div className="tmll-field-hint">
                    {nls.localize(
                        'tmll/history/none',
                        'Nothing was run yet. What you run stays here with its parameters, to be shown, compared and run again.'
                    )}
                </div>
            )}
            <ul className="tmll-results" aria-labelledby="tmll-history">
                {shown.map(item => (
                    <HistoryRow
                        key={item.id}
                        item={item}
                        module={modules.find(({ id }) => id === item.module)}
                        modules={modules}
                        actions={actions}
                        outputs={outputs}
                    />
                ))}
            </ul>
            {shown.length < items.length && (
                <button type="button" className="tmll-link" onClick={() => setWhole(true)}>
                    {nls.localize('tmll/history/more', 'Show {0} earlier runs', items.length - shown.length)}
                </button>
            )}
        </Section>
    );
};
