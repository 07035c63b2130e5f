import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ToolButton } from '../../react/tool-button';
import { drawable, EntryNode, filterTree } from './entry-tree';
import { EntryTreeView, EntryTreeViewProps } from './entry-tree-view';

export interface EntryPanelProps extends EntryTreeViewProps {
    readonly onSetChecked: (nodes: readonly EntryNode[], on: boolean) => void;
    /** More buttons in the row with the search. */
    readonly children?: React.ReactNode;
}

/** The tree beside a chart, with a search, and buttons that check all or none of what the search has left. */
export function EntryPanel({ onSetChecked, children, ...tree }: EntryPanelProps): React.ReactElement {
    const [search, setSearch] = React.useState('');
    const nodes = React.useMemo(() => filterTree(tree.nodes, search), [tree.nodes, search]);
    const setAll = (on: boolean): void => onSetChecked(drawable(nodes), on);
    return (
        <div className="tmll-entry-panel">
            <div className="tmll-entry-tools">
                <input
                    className="theia-input"
                    type="search"
                    value={search}
                    placeholder={nls.localize('tmll/viewer/xy/search', 'Search series')}
                    aria-label={nls.localize('tmll/viewer/xy/searchIn', 'Search series of {0}', tree.label)}
                    onChange={event => setSearch(event.target.value)}
                />
                <ToolButton icon="check-all" onClick={() => setAll(true)}>
                    {nls.localize('tmll/viewer/xy/checkAll', 'Check all that match')}
                </ToolButton>
                <ToolButton icon="clear-all" onClick={() => setAll(false)}>
                    {nls.localize('tmll/viewer/xy/checkNone', 'Uncheck all that match')}
                </ToolButton>
                {children}
            </div>
            {nodes.length > 0 ? (
                <EntryTreeView {...tree} nodes={nodes} />
            ) : (
                <div className="tmll-entry-none">
                    {search === ''
                        ? nls.localize('tmll/viewer/xy/noEntries', 'No series in this trace')
                        : nls.localize('tmll/viewer/xy/noMatch', 'No series matches')}
                </div>
            )}
        </div>
    );
}
