import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { CheckMenu } from '../react/check-menu';
import { useEventValue } from '../react/use-event';
import { TraceSession } from '../session/trace-session';
import { PaneModel } from '../session/pane-model';

export interface OverlayMenuProps {
    readonly registry: OverlayRegistry;
    readonly session: TraceSession;
    readonly pane: PaneModel;
}

/** Shows and hides the overlays of each provider in a pane, or those of each of its categories. */
export function OverlayMenu({ registry, session, pane }: OverlayMenuProps): React.ReactElement | undefined {
    const hidden = useEventValue(pane.onDidChange, () => pane.hiddenOverlays);
    const items = useEventValue(registry.onDidChange, () => registry.switches(session.experiment.UUID, pane.outputId));
    if (items.length === 0) {
        return undefined;
    }
    return (
        <CheckMenu
            icon="layers"
            label={nls.localize('tmll/viewer/overlays', 'Overlays')}
            items={items.map(item => ({ ...item, checked: !hidden.has(item.id) }))}
            onToggle={id => pane.toggleOverlays(String(id))}
        />
    );
}
