import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { LatestLoad } from '../load/latest-load';
import { CheckMenu } from '../react/check-menu';
import { useEventValue } from '../react/use-event';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { fetchMarkerSets } from './annotation-source';

/** The choice of a marker set of the trace server, whose markers are drawn on all charts; nothing when it has none. */
export function MarkerSetMenu({ session }: { readonly session: TraceSessionImpl }): React.ReactElement | undefined {
    const [load] = React.useState(() => new LatestLoad((_: void, signal) => fetchMarkerSets(session, signal)));
    React.useEffect(() => {
        load.request();
        return () => load.stop();
    }, [load]);
    const sets = useEventValue(load.onDidChange, () => load.state).value ?? [];
    const chosen = useEventValue(session.onDidChangeMarkerSet, () => session.markerSet);
    if (sets.length === 0) {
        return undefined;
    }
    return (
        <CheckMenu
            icon="milestone"
            label={nls.localize('tmll/viewer/markerSets', 'Marker sets')}
            items={sets.map(({ id, name }) => ({ id, label: name, checked: id === chosen }))}
            onToggle={id => session.setMarkerSet(id === chosen ? undefined : String(id))}
        />
    );
}
