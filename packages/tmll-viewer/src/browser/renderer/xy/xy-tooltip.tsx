import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayHits } from '../../overlay/overlay-hits';
import { PlacedItem } from '../../overlay/overlay-layout';
import { Tooltip } from '../../react/tooltip';
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

/** Says the exact time and values under the mouse, and what is marked there. */
export function XyTooltip({ x, y, readout, hits, origin, theme }: XyTooltipProps): React.ReactElement {
    return (
        <Tooltip x={x} y={y}>
            <OverlayHits hits={hits} theme={theme} />
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
        </Tooltip>
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
