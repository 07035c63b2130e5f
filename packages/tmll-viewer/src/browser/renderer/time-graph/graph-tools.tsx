import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ToolButton } from '../../react/tool-button';
import { TimeGraphModel, TimeGraphSnapshot } from './time-graph-model';

export interface GraphToolsProps {
    readonly label: string;
    readonly model: TimeGraphModel;
    readonly snapshot: TimeGraphSnapshot;
    readonly onJump: (direction: 1 | -1) => void;
    readonly onLegend: () => void;
    readonly legendShown: boolean;
}

/** Search of rows, filter of states, the way from change to change, and what rows are sorted by. */
export function GraphTools({
    label,
    model,
    snapshot,
    onJump,
    onLegend,
    legendShown
}: GraphToolsProps): React.ReactElement {
    const { search, filter, order, entries } = snapshot;
    const columns = columnsOf(snapshot);
    return (
        <div className="tmll-graph-tools">
            <input
                className="theia-input"
                type="search"
                value={search}
                placeholder={nls.localize('tmll/viewer/graph/search', 'Search rows')}
                aria-label={nls.localize('tmll/viewer/graph/searchIn', 'Search rows of {0}', label)}
                onChange={event => model.setSearch(event.target.value)}
            />
            <input
                className="theia-input"
                type="search"
                value={filter}
                placeholder={nls.localize('tmll/viewer/graph/filter', 'Filter states')}
                aria-label={nls.localize('tmll/viewer/graph/filterIn', 'Filter states of {0}', label)}
                onChange={event => model.setFilter(event.target.value)}
            />
            <ToolButton icon="arrow-left" onClick={() => onJump(-1)}>
                {nls.localize('tmll/viewer/graph/previous', 'Previous state change of the selected row (Shift+Left)')}
            </ToolButton>
            <ToolButton icon="arrow-right" onClick={() => onJump(1)}>
                {nls.localize('tmll/viewer/graph/next', 'Next state change of the selected row (Shift+Right)')}
            </ToolButton>
            <ToolButton icon="expand-all" onClick={() => model.expandAll(true)}>
                {nls.localize('tmll/viewer/graph/expandAll', 'Expand all rows')}
            </ToolButton>
            <ToolButton icon="collapse-all" onClick={() => model.expandAll(false)}>
                {nls.localize('tmll/viewer/graph/collapseAll', 'Collapse all rows')}
            </ToolButton>
            <span className="tmll-graph-sort">
                {nls.localize('tmll/viewer/graph/sortBy', 'Sort by')}
                {columns.map((name, column) => (
                    <button
                        key={column}
                        type="button"
                        className="tmll-sort-button"
                        aria-pressed={order?.column === column}
                        onClick={() => model.sortBy(column)}
                    >
                        {name}
                        {order?.column === column && (order.descending ? ' ↓' : ' ↑')}
                    </button>
                ))}
            </span>
            {(entries.value?.styles.legend.length ?? 0) > 0 && (
                <ToolButton icon="symbol-color" pressed={legendShown} onClick={onLegend}>
                    {nls.localize('tmll/viewer/graph/legend', 'Legend')}
                </ToolButton>
            )}
        </div>
    );
}

/** Names of the columns that say something. */
function columnsOf({ entries, rows }: TimeGraphSnapshot): readonly string[] {
    const named = entries.value?.headers ?? [];
    return named.length > 0 ? named : rows.length > 0 ? [nls.localize('tmll/viewer/graph/name', 'Name')] : [];
}
