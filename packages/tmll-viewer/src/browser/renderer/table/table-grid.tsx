import * as React from '@theia/core/shared/react';
import { useEventValue } from '../../react/use-event';
import { countWhile } from '../../overlay/overlay-search';
import { TimeModel, TimeWindow } from '../../session/time-model';
import { rowWindow, topToReveal } from '../../virtual/row-window';
import { useRowScroll } from '../../virtual/use-row-scroll';
import { ColumnLayout } from './table-columns';
import { FilteredLines } from './table-filter';
import { TableFilterRow } from './table-filter-row';
import { TableHeader } from './table-header';
import { TablePaneModel, TableSnapshot } from './table-pane-model';
import { TableRow } from './table-row';

export interface TableGridProps {
    readonly label: string;
    readonly model: TablePaneModel;
    readonly snapshot: TableSnapshot;
    readonly columns: readonly ColumnLayout[];
    readonly time: TimeModel;
}

const ROW_HEIGHT = 20;

/** The lines of a table, of which only those in sight are fetched and in the document. */
export function TableGrid({ label, model, snapshot, columns, time }: TableGridProps): React.ReactElement {
    const { filtered } = snapshot;
    const count = filtered ? filtered.lines.length : (snapshot.size ?? 0);
    const { scrollerRef, viewportRef, top, shown, scale, scrollTo } = useRowScroll(count, ROW_HEIGHT);
    const selection = useEventValue(time.onDidChangeSelection, () => time.selection);
    const { first, end } = rowWindow(top, shown, count);
    const id = React.useId();
    React.useEffect(() => {
        if (!filtered) {
            model.lines.show({ first, end: Math.max(end, first + 1) });
        }
    }, [model, filtered, first, end]);
    const selectedRow = rowOfLine(snapshot.selected, filtered);
    const revealedRef = React.useRef<TableSnapshot['reveal']>(undefined);
    React.useEffect(() => {
        const { reveal } = snapshot;
        const row = rowOfLine(reveal?.index, snapshot.filtered);
        if (reveal && row !== undefined && reveal !== revealedRef.current && count > 0 && shown > 0) {
            revealedRef.current = reveal;
            scrollTo(isInSight(row, top, shown) ? top : row - shown / 2);
        }
    }, [snapshot, count, top, shown, scrollTo]);

    const onSelect = React.useCallback((index: number) => model.select(index), [model]);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const next = rowAfterKey(event.key, selectedRow ?? Math.ceil(top), count, Math.floor(shown));
        if (event.target instanceof HTMLInputElement) {
            return;
        }
        if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            scrollTo(topToReveal(next, top, shown));
            model.select(filtered ? filtered.lines[next].index : next);
        }
    };
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    return (
        <div
            ref={scrollerRef}
            className={`tmll-grid${snapshot.filtering ? ' tmll-filtering' : ''}`}
            role="grid"
            aria-label={label}
            aria-rowcount={count + 1}
            aria-colcount={columns.length}
            aria-activedescendant={selectedRow === undefined ? undefined : `${id}-${snapshot.selected}`}
            tabIndex={0}
            onKeyDown={onKeyDown}
        >
            <div className="tmll-grid-canvas" style={{ height: scale.height, width }}>
                <TableHeader columns={columns} onResize={(columnId, size) => model.resizeColumn(columnId, size)} />
                {snapshot.filtering && (
                    <TableFilterRow
                        columns={columns}
                        filters={snapshot.filters}
                        onFilter={(columnId, expression) => model.setFilter(columnId, expression)}
                    />
                )}
                <div className="tmll-grid-rows" ref={viewportRef} role="rowgroup">
                    {Array.from({ length: end - first }, (_, offset) => {
                        const row = first + offset;
                        const line = filtered ? filtered.lines[row] : model.lines.line(row);
                        const index = filtered ? (line?.index ?? row) : row;
                        return (
                            <TableRow
                                key={index}
                                id={`${id}-${index}`}
                                index={index}
                                row={row}
                                line={line}
                                columns={columns}
                                top={(row - top) * ROW_HEIGHT}
                                selected={index === snapshot.selected}
                                inSelection={isWithin(model.timeOf(line), selection)}
                                onSelect={onSelect}
                            />
                        );
                    })}
                </div>
            </div>
        </div>
    );
}

/** The row that shows a line; of a filtered table that of the next line that it shows. */
function rowOfLine(line: number | undefined, filtered: FilteredLines | undefined): number | undefined {
    if (line === undefined || !filtered) {
        return line;
    }
    return filtered.lines.length === 0
        ? undefined
        : Math.min(
              countWhile(filtered.lines.length, row => filtered.lines[row].index < line),
              filtered.lines.length - 1
          );
}

function isInSight(index: number, top: number, shown: number): boolean {
    return index >= top && index + 1 <= top + shown;
}

function isWithin(time: number | undefined, window: TimeWindow | undefined): boolean {
    return time !== undefined && window !== undefined && time >= window.start && time <= window.end;
}

/** The row that a key goes to; undefined for keys that are not the table's. */
export function rowAfterKey(key: string, row: number, count: number, page: number): number | undefined {
    const rows: Readonly<Record<string, number>> = {
        ArrowDown: row + 1,
        ArrowUp: row - 1,
        PageDown: row + page,
        PageUp: row - page,
        Home: 0,
        End: count - 1
    };
    return count > 0 && key in rows ? Math.min(Math.max(rows[key], 0), count - 1) : undefined;
}
