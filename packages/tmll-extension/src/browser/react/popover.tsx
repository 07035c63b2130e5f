import * as React from '@theia/core/shared/react';
import { codicon } from '@theia/core/lib/browser';

interface PopoverProps {
    /** Name of a codicon. */
    readonly icon: string;
    /** The button's accessible name and its tooltip. */
    readonly label: string;
    /** Stands beside the icon: a number, or a word. */
    readonly badge?: string;
    /** Whether a click on what is shown closes it, as on an entry of a menu. */
    readonly closesOnClick?: boolean;
    /** What is shown below the button while it is open. */
    readonly children: React.ReactNode;
}

/** A button that shows something below itself, until Escape, a click elsewhere or a choice closes it. */
export const Popover: React.FC<PopoverProps> = ({ icon, label, badge, closesOnClick, children }) => {
    const [isOpen, setOpen] = React.useState(false);
    const buttonRef = React.useRef<HTMLButtonElement>(null);
    const close = (): void => {
        setOpen(false);
        buttonRef.current?.focus();
    };
    const onBlur = (event: React.FocusEvent<HTMLElement>): void => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
            setOpen(false);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.key === 'Escape' && isOpen) {
            event.stopPropagation();
            close();
        }
    };
    return (
        <span className="tmll-popover" onBlur={onBlur} onKeyDown={onKeyDown}>
            <button
                ref={buttonRef}
                type="button"
                className="tmll-popover-button"
                aria-label={badge === undefined ? label : `${label}: ${badge}`}
                aria-expanded={isOpen}
                title={label}
                onClick={() => setOpen(!isOpen)}
            >
                <span className={codicon(icon)} aria-hidden="true" />
                {badge && <span>{badge}</span>}
            </button>
            {isOpen && (
                // Takes the focus of clicks beside its fields, which would close it otherwise.
                <div className="tmll-popover-content" tabIndex={-1} onClick={closesOnClick ? close : undefined}>
                    {children}
                </div>
            )}
        </span>
    );
};
