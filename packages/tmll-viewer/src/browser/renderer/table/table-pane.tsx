import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useEventValue } from '../../react/use-event';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { layoutColumns } from './table-columns';
import { TableSource } from './table-fetch';
import { TableGrid } from './table-grid';
import { TablePaneModel, TablePaneState } from './table-pane-model';
import { TableTools } from './table-tools';

/** A table output, such as the events of a trace. */
export function TablePane({ session, output, savedState, saveState }: OutputPaneProps): React.ReactElement {
    const [model] = React.useState(
        () => new TablePaneModel(session, new TableSource(session, output), savedState as TablePaneState, saveState)
    );
    React.useEffect(() => {
        model.start();
        return () => model.dispose();
    }, [model]);
    const snapshot = useEventValue(model.onDidChange, () => model.snapshot);
    const columns = React.useMemo(
        () => layoutColumns(snapshot.columns.value ?? [], snapshot.hidden, snapshot.widths),
        [snapshot.columns, snapshot.hidden, snapshot.widths]
    );
    const error = snapshot.columns.error ?? snapshot.error;
    return (
        <div className="tmll-table">
            <TableTools model={model} snapshot={snapshot} columns={columns} />
            <TableGrid label={output.name} {...{ model, snapshot, columns }} time={session.time} />
            {error && <PaneMessage icon="error" text={error} onRetry={() => model.retry()} />}
            {!error && snapshot.size === 0 && (
                <PaneMessage
                    icon="info"
                    text={nls.localize('tmll/viewer/xy/empty', 'This trace has no data for {0}.', output.name)}
                />
            )}
            {!error && (snapshot.isLoading || snapshot.columns.loading) && (
                <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', output.name)} />
            )}
        </div>
    );
}
