import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { EmptyState } from '../react/empty-state';
import { StaleNote } from '../react/stale-badge';
import { useChange } from '../react/use-change';
import { NO_FILTER } from './finding-filter';
import { FindingList } from './finding-list';
import { FindingActions } from './finding-actions';
import { FindingLanes } from './finding-lanes-view';
import { FindingTable } from './finding-table';
import { FindingToolbar } from './finding-toolbar';
import { LaneLayout } from './lane-layout';

interface FindingsViewProps {
    readonly list: FindingList;
    readonly actions: FindingActions;
    readonly layout: LaneLayout;
    /** Runs all analyses that apply. */
    readonly onAnalyze: () => void;
    /** Asks for a trace to open. */
    readonly onOpenTrace: () => void;
    /** Brings the form of the analysis panel to front. */
    readonly onSetUp: () => void;
}

/** The findings with their filter; without any, why there are none and what to do. */
export const FindingsView: React.FC<FindingsViewProps> = props => {
    const { list, actions, layout } = props;
    useChange(list.onDidChange);
    useChange(layout.onDidChange);
    const { staleResults } = list;
    if (list.total === 0) {
        return <NoFindings {...props} />;
    }
    return (
        <div className="tmll-findings-view">
            <FindingToolbar list={list} actions={actions} layout={layout} />
            {staleResults.length > 0 && (
                <StaleNote text={staleText(staleResults.length)} onRerun={() => actions.rerun(staleResults)} />
            )}
            <FindingLanes list={list} layout={layout} />
            {list.rows.length > 0 ? (
                <FindingTable list={list} />
            ) : (
                <EmptyState
                    icon="filter"
                    title={nls.localize('tmll/findings/noMatch', 'No finding matches the filter.')}
                    action={{
                        label: nls.localize('tmll/findings/clearFilter', 'Clear the Filter'),
                        run: () => list.filterBy(NO_FILTER)
                    }}
                />
            )}
        </div>
    );
};

function staleText(count: number): string {
    return count === 1
        ? nls.localize('tmll/findings/oneStale', 'The trace has changed since one of the shown results was computed.')
        : nls.localize(
              'tmll/findings/stale',
              'The trace has changed since {0} of the shown results were computed.',
              count
          );
}

const NoFindings: React.FC<Omit<FindingsViewProps, 'actions' | 'layout'>> = ({
    list,
    onAnalyze,
    onOpenTrace,
    onSetUp
}) => {
    if (!list.session) {
        return (
            <EmptyState
                icon="search-fuzzy"
                title={nls.localize('tmll/findings/noTrace', 'No trace is open.')}
                hint={nls.localize(
                    'tmll/findings/noTraceHint',
                    'What analyses find in a trace is listed here, the worst first: click one to zoom every chart there.'
                )}
                action={{ label: nls.localize('tmll/findings/openTrace', 'Open Trace…'), run: onOpenTrace }}
            />
        );
    }
    if (list.resultCount > 0) {
        return (
            <EmptyState
                icon="pass"
                title={nls.localize('tmll/findings/nothing', 'Nothing unusual was found.')}
                hint={nls.localize(
                    'tmll/findings/nothingHint',
                    'Another method, or the preset "Sensitive", may find more.'
                )}
                action={{ label: nls.localize('tmll/findings/setUp', 'Choose Another Method'), run: onSetUp }}
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
