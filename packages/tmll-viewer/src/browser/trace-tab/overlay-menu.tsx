import * as React from '@theia/core/shared/react';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { useEventValue } from '../react/use-event';
import { ToolButton } from '../react/tool-button';
import { PaneModel } from '../session/pane-model';

export interface OverlayMenuProps {
    readonly registry: OverlayRegistry;
    readonly pane: PaneModel;
}

/** Buttons that show and hide the overlays of each provider in a pane. */
export function OverlayMenu({ registry, pane }: OverlayMenuProps): React.ReactElement {
    const hidden = useEventValue(pane.onDidChange, () => pane.hiddenOverlays);
    const [open, setOpen] = React.useState(false);
    const close = (event: React.FocusEvent): void => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
            setOpen(false);
        }
    };
    if (registry.providers.length === 0) {
        return <></>;
    }
    return (
        <div
            className="tmll-overlay-menu"
            onBlur={close}
            onKeyDown={event => {
                if (event.key === 'Escape') {
                    event.stopPropagation();
                    setOpen(false);
                }
            }}
        >
            <ToolButton icon="layers" pressed={open} onClick={() => setOpen(!open)}>
                {nls.localize('tmll/viewer/overlays', 'Overlays')}
            </ToolButton>
            {open && (
                <div className="tmll-overlay-list" role="menu">
                    {registry.providers.map(({ id, label }) => (
                        <button
                            key={id}
                            type="button"
                            className="tmll-overlay-item"
                            role="menuitemcheckbox"
                            aria-checked={!hidden.has(id)}
                            onClick={() => pane.toggleOverlays(id)}
                        >
                            <span className={hidden.has(id) ? 'tmll-no-check' : codicon('check')} />
                            {label}
                        </button>
                    ))}
                </div>
            )}
        </div>
    );
}
