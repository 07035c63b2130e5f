import { Event } from '@theia/core/lib/common/event';
import { PaneTarget } from '../commands/pane-target';

/**
 * Something that can be done with a pane of a trace tab. Contribute it: with an icon it is a button in the headers of the panes
 * for which it is visible; in any case it stands in their context menu and behind their `…` button.
 */
export const PaneAction = Symbol('PaneAction');
export interface PaneAction {
    /** Unique and stable; becomes part of the id of a command. */
    readonly id: string;
    /** What it does, in a few words: "Find correlations". */
    readonly label: string;
    /** Of the codicons, without `codicon-`. */
    readonly icon?: string;
    /** Buttons and menu items are sorted by it, then by label. */
    readonly order?: string;
    /** Fires when what `isVisible`, `isEnabled` or `isToggled` answer may have changed. */
    readonly onDidChange?: Event<void>;
    /** Whether it makes sense for a pane; it does when this is left out. Called on every drawing: answer at once. */
    isVisible?(target: PaneTarget): boolean;
    isEnabled?(target: PaneTarget): boolean;
    /** Whether it is on; only for actions that switch something. */
    isToggled?(target: PaneTarget): boolean;
    /** What it throws is told to the user, in its own words. */
    run(target: PaneTarget): void | Promise<void>;
}
