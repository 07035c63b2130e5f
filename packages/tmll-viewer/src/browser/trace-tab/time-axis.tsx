import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useEventValue } from '../react/use-event';
import { useSize } from '../react/use-size';
import { TraceSession } from '../session/trace-session';
import { TimeModel, TimeWindow } from '../session/time-model';
import { formatTime, formatWallClock } from '../time/time-format';
import { timeTicks } from '../time/time-ticks';
import { PlotSurface } from '../timeline/plot-surface';

/** The labels of the time axis that all panes below it share. */
export function TimeAxis({ session }: { readonly session: TraceSession }): React.ReactElement {
    const { time, origin } = session;
    const view = useEventValue(time.onDidChangeView, () => time.view);
    const [{ width }, sizeRef] = useSize<HTMLDivElement>();
    const [isOver, setIsOver] = React.useState(false);
    const { ticks, base } = timeTicks(view, width);
    return (
        <div className="tmll-time-axis">
            <div className="tmll-time-base" title={formatWallClock(origin + BigInt(Math.round(base?.time ?? 0)))}>
                {base?.label ?? nls.localize('tmll/viewer/sinceStart', 'Time since start')}
            </div>
            <div className="tmll-time-scale" ref={sizeRef}>
                {ticks.map(tick => (
                    <span key={tick.time} className="tmll-time-tick" style={{ left: percentOf(tick.time, view) }}>
                        {tick.label}
                    </span>
                ))}
                <PlotSurface
                    time={time}
                    label={nls.localize('tmll/viewer/timeAxis', 'Time axis')}
                    onPointerMove={() => setIsOver(true)}
                    onPointerLeave={() => setIsOver(false)}
                />
                <CursorTime time={time} origin={isOver ? origin : undefined} />
            </div>
        </div>
    );
}

interface CursorTimeProps {
    readonly time: TimeModel;
    /** Ns since the epoch that `time` is relative to; undefined: the time on the wall clock is not wanted. */
    readonly origin: bigint | undefined;
}

/** The exact time under the mouse, wherever in the tab it is. */
function CursorTime({ time, origin }: CursorTimeProps): React.ReactElement | undefined {
    const cursor = useEventValue(time.onDidChangeCursor, () => time.cursor);
    const view = useEventValue(time.onDidChangeView, () => time.view);
    if (cursor === undefined) {
        return undefined;
    }
    const ns = Math.round(cursor);
    const isRight = cursor > (view.start + view.end) / 2;
    return (
        <span
            className={`tmll-time-cursor-label${isRight ? ' tmll-right' : ''}`}
            style={{ left: percentOf(cursor, view) }}
        >
            {formatTime(ns)}
            {origin !== undefined && ` · ${formatWallClock(origin + BigInt(ns))}`}
        </span>
    );
}

function percentOf(time: number, { start, end }: TimeWindow): string {
    return `${((time - start) / (end - start)) * 100}%`;
}
