import * as React from '@theia/core/shared/react';
import { codicon } from '../../react/codicon';
import { rowWindow, topToReveal } from '../../virtual/row-window';
import { useRowScroll } from '../../virtual/use-row-scroll';
import { pathKey } from '../tree/entry-tree';
import { treeKey, VisibleRow } from '../tree/visible-rows';
import { DataTreeModel, DataTreeSnapshot } from './data-tree-model';
import { TreeColumn } from './data-tree-source';

export interface DataTreeGridProps {
    readonly label: string;
    readonly model: DataTreeModel;
    readonly snapshot: DataTreeSnapshot;
    /** Goes to a time range that stands in a cell; undefined for other texts. */
    readonly goTo: (label: string) => (() => void) | undefined;
    readonly onCopy: (rows: readonly VisibleRow[]) => void;
}

const ROW_HEIGHT = 20;
const NO_COLUMNS: readonly TreeColumn[] = [];
const NAME_WIDTH = 300;
const LETTER_WIDTH = 8.2;
const WIDEST = 320;

/** Lines with columns that can be sorted, of which only those in sight are in the document. */
export function DataTreeGrid({ label, model, snapshot, goTo, onCopy }: DataTreeGridProps): React.ReactElement {
    const { rows, order, selected, tree } = snapshot;
    const columns = tree.value?.columns ?? NO_COLUMNS;
    const { scrollerRef, viewportRef, top, shown, scale, scrollTo } = useRowScroll(rows.length, ROW_HEIGHT);
    const widths = React.useMemo(() => columnWidths(columns, rows), [columns, rows]);
    const id = React.useId();
    const { first, end } = rowWindow(top, shown, rows.length);
    const current = rows.findIndex(({ node }) => pathKey(node.path) === selected);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
            event.preventDefault();
            event.stopPropagation();
            onCopy(current >= 0 ? [rows[current]] : rows);
            return;
        }
        const action = treeKey(event.key, rows, Math.max(current, 0));
        if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            const { node } = rows[action.index];
            if (action.kind === 'open' || action.kind === 'close') {
                model.expand(node, action.kind === 'open');
            } else {
                model.select(node);
                scrollTo(topToReveal(action.index, top, shown));
            }
        }
    };
    return (
        <div
            ref={scrollerRef}
            className="tmll-grid"
            role="treegrid"
            aria-label={label}
            aria-rowcount={rows.length + 1}
            aria-colcount={columns.length}
            aria-activedescendant={current >= 0 ? `${id}-${rows[current].node.id}` : undefined}
            tabIndex={0}
            onKeyDown={onKeyDown}
        >
            <div
                className="tmll-grid-canvas"
                style={{ height: scale.height, width: widths.reduce((sum, width) => sum + width, 0) }}
            >
                <div className="tmll-table-header" role="row" aria-rowindex={1}>
                    {columns.map((column, index) => (
                        <span
                            key={index}
                            className={`tmll-cell${index > 0 ? ' tmll-number' : ''}`}
                            style={{ width: widths[index] }}
                            role="columnheader"
                            aria-sort={
                                order?.column === index ? (order.descending ? 'descending' : 'ascending') : 'none'
                            }
                            title={column.tooltip || column.name}
                        >
                            <button
                                type="button"
                                className="tmll-header-button"
                                tabIndex={-1}
                                onClick={() => model.sortBy(index)}
                            >
                                {column.name}
                                {order?.column === index && (order.descending ? ' ↓' : ' ↑')}
                            </button>
                        </span>
                    ))}
                </div>
                <div className="tmll-grid-rows" ref={viewportRef} role="rowgroup">
                    {rows.slice(first, end).map((row, offset) => (
                        <DataTreeRow
                            key={row.node.id}
                            id={`${id}-${row.node.id}`}
                            row={row}
                            index={first + offset}
                            top={(first + offset - top) * ROW_HEIGHT}
                            widths={widths}
                            selected={pathKey(row.node.path) === selected}
                            goTo={goTo}
                            model={model}
                        />
                    ))}
                </div>
            </div>
        </div>
    );
}

interface DataTreeRowProps {
    readonly id: string;
    readonly row: VisibleRow;
    readonly index: number;
    /** Pixels from the top of what is in sight. */
    readonly top: number;
    readonly widths: readonly number[];
    readonly selected: boolean;
    readonly goTo: DataTreeGridProps['goTo'];
    readonly model: DataTreeModel;
}

function DataTreeRow(props: DataTreeRowProps): React.ReactElement {
    const { id, row, index, top, widths, selected, goTo, model } = props;
    const { node, expanded, position, siblings } = row;
    return (
        <div
            id={id}
            className={`tmll-row${selected ? ' tmll-selected' : ''}`}
            style={{ transform: `translateY(${top}px)` }}
            role="row"
            aria-rowindex={index + 2}
            aria-level={node.depth + 1}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-expanded={expanded}
            aria-selected={selected}
            onClick={() => model.select(node)}
        >
            {widths.map((width, column) => {
                const text = node.labels[column] ?? '';
                const go = column > 0 ? goTo(text) : undefined;
                return (
                    <span
                        key={column}
                        className={`tmll-cell${column > 0 ? ' tmll-number' : ''}`}
                        style={column === 0 ? { width, paddingLeft: 4 + node.depth * 14 } : { width }}
                        role="gridcell"
                        title={text}
                    >
                        {column === 0 && (
                            <span
                                className={`tmll-entry-twistie ${expanded === undefined ? '' : codicon(expanded ? 'chevron-down' : 'chevron-right')}`}
                                onClick={event => {
                                    event.stopPropagation();
                                    model.expand(node, expanded === false);
                                }}
                            />
                        )}
                        {go ? (
                            <button type="button" className="tmll-link" tabIndex={-1} onClick={go}>
                                {text}
                            </button>
                        ) : (
                            text
                        )}
                    </span>
                );
            })}
        </div>
    );
}

/** Wide enough for the texts, within reason. */
function columnWidths(columns: readonly TreeColumn[], rows: readonly VisibleRow[]): number[] {
    return columns.map(({ name }, index) => {
        if (index === 0) {
            return NAME_WIDTH;
        }
        const longest = rows.reduce(
            (most, { node }) => Math.max(most, node.labels[index]?.length ?? 0),
            name.length + 2
        );
        return Math.min(longest * LETTER_WIDTH + 24, WIDEST);
    });
}
