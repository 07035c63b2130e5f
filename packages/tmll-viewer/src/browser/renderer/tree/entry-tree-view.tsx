import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useSize } from '../../react/use-size';
import { rowWindow, topToReveal } from '../../virtual/row-window';
import { checkState } from './check-state';
import { EntryNode, pathKey } from './entry-tree';
import { EntryRow } from './entry-row';
import { treeKey, visibleRows } from './visible-rows';

export interface EntryTreeViewProps {
    /** Of the output, for screen readers. */
    readonly label: string;
    readonly nodes: readonly EntryNode[];
    readonly headers: readonly string[];
    readonly checked: ReadonlySet<number>;
    /** CSS colour of each checked entry. */
    readonly colors: ReadonlyMap<number, string>;
    /** Keys of the paths on which there are overlays. */
    readonly marked: ReadonlySet<string>;
    readonly onToggle: (node: EntryNode) => void;
}

const ROW_HEIGHT = 20;

/** The entries of an output with boxes to check; only the rows in sight are in the document. */
export function EntryTreeView(props: EntryTreeViewProps): React.ReactElement {
    const { label, nodes, headers, checked, colors, marked, onToggle } = props;
    const [closed, setClosed] = React.useState<ReadonlySet<number>>(new Set<number>());
    const [focused, setFocused] = React.useState(0);
    const [top, setTop] = React.useState(0);
    const [size, sizeRef] = useSize<HTMLDivElement>();
    const scrollerRef = React.useRef<HTMLDivElement>(null);
    const id = React.useId();
    const rows = React.useMemo(() => visibleRows(nodes, closed), [nodes, closed]);
    const shown = size.height / ROW_HEIGHT;
    const { first, end } = rowWindow(top, shown, rows.length);
    const scrollTo = (index: number): void => {
        if (scrollerRef.current) {
            scrollerRef.current.scrollTop = topToReveal(index, top, shown) * ROW_HEIGHT;
        }
    };
    const expand = (node: EntryNode, open: boolean): void => {
        const next = new Set(closed);
        if (open) {
            next.delete(node.id);
        } else {
            next.add(node.id);
        }
        setClosed(next);
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const action = treeKey(event.key, rows, focused);
        if (!action || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        event.preventDefault();
        const { node } = rows[action.index];
        if (action.kind === 'focus') {
            setFocused(action.index);
            scrollTo(action.index);
        } else if (action.kind === 'toggle') {
            onToggle(node);
        } else {
            expand(node, action.kind === 'open');
        }
    };
    return (
        <div className="tmll-entry-frame" ref={sizeRef}>
            <div
                ref={scrollerRef}
                className="tmll-entry-tree"
                role="tree"
                aria-multiselectable="true"
                aria-label={nls.localize('tmll/viewer/xy/series', 'Series of {0}', label)}
                aria-activedescendant={rows[focused] ? `${id}-${rows[focused].node.id}` : undefined}
                tabIndex={0}
                onKeyDown={onKeyDown}
                onScroll={event => setTop(event.currentTarget.scrollTop / ROW_HEIGHT)}
            >
                <div className="tmll-entry-rows" style={{ height: rows.length * ROW_HEIGHT }}>
                    {rows.slice(first, end).map((row, offset) => {
                        const { node, expanded } = row;
                        const index = first + offset;
                        return (
                            <EntryRow
                                key={node.id}
                                id={`${id}-${node.id}`}
                                row={row}
                                state={checkState(node, checked)}
                                color={colors.get(node.id)}
                                focused={index === focused}
                                marked={marked.has(pathKey(node.path))}
                                headers={headers}
                                top={index * ROW_HEIGHT}
                                onToggle={() => {
                                    setFocused(index);
                                    onToggle(node);
                                }}
                                onExpand={() => expand(node, expanded === false)}
                            />
                        );
                    })}
                </div>
            </div>
        </div>
    );
}
