import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayLayout, PlacedItem, PlacedPoint, PlacedSpan } from './overlay-layout';

/** A list with more items helps nobody and makes the page slow. */
const MOST_ITEMS = 500;

/**
 * The overlays on screen as a list for those who cannot see the canvas: screen readers and tests. Its items carry times in ns
 * since the epoch, severity, and the pixel from the left edge of the plot.
 */
export function OverlaySummary({ layout }: { readonly layout: OverlayLayout }): React.ReactElement {
    const { points, spans } = layout;
    return (
        <ol
            className="tmll-overlay-summary"
            aria-label={nls.localize('tmll/viewer/overlay/summary', 'Marks on this chart')}
            data-overlay-count={points.length + spans.length}
        >
            {points.slice(0, MOST_ITEMS).map(point => (
                <OverlaySummaryItem key={keyOf(point)} item={point} x={point.x} />
            ))}
            {spans.slice(0, MOST_ITEMS).map(span => (
                <OverlaySummaryItem key={keyOf(span)} item={span} x={middleOf(span)} />
            ))}
        </ol>
    );
}

interface OverlaySummaryItemProps {
    readonly item: PlacedPoint | PlacedSpan;
    readonly x: number;
}

function OverlaySummaryItem({ item, x }: OverlaySummaryItemProps): React.ReactElement {
    const { overlay, index, severity, startNs, endNs } = item;
    return (
        <li
            data-kind={overlay.kind}
            data-overlay={overlay.id}
            data-start-ns={String(startNs)}
            data-end-ns={String(endNs)}
            data-severity={severity}
            data-x={x.toFixed(1)}
        >
            {overlay.tooltip(index).join('. ')}
        </li>
    );
}

function keyOf({ overlay, index }: PlacedItem): string {
    return `${overlay.id}/${index}`;
}

function middleOf({ left, right }: PlacedSpan): number {
    return (left + right) / 2;
}
