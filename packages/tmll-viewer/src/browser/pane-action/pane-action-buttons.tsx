import * as React from '@theia/core/shared/react';
import { ToolButton } from '../react/tool-button';
import { useEventValue } from '../react/use-event';
import { TraceSession } from '../session/trace-session';
import { PaneActionRegistry } from './pane-action-registry';

export interface PaneActionButtonsProps {
    readonly registry: PaneActionRegistry;
    readonly session: TraceSession;
    readonly outputId: string;
}

/** The contributed actions with an icon, in the header of a pane. */
export function PaneActionButtons({ registry, session, outputId }: PaneActionButtonsProps): React.ReactElement {
    useEventValue(registry.onDidChange, () => registry.state);
    const target = { session, outputId };
    return (
        <>
            {registry.buttons(target).map(action => (
                <ToolButton
                    key={action.id}
                    icon={action.icon ?? ''}
                    pressed={action.isToggled?.(target)}
                    disabled={!(action.isEnabled?.(target) ?? true)}
                    onClick={() => registry.run(action, target)}
                >
                    {action.label}
                </ToolButton>
            ))}
        </>
    );
}
