import * as React from '@theia/core/shared/react';
import { codicon } from '../../react/codicon';
import { nls } from '@theia/core/lib/common/nls';
import { CheckState } from './check-state';
import { VisibleRow } from './visible-rows';

export interface EntryRowProps {
    readonly id: string;
    readonly row: VisibleRow;
    readonly state: CheckState;
    /** Of its curve; undefined when it has none on screen. */
    readonly color: string | undefined;
    readonly focused: boolean;
    /** There are overlays on its series, also when that is not drawn. */
    readonly marked: boolean;
    /** Names of the columns, for the tooltip. */
    readonly headers: readonly string[];
    /** From the top of the tree, in pixels. */
    readonly top: number;
    readonly onToggle: () => void;
    readonly onExpand: () => void;
}

const ARIA_CHECKED = { on: true, off: false, mixed: 'mixed' } as const;

/** One row of the tree beside a chart; its box has the colour of its curve. */
export function EntryRow(props: EntryRowProps): React.ReactElement {
    const { id, row, state, color, focused, marked, headers, top, onToggle, onExpand } = props;
    const { node, expanded, position, siblings } = row;
    const [name, ...columns] = node.labels;
    const expand = (event: React.MouseEvent): void => {
        event.stopPropagation();
        onExpand();
    };
    return (
        <div
            id={id}
            className={`tmll-entry${focused ? ' tmll-focused' : ''}`}
            style={{ transform: `translateY(${top}px)`, paddingLeft: 4 + node.depth * 12 }}
            role="treeitem"
            aria-level={node.depth + 1}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-expanded={expanded}
            aria-checked={ARIA_CHECKED[state]}
            aria-selected={focused}
            title={titleOf(node.labels, headers)}
            onClick={onToggle}
        >
            <span
                className={`tmll-entry-twistie ${expanded === undefined ? '' : codicon(expanded ? 'chevron-down' : 'chevron-right')}`}
                onClick={expanded === undefined ? undefined : expand}
            />
            <span
                className={`tmll-entry-box tmll-${state}`}
                style={color ? { backgroundColor: color, borderColor: color } : undefined}
            >
                {state !== 'off' && <span className={codicon(state === 'on' ? 'check' : 'dash')} />}
            </span>
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

function titleOf(labels: readonly string[], headers: readonly string[]): string {
    return labels
        .map((label, index) => (headers[index] && labels.length > 1 ? `${headers[index]}: ${label}` : label))
        .filter(line => line !== '')
        .join('\n');
}
