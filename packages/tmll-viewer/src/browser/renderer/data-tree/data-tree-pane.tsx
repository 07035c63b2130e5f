import * as React from '@theia/core/shared/react';
import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { nls } from '@theia/core/lib/common/nls';
import { ToolButton } from '../../react/tool-button';
import { useEventValue } from '../../react/use-event';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { DataTreeGrid } from './data-tree-grid';
import { DataTreeModel, DataTreeSnapshot, DataTreeState } from './data-tree-model';
import { fetchDataTree } from './data-tree-source';
import { rowsAsCsv, rowsAsText, timeRangeOf } from './data-tree-text';

export interface DataTreePaneProps extends OutputPaneProps {
    readonly clipboard: ClipboardService;
}

/** A DATA_TREE output: statistics over the trace or over what is selected. */
export function DataTreePane(props: DataTreePaneProps): React.ReactElement {
    const { session, output, savedState, saveState, offerExport, clipboard } = props;
    const [model] = React.useState(
        () =>
            new DataTreeModel(
                session,
                (range, signal) => fetchDataTree(session, output, range, signal),
                savedState as DataTreeState,
                saveState
            )
    );
    React.useEffect(() => {
        model.start();
        return () => model.dispose();
    }, [model]);
    React.useEffect(() => {
        offerExport({ csv: () => rowsAsCsv(model.snapshot.tree.value?.columns ?? [], model.snapshot.rows) });
        return () => offerExport(undefined);
    }, [model, offerExport]);
    const snapshot = useEventValue(model.onDidChange, () => model.snapshot);
    const goTo = React.useCallback(
        (label: string) => {
            const range = timeRangeOf(label, session.origin);
            return range && (() => session.reveal(range));
        },
        [session]
    );
    return (
        <div className="tmll-table">
            <div className="tmll-table-tools">
                <input
                    className="theia-input"
                    type="search"
                    value={snapshot.search}
                    placeholder={nls.localize('tmll/viewer/dataTree/search', 'Search lines')}
                    aria-label={nls.localize('tmll/viewer/dataTree/search', 'Search lines')}
                    onChange={event => model.setSearch(event.target.value)}
                />
                <ToolButton
                    icon="selection"
                    pressed={snapshot.onlySelection}
                    onClick={() => model.setOnlySelection(!snapshot.onlySelection)}
                >
                    {nls.localize('tmll/viewer/dataTree/ofSelection', 'Lines of the selected stretch of time too')}
                </ToolButton>
                <ToolButton icon="copy" onClick={() => void clipboard.writeText(rowsAsText(snapshot.rows))}>
                    {nls.localize('tmll/viewer/dataTree/copy', 'Copy all lines')}
                </ToolButton>
                <span className="tmll-table-note" role="status">
                    {rangeNote(snapshot)}
                </span>
            </div>
            <DataTreeGrid
                label={output.name}
                model={model}
                snapshot={snapshot}
                goTo={goTo}
                onCopy={rows => void clipboard.writeText(rowsAsText(rows))}
            />
            <DataTreeStatus snapshot={snapshot} name={output.name} onRetry={() => model.retry()} />
        </div>
    );
}

function rangeNote({ tree, onlySelection }: DataTreeSnapshot): string {
    if (!tree.value || !onlySelection) {
        return '';
    }
    return tree.value.range.isSelection
        ? nls.localize('tmll/viewer/ofSelection', 'With lines of the selected stretch')
        : nls.localize('tmll/viewer/noSelection', 'Nothing is selected: of the whole trace');
}

interface DataTreeStatusProps {
    readonly snapshot: DataTreeSnapshot;
    readonly name: string;
    readonly onRetry: () => void;
}

function DataTreeStatus({ snapshot, name, onRetry }: DataTreeStatusProps): React.ReactElement | undefined {
    const { tree, rows, search } = snapshot;
    if (tree.error) {
        return <PaneMessage icon="error" text={tree.error} onRetry={onRetry} />;
    }
    if (tree.loading) {
        return <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', name)} />;
    }
    if (rows.length === 0) {
        const text =
            search === ''
                ? nls.localize('tmll/viewer/xy/empty', 'This trace has no data for {0}.', name)
                : nls.localize('tmll/viewer/graph/noMatch', 'No row matches the search.');
        return <PaneMessage icon="info" text={text} />;
    }
    return undefined;
}
