import * as React from '@theia/core/shared/react';
import { codicon } from '@theia/core/lib/browser';

interface IconButtonProps {
    /** Name of a codicon. */
    readonly icon: string;
    /** Says what a click does: the button's accessible name and its tooltip. */
    readonly label: string;
    readonly onClick: () => void;
    /** For a button that stays pressed. */
    readonly pressed?: boolean;
    /** For a button that opens and closes something. */
    readonly expanded?: boolean;
    readonly disabled?: boolean;
}

/** A button that is an icon. */
export const IconButton: React.FC<IconButtonProps> = ({ icon, label, onClick, pressed, expanded, disabled }) => (
    <button
        type="button"
        className={`tmll-icon-button ${codicon(icon)}`}
        aria-label={label}
        title={label}
        aria-pressed={pressed}
        aria-expanded={expanded}
        disabled={disabled}
        onClick={onClick}
    />
);
