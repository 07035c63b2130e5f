import * as React from '@theia/core/shared/react';
import { Line } from 'tsp-typescript-client/lib/models/table';
import { ColumnLayout } from './table-columns';

export interface TableRowProps {
    readonly id: string;
    /** Of the line in the whole table. */
    readonly index: number;
    /** Where it is among the lines that are shown. */
    readonly row: number;
    /** Undefined while it is being fetched. */
    readonly line: Line | undefined;
    readonly columns: readonly ColumnLayout[];
    /** From the upper edge of the rows in sight, in pixels. */
    readonly top: number;
    readonly selected: boolean;
    /** Its time is within what is selected in the tab. */
    readonly inSelection: boolean;
    readonly onSelect: (index: number) => void;
}

/** A line of a table. */
export const TableRow = React.memo(function TableRow(props: TableRowProps): React.ReactElement {
    const { id, index, row, line, columns, top, selected, inSelection, onSelect } = props;
    return (
        <div
            id={id}
            className={`tmll-row${selected ? ' tmll-selected' : ''}${inSelection ? ' tmll-in-selection' : ''}`}
            style={{ transform: `translateY(${top}px)` }}
            role="row"
            aria-rowindex={row + 2}
            aria-selected={selected}
            data-index={index}
            onClick={() => onSelect(index)}
        >
            {columns.map(({ id: columnId, cell, width, type }) => {
                const content = line?.cells[cell]?.content ?? '';
                return (
                    <span
                        key={columnId}
                        className={type === 'NUMBER' ? 'tmll-cell tmll-number' : 'tmll-cell'}
                        style={{ width }}
                        role="gridcell"
                        title={content}
                    >
                        {line ? content : '…'}
                    </span>
                );
            })}
        </div>
    );
});
