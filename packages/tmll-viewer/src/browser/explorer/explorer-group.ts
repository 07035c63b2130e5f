import { Event } from '@theia/core/lib/common/event';
import { TraceSession } from '../session/trace-session';
import { ActionItem } from './action-list';

/** A line in a group of the Traces view. */
export type ExplorerItem = ActionItem;

/** A group of lines in the Traces view, below those of the viewer itself. Contribute it. */
export const ExplorerGroup = Symbol('ExplorerGroup');
export interface ExplorerGroup {
    /** Unique and stable. */
    readonly id: string;
    /** "Bookmarks" */
    readonly label: string;
    /** Groups are sorted by it, then by label. */
    readonly order?: string;
    /** Fires when what `items` answers may have changed. */
    readonly onDidChange: Event<void>;
    /**
     * The lines for the trace whose tab is in front; undefined when none is. A group without lines is not shown, unless it says why
     * in `emptyText`. Called on every drawing: answer from memory.
     */
    items(session: TraceSession | undefined): readonly ExplorerItem[];
    /** Shown instead of lines when there are none. */
    emptyText?(session: TraceSession | undefined): string | undefined;
    /** A button beside the label. */
    readonly action?: { readonly label: string; readonly icon: string; run(session: TraceSession | undefined): void };
}
