import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { nls } from '@theia/core/lib/common/nls';
import { PlacedItem } from '../../overlay/overlay-layout';
import { ChartTheme } from '../../theme/chart-theme';
import { formatTime, formatWallClock } from '../../time/time-format';
import { Readout, ReadoutRow } from './xy-readout';

export interface XyTooltipProps {
    /** The mouse, in pixels of the window. */
    readonly x: number;
    readonly y: number;
    readonly readout: Readout;
    /** Overlays under the mouse. */
    readonly hits: readonly PlacedItem[];
    /** Ns since the epoch that the readout's time is relative to. */
    readonly origin: bigint;
    readonly theme: ChartTheme;
}

const DISTANCE = 14;
const MOST_HITS = 4;

/** Says the exact time and values under the mouse, and what is marked there. It stays inside the window. */
export function XyTooltip({ x, y, readout, hits, origin, theme }: XyTooltipProps): React.ReactElement {
    const place = React.useCallback(
        (element: HTMLDivElement | null) => {
            if (element) {
                const { width, height } = element.getBoundingClientRect();
                const left = x + DISTANCE + width > window.innerWidth ? x - DISTANCE - width : x + DISTANCE;
                const top = Math.min(y + DISTANCE, window.innerHeight - height - 4);
                element.style.transform = `translate(${Math.max(left, 4)}px, ${Math.max(top, 4)}px)`;
            }
        },
        [x, y]
    );
    return createPortal(
        <div ref={place} className="tmll-tooltip" role="tooltip">
            {hits.slice(0, MOST_HITS).map(hit => (
                <HitLines key={`${hit.overlay.id}/${hit.index}`} hit={hit} color={theme.severities[hit.severity]} />
            ))}
            <div className="tmll-tooltip-time">{formatTime(readout.time)}</div>
            <div className="tmll-tooltip-clock">{formatWallClock(origin + BigInt(Math.round(readout.time)))}</div>
            {readout.rows.map(row => (
                <ValueLine key={row.id} row={row} />
            ))}
            {readout.more > 0 && (
                <div className="tmll-tooltip-more">
                    {nls.localize('tmll/viewer/xy/more', 'and {0} more', readout.more)}
                </div>
            )}
        </div>,
        document.body
    );
}

function HitLines({ hit, color }: { readonly hit: PlacedItem; readonly color: string }): React.ReactElement {
    return (
        <div className="tmll-tooltip-hit" style={{ borderLeftColor: color }}>
            {hit.overlay.tooltip(hit.index).map((line, index) => (
                <div key={index}>{line}</div>
            ))}
        </div>
    );
}

function ValueLine({ row }: { readonly row: ReadoutRow }): React.ReactElement {
    return (
        <div className={`tmll-tooltip-row${row.isNearest ? ' tmll-nearest' : ''}`}>
            <span className="tmll-swatch" style={{ backgroundColor: row.color }} />
            <span className="tmll-tooltip-label">{row.label}</span>
            <span className="tmll-tooltip-value">{row.value}</span>
        </div>
    );
}
