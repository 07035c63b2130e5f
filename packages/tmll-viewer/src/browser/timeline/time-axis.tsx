import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useEventValue } from '../react/use-event';
import { useSize } from '../react/use-size';
import { TimeModel, TimeWindow } from '../session/time-model';
import { TIME_FORMATS, TimeDisplayContext, TimeFormat, timeFormatLabel } from '../time/time-display';
import { PlotSurface } from './plot-surface';

export interface TimeAxisProps {
    readonly time: TimeModel;
    /** Changes in what times are written; undefined: there is no choice. */
    readonly onFormat?: (format: TimeFormat) => void;
    readonly children?: React.ReactNode;
}

/** The labels of a time axis that all panes below it share, and the choice of what they count. */
export function TimeAxis({ time, onFormat, children }: TimeAxisProps): React.ReactElement {
    const display = React.useContext(TimeDisplayContext);
    const view = useEventValue(time.onDidChangeView, () => time.view);
    const [{ width }, sizeRef] = useSize<HTMLDivElement>();
    const [isOver, setIsOver] = React.useState(false);
    const { ticks, base } = display.ticks(view, width);
    return (
        <div className="tmll-time-axis">
            <div className="tmll-time-base" title={base && display.otherText(base.time)}>
                {onFormat ? (
                    <FormatChoice format={display.format} onFormat={onFormat} />
                ) : (
                    nls.localize('tmll/viewer/duration', 'Time')
                )}
                <span className="tmll-time-base-label">{base?.label}</span>
            </div>
            <div className="tmll-time-scale" ref={sizeRef}>
                {ticks.map(tick => (
                    <span key={tick.time} className="tmll-time-tick" style={{ left: percentOf(tick.time, view) }}>
                        {tick.label}
                    </span>
                ))}
                {children}
                <PlotSurface
                    time={time}
                    label={nls.localize('tmll/viewer/timeAxis', 'Time axis')}
                    onPointerMove={() => setIsOver(true)}
                    onPointerLeave={() => setIsOver(false)}
                />
                <CursorTime time={time} full={isOver} />
            </div>
        </div>
    );
}

interface FormatChoiceProps {
    readonly format: TimeFormat;
    readonly onFormat: (format: TimeFormat) => void;
}

function FormatChoice({ format, onFormat }: FormatChoiceProps): React.ReactElement {
    return (
        <select
            className="tmll-time-format"
            value={format}
            aria-label={nls.localize('tmll/viewer/timeFormat', 'Times are written as')}
            title={nls.localize('tmll/viewer/timeFormat', 'Times are written as')}
            onChange={event => onFormat(event.target.value as TimeFormat)}
        >
            {TIME_FORMATS.map(known => (
                <option key={known} value={known}>
                    {timeFormatLabel(known)}
                </option>
            ))}
        </select>
    );
}

interface CursorTimeProps {
    readonly time: TimeModel;
    /** In both ways. */
    readonly full: boolean;
}

/** The exact time under the mouse. */
function CursorTime({ time, full }: CursorTimeProps): React.ReactElement | undefined {
    const display = React.useContext(TimeDisplayContext);
    const cursor = useEventValue(time.onDidChangeCursor, () => time.cursor);
    const { view } = time;
    if (cursor === undefined || cursor < view.start || cursor > view.end) {
        return undefined;
    }
    const isRight = cursor > (view.start + view.end) / 2;
    return (
        <span
            className={`tmll-time-cursor-label${isRight ? ' tmll-right' : ''}`}
            style={{ left: percentOf(cursor, view) }}
        >
            {display.text(cursor)}
            {full && ` · ${display.otherText(cursor)}`}
        </span>
    );
}

function percentOf(time: number, { start, end }: TimeWindow): string {
    return `${((time - start) / (end - start)) * 100}%`;
}
