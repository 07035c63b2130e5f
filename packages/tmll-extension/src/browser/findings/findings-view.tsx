import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { EmptyState } from '../react/empty-state';
import { useChange } from '../react/use-change';
import { FindingList } from './finding-list';
import { FindingTable } from './finding-table';

interface FindingsViewProps {
    readonly list: FindingList;
    /** Brings the analysis panel to front. */
    readonly onAnalyze: () => void;
}

/** The findings with their filter; without any, why there are none and what to do. */
export const FindingsView: React.FC<FindingsViewProps> = ({ list, onAnalyze }) => {
    useChange(list.onDidChange);
    if (list.total === 0) {
        return <NoFindings list={list} onAnalyze={onAnalyze} />;
    }
    return (
        <div className="tmll-findings-view">
            <Toolbar list={list} />
            {list.rows.length > 0 ? (
                <FindingTable list={list} />
            ) : (
                <EmptyState
                    icon="filter"
                    title={nls.localize('tmll/findings/noMatch', 'No finding matches "{0}".', list.filter)}
                />
            )}
        </div>
    );
};

const Toolbar: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const label = nls.localize('tmll/findings/filter', 'Filter findings');
    return (
        <div className="tmll-findings-toolbar">
            <input
                className="theia-input tmll-search"
                type="search"
                value={list.filter}
                placeholder={label}
                aria-label={label}
                onChange={event => list.filterBy(event.target.value)}
            />
            <span className="tmll-dim" role="status">
                {nls.localize('tmll/findings/count', '{0} of {1} findings', list.rows.length, list.total)}
            </span>
        </div>
    );
};

const NoFindings: React.FC<FindingsViewProps> = ({ list, onAnalyze }) => {
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
            action={{ label: nls.localize('tmll/findings/analyze', 'Find Anomalies…'), run: onAnalyze }}
        />
    );
};
