import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';

/** The width of the column with the entry trees, the same in all panes of a tab, so that their plots stay aligned. */
export interface TreeWidth {
    /** Pixels. */
    readonly width: number;
    setWidth(width: number): void;
}

export const DEFAULT_TREE_WIDTH = 240;
const NARROWEST = 60;
const WIDEST = 800;
const KEY_STEP = 20;

/** Of the tab around a pane. */
export const TreeWidthContext = React.createContext<TreeWidth>({
    width: DEFAULT_TREE_WIDTH,
    setWidth: () => undefined
});

/** The bar between the entry tree and the plot: drag it, or move it with the arrow keys. */
export function TreeSplitter(): React.ReactElement {
    const { width, setWidth } = React.useContext(TreeWidthContext);
    const change = (next: number): void => setWidth(Math.min(Math.max(Math.round(next), NARROWEST), WIDEST));
    const onPointerDown = (event: React.PointerEvent<HTMLDivElement>): void => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
    };
    const onPointerMove = (event: React.PointerEvent<HTMLDivElement>): void => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
            change(event.clientX - (event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0));
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.key === 'ArrowLeft' ? -KEY_STEP : event.key === 'ArrowRight' ? KEY_STEP : 0;
        if (step !== 0) {
            event.preventDefault();
            change(width + step);
        }
    };
    return (
        <div
            className="tmll-tree-splitter"
            role="separator"
            aria-orientation="vertical"
            aria-label={nls.localize('tmll/viewer/treeWidth', 'Width of the series column')}
            aria-valuenow={width}
            aria-valuemin={NARROWEST}
            aria-valuemax={WIDEST}
            tabIndex={0}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onKeyDown={onKeyDown}
        />
    );
}
