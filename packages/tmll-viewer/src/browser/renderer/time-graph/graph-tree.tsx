import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { codicon } from '../../react/codicon';
import { RowWindow } from '../../virtual/row-window';
import { pathKey } from '../tree/entry-tree';
import { treeKey, VisibleRow } from '../tree/visible-rows';
import { GRAPH_ROW_HEIGHT } from './graph-geometry';
import { TimeGraphModel, TimeGraphSnapshot } from './time-graph-model';

export interface GraphTreeProps {
    readonly label: string;
    readonly model: TimeGraphModel;
    readonly snapshot: TimeGraphSnapshot;
    /** The rows to have in the document. */
    readonly window: RowWindow;
    /** Keys of the paths on which there are overlays. */
    readonly marked: ReadonlySet<string>;
    readonly onReveal: (index: number) => void;
}

/** The names beside a time graph; as tall as all rows, of which only those in sight are in the document. */
export function GraphTree({ label, model, snapshot, window, marked, onReveal }: GraphTreeProps): React.ReactElement {
    const { rows, selected } = snapshot;
    const id = React.useId();
    const current = Math.max(
        rows.findIndex(row => row.node.id === selected),
        0
    );
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const action = treeKey(event.key, rows, current);
        if (!action || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        event.preventDefault();
        const { node } = rows[action.index];
        if (action.kind === 'open' || action.kind === 'close') {
            model.expand(node.id, action.kind === 'open');
        } else {
            model.select(node.id);
            onReveal(action.index);
        }
    };
    return (
        <div
            className="tmll-graph-tree"
            role="tree"
            aria-label={nls.localize('tmll/viewer/graph/rows', 'Rows of {0}', label)}
            aria-activedescendant={rows[current] && `${id}-${rows[current].node.id}`}
            tabIndex={0}
            style={{ height: rows.length * GRAPH_ROW_HEIGHT }}
            onKeyDown={onKeyDown}
        >
            {rows.slice(window.first, window.end).map((row, offset) => (
                <GraphTreeRow
                    key={row.node.id}
                    id={`${id}-${row.node.id}`}
                    row={row}
                    top={(window.first + offset) * GRAPH_ROW_HEIGHT}
                    headers={snapshot.entries.value?.headers ?? []}
                    selected={row.node.id === selected}
                    marked={marked.has(pathKey(row.node.path))}
                    onSelect={() => model.select(row.node.id)}
                    onExpand={() => model.expand(row.node.id, row.expanded === false)}
                />
            ))}
        </div>
    );
}

interface GraphTreeRowProps {
    readonly id: string;
    readonly row: VisibleRow;
    readonly top: number;
    readonly headers: readonly string[];
    readonly selected: boolean;
    readonly marked: boolean;
    readonly onSelect: () => void;
    readonly onExpand: () => void;
}

function GraphTreeRow(props: GraphTreeRowProps): React.ReactElement {
    const { id, row, top, headers, selected, marked, onSelect, onExpand } = props;
    const { node, expanded, position, siblings } = row;
    const [name, ...columns] = node.labels;
    const expand = (event: React.MouseEvent): void => {
        event.stopPropagation();
        onExpand();
    };
    return (
        <div
            id={id}
            className={`tmll-entry${selected ? ' tmll-selected' : ''}`}
            style={{ transform: `translateY(${top}px)`, paddingLeft: 4 + node.depth * 12 }}
            role="treeitem"
            aria-level={node.depth + 1}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-expanded={expanded}
            aria-selected={selected}
            title={node.labels
                .map((label, index) =>
                    headers[index] && node.labels.length > 1 ? `${headers[index]}: ${label}` : label
                )
                .filter(line => line !== '' && !line.endsWith(': '))
                .join('\n')}
            onClick={onSelect}
            onDoubleClick={expanded === undefined ? undefined : onExpand}
        >
            <span
                className={`tmll-entry-twistie ${expanded === undefined ? '' : codicon(expanded ? 'chevron-down' : 'chevron-right')}`}
                onClick={expanded === undefined ? undefined : expand}
            />
            <span className="tmll-entry-name">{name}</span>
            {marked && (
                <span
                    className="tmll-entry-mark"
                    role="img"
                    aria-label={nls.localize('tmll/viewer/xy/marked', 'Has marks')}
                    title={nls.localize('tmll/viewer/xy/marked', 'Has marks')}
                />
            )}
            {columns.map((column, index) => (
                <span key={index} className="tmll-entry-column">
                    {column}
                </span>
            ))}
        </div>
    );
}
