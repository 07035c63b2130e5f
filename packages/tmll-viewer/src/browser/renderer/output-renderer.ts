import * as React from '@theia/core/shared/react';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { PaneExport } from '../export/pane-export';
import { TraceSession } from '../session/trace-session';

/** Draws outputs of one kind. Contribute it; the renderer with the highest priority for an output wins. */
export const OutputRenderer = Symbol('OutputRenderer');
export interface OutputRenderer {
    /** Unique and stable: it is part of a saved layout. */
    readonly id: string;
    /** How well it fits: 0 means not at all; the built-in ones answer 10. */
    canRender(output: OutputDescriptor): number;
    /** It draws overlays: its panes get a button to switch them. */
    readonly drawsOverlays?: boolean;
    /** The pane's content. It fills the room it is given and redraws when the session's times change. */
    readonly Component: React.ComponentType<OutputPaneProps>;
}

export interface OutputPaneProps {
    readonly session: TraceSession;
    readonly output: OutputDescriptor;
    /** Draw no overlays of these providers (`OverlayProvider.id`): the user switched them off in this pane. */
    readonly hiddenOverlays: ReadonlySet<string>;
    /** What the pane put aside with `saveState` when it was last on screen, also before a reload. */
    readonly savedState: object | undefined;
    /** Keeps a JSON value for the next time: checked entries, sizes. Does not draw the pane again. */
    saveState(state: object): void;
    /** Offers what can be taken out of the pane as a file, asked for when the user wants it; undefined takes the offer back. */
    offerExport(offered: PaneExport | undefined): void;
}
