import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { IconButton } from '../react/icon-button';
import { Popover } from '../react/popover';
import { useWidth } from '../react/use-width';
import { FindingActions } from './finding-actions';
import { activeFilters, FindingFilters } from './finding-filters';
import { FindingList } from './finding-list';
import { FindingVerdict } from './finding-verdicts';
import { LaneLayout } from './lane-layout';

/** Pixels from which all filters stand side by side; below, they are behind a button. */
const WIDE = 1000;

interface ToolbarProps {
    readonly list: FindingList;
    readonly actions: FindingActions;
    readonly layout: LaneLayout;
}

/** What is listed, and what can be done with the selected finding; one line, however narrow. */
export const FindingToolbar: React.FC<ToolbarProps> = ({ list, actions, layout }) => {
    const bar = React.useRef<HTMLDivElement>(null);
    const isWide = useWidth(bar) >= WIDE;
    return (
        <div className="tmll-findings-toolbar" ref={bar}>
            <Search list={list} />
            {isWide ? <FindingFilters list={list} /> : <FilterButton list={list} />}
            <span className="tmll-dim tmll-finding-count" role="status">
                {isWide
                    ? nls.localize('tmll/findings/count', '{0} of {1} findings', list.rows.length, list.total)
                    : nls.localize('tmll/findings/shortCount', '{0} of {1}', list.rows.length, list.total)}
            </span>
            <SelectedActions list={list} actions={actions} />
            <MoreActions list={list} actions={actions} layout={layout} />
        </div>
    );
};

const Search: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const label = nls.localize('tmll/findings/filter', 'Filter findings');
    return (
        <input
            className="theia-input tmll-search"
            type="search"
            value={list.filter.text}
            placeholder={label}
            aria-label={label}
            onChange={event => list.filterBy({ text: event.target.value })}
        />
    );
};

const FilterButton: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const active = activeFilters(list.filter);
    return (
        <Popover
            icon={active > 0 ? 'filter-filled' : 'filter'}
            label={nls.localize('tmll/findings/filters', 'More filters')}
            badge={active > 0 ? String(active) : undefined}
        >
            <div className="tmll-finding-filters">
                <FindingFilters list={list} />
            </div>
        </Popover>
    );
};

const SelectedActions: React.FC<Omit<ToolbarProps, 'layout'>> = ({ list, actions }) => {
    const row = list.rows[list.selected];
    const verdict = row && list.verdictOf(row);
    const mark = (given: FindingVerdict): void => {
        list.judge(row, verdict === given ? undefined : given);
    };
    return (
        <span
            className="tmll-finding-actions"
            role="toolbar"
            aria-label={nls.localize('tmll/findings/actions', 'Selected finding')}
        >
            <IconButton
                icon="check"
                label={nls.localize('tmll/findings/markKnown', 'Mark as known')}
                pressed={verdict === 'known'}
                disabled={!row}
                onClick={() => mark('known')}
            />
            <IconButton
                icon="thumbsdown"
                label={nls.localize('tmll/findings/markWrong', 'Mark as wrong')}
                pressed={verdict === 'wrong'}
                disabled={!row}
                onClick={() => mark('wrong')}
            />
            <IconButton
                icon="copy"
                label={nls.localize('tmll/findings/copy', 'Copy')}
                disabled={!row}
                onClick={() => actions.copy(row)}
            />
            <IconButton
                icon="graph"
                label={nls.localize('tmll/findings/evidence', 'Show the evidence')}
                disabled={!row}
                onClick={() => actions.showEvidence(row.resultId)}
            />
            <IconButton
                icon="question"
                label={nls.localize('tmll/findings/explain', 'Explain this window: what else changed')}
                disabled={!row || !actions.canExplain}
                onClick={() => actions.explain(row)}
            />
        </span>
    );
};

const MoreActions: React.FC<ToolbarProps> = ({ list, actions, layout }) => (
    <Popover icon="ellipsis" label={nls.localize('tmll/findings/more', 'More actions')} closesOnClick={true}>
        <div className="tmll-menu">
            <button type="button" onClick={() => layout.setOpen(!layout.isOpen)}>
                {layout.isOpen
                    ? nls.localize('tmll/findings/hideLanes', 'Hide the Lanes over Time')
                    : nls.localize('tmll/findings/showLanes', 'Show the Lanes over Time')}
            </button>
            <button type="button" disabled={list.rows.length === 0} onClick={() => actions.saveCsv(list.rows)}>
                {nls.localize('tmll/findings/export', 'Save the listed findings as CSV')}
            </button>
            <button type="button" onClick={() => actions.exportReport()}>
                {nls.localize('tmll/findings/report', 'Export Report…')}
            </button>
        </div>
    </Popover>
);
