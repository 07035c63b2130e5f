import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ColumnLayout } from './table-columns';

export interface TableFilterRowProps {
    readonly columns: readonly ColumnLayout[];
    readonly filters: ReadonlyMap<number, string>;
    readonly onFilter: (columnId: number, expression: string) => void;
}

/** A regular expression for each column; only lines that match all of them are shown. */
export function TableFilterRow({ columns, filters, onFilter }: TableFilterRowProps): React.ReactElement {
    return (
        <div className="tmll-filter-row">
            {columns.map(({ id, name, width }) => (
                <input
                    key={id}
                    className="theia-input"
                    type="search"
                    style={{ width }}
                    value={filters.get(id) ?? ''}
                    placeholder={nls.localize('tmll/viewer/table/filterPlaceholder', 'Filter')}
                    aria-label={nls.localize('tmll/viewer/table/filterOf', 'Filter {0} (regular expression)', name)}
                    onChange={event => onFilter(id, event.target.value)}
                />
            ))}
        </div>
    );
}
