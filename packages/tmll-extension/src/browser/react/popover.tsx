import * as React from '@theia/core/shared/react';
import { codicon } from '@theia/core/lib/browser';

interface PopoverProps {
    /** Name of a codicon. */
    readonly icon: string;
    /** The button's accessible name and its tooltip. */
    readonly label: string;
    /** Stands beside the icon: a number, or a word. */
    readonly badge?: string;
    /** What is shown below the button while it is open. @param close closes it and gives the focus back */
    readonly children: (close: () => void) => React.ReactNode;
}

/** A button that shows something below itself, until Escape, a click elsewhere or a choice closes it. */
export const Popover: React.FC<PopoverProps> = ({ icon, label, badge, children }) => {
    const [isOpen, setOpen] = React.useState(false);
    const button = React.useRef<HTMLButtonElement>(null);
    const close = (): void => {
        setOpen(false);
        button.current?.focus();
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
                ref={button}
                type="button"
                className="tmll-popover-button"
                aria-label={label}
                aria-expanded={isOpen}
                title={label}
                onClick={() => setOpen(!isOpen)}
            >
                <span className={codicon(icon)} aria-hidden="true" />
                {badge && <span>{badge}</span>}
            </button>
            {isOpen && (
                // Takes the focus of clicks beside its fields, which would close it otherwise.
                <div className="tmll-popover-content" tabIndex={-1}>
                    {children(close)}
                </div>
            )}
        </span>
    );
};
