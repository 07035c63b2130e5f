import * as React from '@theia/core/shared/react';
import { codicon } from '../react/codicon';

/** A line of a list on which one thing can be done. */
export interface ActionItem {
    readonly id: string;
    readonly label: string;
    readonly description?: string;
    /** Shown when the mouse rests on it. */
    readonly title?: string;
    /** Of the codicons. */
    readonly icon: string;
    /** The icon turns: something is going on. */
    readonly busy?: boolean;
    /** Steps to the right, for what belongs to a line above. */
    readonly depth?: number;
    /** It is a heading that opens and closes the lines below it; `run` does that. */
    readonly expanded?: boolean;
    /** It is on, or in front. */
    readonly selected?: boolean;
    /** Nothing can be done with it; the description says why. */
    readonly disabled?: boolean;
    run(): void;
    /** A second thing that can be done, with a button at the end of the line or the Delete key. */
    readonly remove?: { readonly label: string; run(): void };
}

export interface ActionListProps {
    readonly label: string;
    readonly items: readonly ActionItem[];
}

/** A list to go through with the arrow keys; Enter, Space or a click does what a line is for. */
export function ActionList({ label, items }: ActionListProps): React.ReactElement {
    const [focused, setFocused] = React.useState(0);
    const current = Math.min(focused, items.length - 1);
    const listRef = React.useRef<HTMLUListElement>(null);
    const focus = (index: number): void => {
        const next = Math.min(Math.max(index, 0), items.length - 1);
        setFocused(next);
        const line = listRef.current?.children[next];
        if (line instanceof HTMLElement) {
            line.focus();
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const steps: Readonly<Record<string, () => void>> = {
            ArrowDown: () => focus(current + 1),
            ArrowUp: () => focus(current - 1),
            Home: () => focus(0),
            End: () => focus(items.length - 1),
            Enter: () => runItem(items[current]),
            ' ': () => runItem(items[current]),
            Delete: () => items[current].remove?.run()
        };
        const step = steps[event.key];
        if (step && !(event.target instanceof HTMLButtonElement)) {
            event.preventDefault();
            step();
        }
    };
    return (
        <ul className="tmll-action-list" role="listbox" aria-label={label} ref={listRef} onKeyDown={onKeyDown}>
            {items.map((item, index) => (
                <ActionLine key={item.id} item={item} focusable={index === current} onFocus={() => setFocused(index)} />
            ))}
        </ul>
    );
}

interface ActionLineProps {
    readonly item: ActionItem;
    readonly focusable: boolean;
    readonly onFocus: () => void;
}

function ActionLine({ item, focusable, onFocus }: ActionLineProps): React.ReactElement {
    const { label, description, title, icon, busy, depth = 0, expanded, selected, disabled, remove } = item;
    return (
        <li
            className={`tmll-action${selected ? ' tmll-on' : ''}${disabled ? ' tmll-disabled' : ''}${expanded === undefined ? '' : ' tmll-heading'}`}
            style={{ paddingLeft: 10 + depth * 14 }}
            role="option"
            aria-selected={selected ?? false}
            aria-disabled={disabled}
            aria-expanded={expanded}
            tabIndex={focusable ? 0 : -1}
            title={title}
            data-item-id={item.id}
            onFocus={onFocus}
            onClick={() => runItem(item)}
        >
            <span className={`tmll-action-icon ${codicon(icon)}${busy ? ' theia-animation-spin' : ''}`} />
            <span className="tmll-action-text">
                <span className="tmll-action-label">{label}</span>
                {description && <span className="tmll-action-description">{description}</span>}
            </span>
            {remove && (
                <button
                    type="button"
                    className={`tmll-tool-button ${codicon('close')}`}
                    tabIndex={-1}
                    title={remove.label}
                    aria-label={remove.label}
                    onClick={event => {
                        event.stopPropagation();
                        remove.run();
                    }}
                />
            )}
        </li>
    );
}

function runItem(item: ActionItem): void {
    if (!item.disabled) {
        item.run();
    }
}
