import * as React from '@theia/core/shared/react';
import { PaneModel } from '../session/pane-model';
import { TraceSessionImpl } from '../session/trace-session-impl';

/** What a dragged pane is known by, so that nothing else can be dropped between panes. */
const PANE_TYPE = 'application/x-trace-viewer-pane';

export interface PaneDrag {
    /** For the header, by which a pane is dragged. */
    readonly source: React.HTMLAttributes<HTMLElement>;
    /** For the pane, in front of which another one can be dropped. */
    readonly target: React.HTMLAttributes<HTMLElement>;
}

/** Dragging a pane by its header to another place; commands do the same from the keyboard. */
export function usePaneDrag(session: TraceSessionImpl, pane: PaneModel): PaneDrag {
    const [over, setOver] = React.useState(false);
    const takes = (event: React.DragEvent): boolean => event.dataTransfer.types.includes(PANE_TYPE);
    return {
        source: {
            draggable: true,
            onDragStart: event => {
                event.dataTransfer.setData(PANE_TYPE, pane.outputId);
                event.dataTransfer.effectAllowed = 'move';
            }
        },
        target: {
            onDragOver: event => {
                if (takes(event)) {
                    event.preventDefault();
                    setOver(true);
                }
            },
            onDragLeave: () => setOver(false),
            onDrop: event => {
                setOver(false);
                if (takes(event)) {
                    event.preventDefault();
                    event.stopPropagation();
                    session.dropPane(event.dataTransfer.getData(PANE_TYPE), pane.outputId);
                }
            },
            ...(over ? { 'data-drop': 'true' } : {})
        } as React.HTMLAttributes<HTMLElement>
    };
}
