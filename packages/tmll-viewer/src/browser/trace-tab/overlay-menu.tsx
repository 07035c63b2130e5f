import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { CheckMenu } from '../react/check-menu';
import { useEventValue } from '../react/use-event';
import { PaneModel } from '../session/pane-model';

export interface OverlayMenuProps {
    readonly registry: OverlayRegistry;
    readonly pane: PaneModel;
}

/** Shows and hides the overlays of each provider in a pane. */
export function OverlayMenu({ registry, pane }: OverlayMenuProps): React.ReactElement | undefined {
    const hidden = useEventValue(pane.onDidChange, () => pane.hiddenOverlays);
    if (registry.providers.length === 0) {
        return undefined;
    }
    return (
        <CheckMenu
            icon="layers"
            label={nls.localize('tmll/viewer/overlays', 'Overlays')}
            items={registry.providers.map(({ id, label }) => ({ id, label, checked: !hidden.has(id) }))}
            onToggle={id => pane.toggleOverlays(String(id))}
        />
    );
}
