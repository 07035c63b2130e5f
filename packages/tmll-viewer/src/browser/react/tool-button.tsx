import * as React from '@theia/core/shared/react';
import { codicon } from './codicon';

export interface ToolButtonProps {
    /** Of the codicons. */
    readonly icon: string;
    /** Set for a button that stays pressed. */
    readonly pressed?: boolean;
    /** Set for a button that opens and closes something. */
    readonly expanded?: boolean;
    readonly disabled?: boolean;
    readonly onClick: () => void;
    /** What it does, as a tooltip and for screen readers. */
    readonly children: string;
}

/** A small button with an icon. */
export function ToolButton({
    icon,
    pressed,
    expanded,
    disabled,
    onClick,
    children
}: ToolButtonProps): React.ReactElement {
    return (
        <button
            type="button"
            className={`tmll-tool-button ${codicon(icon)}`}
            title={children}
            aria-label={children}
            aria-pressed={pressed}
            aria-expanded={expanded}
            disabled={disabled}
            onClick={onClick}
        />
    );
}
