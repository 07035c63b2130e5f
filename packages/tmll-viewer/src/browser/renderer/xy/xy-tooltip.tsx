import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayHits } from '../../overlay/overlay-hits';
import { PlacedItem } from '../../overlay/overlay-layout';
import { Tooltip } from '../../react/tooltip';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplayContext } from '../../time/time-display';
import { Readout, ReadoutRow } from './xy-readout';

export interface XyTooltipProps {
    /** The mouse, in pixels of the window. */
    readonly x: number;
    readonly y: number;
    readonly readout: Readout;
    /** Overlays under the mouse. */
    readonly hits: readonly PlacedItem[];
    readonly theme: ChartTheme;
}

/** Says the exact time and values under the mouse, and what is marked there. */
export function XyTooltip({ x, y, readout, hits, theme }: XyTooltipProps): React.ReactElement {
    const display = React.useContext(TimeDisplayContext);
    return (
        <Tooltip x={x} y={y}>
            <OverlayHits hits={hits} theme={theme} />
            <div className="tmll-tooltip-time">{display.text(readout.time)}</div>
            <div className="tmll-tooltip-clock">{display.otherText(readout.time)}</div>
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
