import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { PaneModel } from '../session/pane-model';

export interface PaneResizerProps {
    readonly pane: PaneModel;
    readonly name: string;
    /** Pixels. */
    readonly height: number;
}

const KEY_STEP = 20;

/** The bar below a pane: drag it, or move it with the arrow keys. */
export function PaneResizer({ pane, name, height }: PaneResizerProps): React.ReactElement {
    const startRef = React.useRef<{ readonly y: number; readonly height: number }>(undefined);
    const onPointerDown = (event: React.PointerEvent<HTMLDivElement>): void => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        startRef.current = { y: event.clientY, height };
    };
    const onPointerMove = (event: React.PointerEvent<HTMLDivElement>): void => {
        const start = startRef.current;
        if (start && event.currentTarget.hasPointerCapture(event.pointerId)) {
            pane.resize(start.height + event.clientY - start.y);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.key === 'ArrowUp' ? -KEY_STEP : event.key === 'ArrowDown' ? KEY_STEP : 0;
        if (step !== 0) {
            event.preventDefault();
            pane.resize(height + step);
        }
    };
    return (
        <div
            className="tmll-pane-resizer"
            role="separator"
            aria-orientation="horizontal"
            aria-label={nls.localize('tmll/viewer/paneHeight', 'Height of {0}', name)}
            aria-valuenow={height}
            tabIndex={0}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onKeyDown={onKeyDown}
        />
    );
}
