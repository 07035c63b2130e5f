import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ColumnLayout } from './table-columns';

export interface TableHeaderProps {
    readonly columns: readonly ColumnLayout[];
    readonly onResize: (columnId: number, width: number) => void;
}

/** The names of the columns, with edges to drag. */
export function TableHeader({ columns, onResize }: TableHeaderProps): React.ReactElement {
    return (
        <div className="tmll-table-header" role="row" aria-rowindex={1}>
            {columns.map(column => (
                <span
                    key={column.id}
                    className={column.type === 'NUMBER' ? 'tmll-cell tmll-number' : 'tmll-cell'}
                    style={{ width: column.width }}
                    role="columnheader"
                    title={column.description || column.name}
                >
                    {column.name}
                    <ColumnEdge column={column} onResize={onResize} />
                </span>
            ))}
        </div>
    );
}

interface ColumnEdgeProps {
    readonly column: ColumnLayout;
    readonly onResize: (columnId: number, width: number) => void;
}

function ColumnEdge({ column, onResize }: ColumnEdgeProps): React.ReactElement {
    const startRef = React.useRef<{ readonly x: number; readonly width: number }>(undefined);
    return (
        <span
            className="tmll-column-edge"
            aria-hidden="true"
            title={nls.localize('tmll/viewer/table/resize', 'Drag to resize')}
            onPointerDown={event => {
                event.preventDefault();
                event.currentTarget.setPointerCapture(event.pointerId);
                startRef.current = { x: event.clientX, width: column.width };
            }}
            onPointerMove={event => {
                if (startRef.current && event.currentTarget.hasPointerCapture(event.pointerId)) {
                    onResize(column.id, startRef.current.width + event.clientX - startRef.current.x);
                }
            }}
        />
    );
}
