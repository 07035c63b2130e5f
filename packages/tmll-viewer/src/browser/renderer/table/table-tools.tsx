import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { CheckMenu } from '../../react/check-menu';
import { ToolButton } from '../../react/tool-button';
import { ColumnLayout } from './table-columns';
import { TablePaneModel, TableSnapshot } from './table-pane-model';

export interface TableToolsProps {
    readonly model: TablePaneModel;
    readonly snapshot: TableSnapshot;
    /** Those that are shown. */
    readonly columns: readonly ColumnLayout[];
}

/** Columns that are searched most, the first that is there. */
const USUALLY_SEARCHED = ['Contents', 'Event type'];

/** Search, number of lines, and choice of columns. */
export function TableTools({ model, snapshot, columns }: TableToolsProps): React.ReactElement {
    const [text, setText] = React.useState('');
    const [chosen, setChosen] = React.useState<number>();
    const usual = USUALLY_SEARCHED.flatMap(name => columns.find(column => column.name === name) ?? [])[0];
    const column = columns.find(({ id }) => id === chosen) ?? usual ?? columns[0];
    const find = (direction: 'NEXT' | 'PREVIOUS'): void => {
        if (text !== '' && column) {
            model.find(column.id, text, direction);
        }
    };
    return (
        <div className="tmll-table-tools">
            <input
                className="theia-input"
                type="search"
                value={text}
                placeholder={nls.localize('tmll/viewer/table/search', 'Search (regular expression)')}
                aria-label={nls.localize('tmll/viewer/table/search', 'Search (regular expression)')}
                onChange={event => setText(event.target.value)}
                onKeyDown={event => event.key === 'Enter' && find(event.shiftKey ? 'PREVIOUS' : 'NEXT')}
            />
            <select
                className="theia-select"
                value={column?.id}
                aria-label={nls.localize('tmll/viewer/table/searchColumn', 'Column to search')}
                onChange={event => setChosen(Number(event.target.value))}
            >
                {columns.map(({ id, name }) => (
                    <option key={id} value={id}>
                        {name}
                    </option>
                ))}
            </select>
            <ToolButton icon="arrow-up" onClick={() => find('PREVIOUS')}>
                {nls.localize('tmll/viewer/table/previous', 'Previous match')}
            </ToolButton>
            <ToolButton icon="arrow-down" onClick={() => find('NEXT')}>
                {nls.localize('tmll/viewer/table/next', 'Next match')}
            </ToolButton>
            <ToolButton
                icon="filter"
                pressed={snapshot.filtering}
                onClick={() => model.setFiltering(!snapshot.filtering)}
            >
                {nls.localize('tmll/viewer/table/filter', 'Filter by column')}
            </ToolButton>
            <span className="tmll-table-note" role="status">
                {searchNote(snapshot)}
            </span>
            <span className="tmll-table-count">{countText(snapshot)}</span>
            <CheckMenu
                icon="settings"
                label={nls.localize('tmll/viewer/table/columns', 'Columns')}
                items={(snapshot.columns.value ?? []).map(({ id, name }) => ({
                    id,
                    label: name,
                    checked: !snapshot.hidden.has(id)
                }))}
                onToggle={id => model.toggleColumn(Number(id))}
            />
        </div>
    );
}

function countText({ size, filtered }: TableSnapshot): string {
    const all = size?.toLocaleString() ?? '';
    if (!filtered) {
        return size === undefined ? '' : nls.localize('tmll/viewer/table/lines', '{0} lines', all);
    }
    const found = filtered.lines.length.toLocaleString();
    if (filtered.full) {
        return nls.localize('tmll/viewer/table/filteredMost', 'The first {0} that match', found);
    }
    return filtered.done
        ? nls.localize('tmll/viewer/table/filtered', '{0} of {1} lines', found, all)
        : nls.localize(
              'tmll/viewer/table/filtering',
              '{0} found in {1} of {2} lines …',
              found,
              filtered.scanned.toLocaleString(),
              all
          );
}

function searchNote({ search, filtered }: TableSnapshot): string {
    if (filtered?.error) {
        return filtered.error;
    }
    if (search.loading) {
        return nls.localize('tmll/viewer/table/searching', 'Searching …');
    }
    if (search.error) {
        return search.error;
    }
    return 'value' in search && search.value === undefined
        ? nls.localize('tmll/viewer/table/notFound', 'No further match')
        : '';
}
