import * as React from '@theia/core/shared/react';
import { EMPTY_LAYOUT, OverlayLayout } from '../../overlay/overlay-layout';

/** Where things are on a chart that has been drawn. */
export interface PlotLayout {
    readonly overlays: OverlayLayout;
    /** Values at the lower and the upper edge. */
    readonly values: readonly [low: number, high: number];
}

export interface UsePlotLayout {
    /** The last drawing, for what the mouse does. */
    readonly layoutRef: React.RefObject<PlotLayout>;
    /** The overlays of the last drawing, for what is shown beside it: a little later, and not for every frame of a zoom. */
    readonly settled: OverlayLayout;
    readonly onLayout: (layout: PlotLayout) => void;
}

const SETTLE_MS = 150;

/** Keeps what a chart tells of each drawing. */
export function usePlotLayout(): UsePlotLayout {
    const layoutRef = React.useRef<PlotLayout>({ overlays: EMPTY_LAYOUT, values: [0, 1] });
    const timerRef = React.useRef<ReturnType<typeof setTimeout>>(undefined);
    const [settled, setSettled] = React.useState(EMPTY_LAYOUT);
    React.useEffect(() => () => clearTimeout(timerRef.current), []);
    const onLayout = React.useCallback((layout: PlotLayout) => {
        layoutRef.current = layout;
        clearTimeout(timerRef.current);
        timerRef.current = setTimeout(() => setSettled(layout.overlays), SETTLE_MS);
    }, []);
    return { layoutRef, settled, onLayout };
}
