import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { LANE_HEIGHT, LaneLayout } from './lane-layout';

interface LaneSplitterProps {
    readonly layout: LaneLayout;
    /** Height of all lanes in pixels. */
    readonly most: number;
}

/** The border below the lanes, by which they are made higher and lower: with the mouse, or with the arrow keys. */
export const LaneSplitter: React.FC<LaneSplitterProps> = ({ layout, most }) => {
    const dragRef = React.useRef<{ readonly y: number; readonly height: number } | undefined>(undefined);
    const height = Math.min(layout.height, most);
    const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragRef.current = { y: event.clientY, height };
    };
    const onPointerMove = (event: React.PointerEvent): void => {
        if (dragRef.current) {
            layout.setHeight(dragRef.current.height + event.clientY - dragRef.current.y, most);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.key === 'ArrowDown' ? LANE_HEIGHT : event.key === 'ArrowUp' ? -LANE_HEIGHT : undefined;
        if (step !== undefined) {
            event.preventDefault();
            layout.setHeight(height + step, most);
        }
    };
    return (
        <div
            className="tmll-lane-splitter"
            role="separator"
            tabIndex={0}
            aria-orientation="horizontal"
            aria-label={nls.localize('tmll/findings/lanesHeight', 'Height of the lanes')}
            aria-valuenow={height}
            aria-valuemin={LANE_HEIGHT}
            aria-valuemax={most}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={() => (dragRef.current = undefined)}
            onPointerCancel={() => (dragRef.current = undefined)}
            onKeyDown={onKeyDown}
        />
    );
};
