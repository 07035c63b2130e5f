import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { EmptyState } from '../react/empty-state';
import { useChange } from '../react/use-change';
import { FindingList } from './finding-list';
import { FindingActions } from './finding-actions';
import { FindingLanes } from './finding-lanes-view';
import { FindingTable } from './finding-table';
import { FindingToolbar } from './finding-toolbar';

interface FindingsViewProps {
    readonly list: FindingList;
    readonly actions: FindingActions;
    /** Brings the analysis panel to front. */
    readonly onAnalyze: () => void;
}

/** The findings with their filter; without any, why there are none and what to do. */
export const FindingsView: React.FC<FindingsViewProps> = ({ list, actions, onAnalyze }) => {
    useChange(list.onDidChange);
    if (list.total === 0) {
        return <NoFindings list={list} onAnalyze={onAnalyze} />;
    }
    return (
        <div className="tmll-findings-view">
            <FindingToolbar list={list} actions={actions} />
            <FindingLanes list={list} />
            {list.rows.length > 0 ? (
                <FindingTable list={list} />
            ) : (
                <EmptyState
                    icon="filter"
                    title={nls.localize('tmll/findings/noMatch', 'No finding matches the filter.')}
                />
            )}
        </div>
    );
};

const NoFindings: React.FC<Omit<FindingsViewProps, 'actions'>> = ({ list, onAnalyze }) => {
    if (!list.session) {
        return (
            <EmptyState
                icon="search-fuzzy"
                title={nls.localize('tmll/findings/noTrace', 'No trace is open.')}
                hint={nls.localize('tmll/findings/noTraceHint', 'What analyses find in a trace is listed here.')}
            />
        );
    }
    if (list.resultCount > 0) {
        return (
            <EmptyState
                icon="pass"
                title={nls.localize('tmll/findings/nothing', 'Nothing unusual was found.')}
                hint={nls.localize('tmll/findings/nothingHint', 'Another method or a lower threshold may find more.')}
            />
        );
    }
    return (
        <EmptyState
            icon="search-fuzzy"
            title={
                list.hasResults
                    ? nls.localize('tmll/findings/hidden', 'No result is shown.')
                    : nls.localize('tmll/findings/none', 'No findings yet.')
            }
            hint={
                list.hasResults
                    ? nls.localize('tmll/findings/hiddenHint', 'Show one by the eye beside it, or run an analysis.')
                    : nls.localize('tmll/findings/noneHint', 'Run an analysis to see what is unusual in this trace.')
            }
            action={{ label: nls.localize('tmll/findings/analyze', 'Analyze Trace'), run: onAnalyze }}
        />
    );
};
