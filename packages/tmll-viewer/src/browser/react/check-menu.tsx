import * as React from '@theia/core/shared/react';
import { codicon } from './codicon';
import { ToolButton } from './tool-button';

export interface CheckMenuItem {
    readonly id: string | number;
    readonly label: string;
    readonly checked: boolean;
    /** Steps to the right, for what belongs to an item above. */
    readonly depth?: number;
}

export interface CheckMenuProps {
    /** Of the codicons. */
    readonly icon: string;
    /** What can be switched on and off here, as a tooltip and for screen readers. */
    readonly label: string;
    readonly items: readonly CheckMenuItem[];
    readonly onToggle: (id: CheckMenuItem['id']) => void;
}

/** A button with a list of things to switch on and off; the list stays until Escape or a click elsewhere. */
export function CheckMenu({ icon, label, items, onToggle }: CheckMenuProps): React.ReactElement {
    const [open, setOpen] = React.useState(false);
    const onBlur = (event: React.FocusEvent): void => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
            setOpen(false);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.key === 'Escape') {
            setOpen(false);
        }
    };
    return (
        <div className="tmll-check-menu" onBlur={onBlur} onKeyDown={onKeyDown}>
            <ToolButton icon={icon} pressed={open} onClick={() => setOpen(!open)}>
                {label}
            </ToolButton>
            {open && (
                <div className="tmll-check-list" role="menu" aria-label={label}>
                    {items.map(item => (
                        <button
                            key={item.id}
                            type="button"
                            className="tmll-check-item"
                            role="menuitemcheckbox"
                            aria-checked={item.checked}
                            style={{ paddingLeft: 8 + (item.depth ?? 0) * 16 }}
                            onClick={() => onToggle(item.id)}
                        >
                            <span className={item.checked ? codicon('check') : 'tmll-no-check'} />
                            {item.label}
                        </button>
                    ))}
                </div>
            )}
        </div>
    );
}
