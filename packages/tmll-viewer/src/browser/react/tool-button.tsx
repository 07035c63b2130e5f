import * as React from '@theia/core/shared/react';
import { codicon } from './codicon';

export interface ToolButtonProps {
    /** Of the codicons. */
    readonly icon: string;
    /** Set for a button that stays pressed. */
    readonly pressed?: boolean;
    readonly onClick: () => void;
    /** What it does, as a tooltip and for screen readers. */
    readonly children: string;
}

/** A small button with an icon. */
export function ToolButton({ icon, pressed, onClick, children }: ToolButtonProps): React.ReactElement {
    return (
        <button
            type="button"
            className={`tmll-tool-button ${codicon(icon)}`}
            title={children}
            aria-label={children}
            aria-pressed={pressed}
            onClick={onClick}
        />
    );
}
