import * as React from '@theia/core/shared/react';
import { TimeModel } from '../session/time-model';
import { PlotGestures, ScrollRows } from './plot-gestures';
import { TimeMarks } from './time-marks';

export interface PlotSurfaceProps {
    readonly time: TimeModel;
    /** Says what is drawn below, for those who cannot see it. */
    readonly label: string;
    readonly className?: string;
    readonly onPointerMove?: (event: React.PointerEvent<HTMLElement>) => void;
    /** Called when what the mouse points at is of no interest any more: it has left, or does something else. */
    readonly onPointerLeave?: () => void;
    /** Set where the wheel scrolls rows; the same function from drawing to drawing. */
    readonly scrollRows?: ScrollRows;
    readonly children?: React.ReactNode;
}

/** Lies over whatever draws along the time axis: takes the mouse's gestures, shows selection and cursor. */
export function PlotSurface(props: PlotSurfaceProps): React.ReactElement {
    const { time, label, className, onPointerMove, onPointerLeave, scrollRows, children } = props;
    const attach = React.useCallback(
        (element: HTMLElement | null) => {
            if (!element) {
                return undefined;
            }
            const gestures = new PlotGestures(element, time, scrollRows);
            const marks = new TimeMarks(element, time);
            return () => {
                gestures.dispose();
                marks.dispose();
            };
        },
        [time, scrollRows]
    );
    return (
        <div
            ref={attach}
            className={`tmll-plot-surface ${className ?? ''}`}
            role="group"
            aria-label={label}
            tabIndex={0}
            onPointerMove={onPointerMove}
            onPointerDown={onPointerLeave}
            onPointerLeave={onPointerLeave}
        >
            {children}
        </div>
    );
}
