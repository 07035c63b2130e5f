import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { CanvasView } from '../draw/canvas-view';
import { LatestLoad } from '../load/latest-load';
import { useEventValue } from '../react/use-event';
import { useSize } from '../react/use-size';
import { PaneMessage, PaneProgress } from '../renderer/pane-message';
import { TimeWindow } from '../session/time-model';
import { TraceSession } from '../session/trace-session';
import { ChartTheme } from '../theme/chart-theme';
import { formatDuration } from '../time/time-format';
import { TimeDisplayContext } from '../time/time-display';
import { paintActivity } from './overview-painter';
import { draggedView, Grip, gripAt } from './overview-drag';
import { Activity, fetchActivity, overviewOutput } from './overview-source';

export interface OverviewStripProps {
    readonly session: TraceSession;
    readonly theme: ChartTheme;
    /** Stretches to be marked, such as those with lost events. */
    readonly children?: React.ReactNode;
}

/** A drag shorter than this is a click, in pixels. */
const CLICK_SLACK = 4;
const CURSORS: Readonly<Record<Grip, string>> = {
    start: 'ew-resize',
    end: 'ew-resize',
    move: 'grab',
    new: 'crosshair'
};

/** The whole trace with its activity, and what is in view of it: drag the view, its edges, or a new one. */
export function OverviewStrip({ session, theme, children }: OverviewStripProps): React.ReactElement {
    const [{ width, height }, sizeRef] = useSize<HTMLDivElement>();
    const activity = useActivity(session, width);
    const canvasRef = useActivityCanvas(activity.value, session, theme, { width, height });
    const name = overviewOutput(session.outputs)?.name;
    return (
        <div className="tmll-overview">
            <div
                className="tmll-overview-label"
                title={nls.localize(
                    'tmll/viewer/overview/help',
                    'Drag to choose what is in view; double click for the whole trace'
                )}
            >
                {name ?? nls.localize('tmll/viewer/overview', 'Overview')}
            </div>
            <div className="tmll-overview-plot" ref={sizeRef}>
                <div className="tmll-overview-canvas" ref={canvasRef} aria-hidden="true" />
                {children}
                <OverviewRange session={session} width={width} />
                {activity.loading && (
                    <PaneProgress label={nls.localize('tmll/viewer/overview/loading', 'Loading the overview')} />
                )}
                {activity.error && <PaneMessage icon="error" text={activity.error} />}
            </div>
        </div>
    );
}

function useActivity(session: TraceSession, width: number): LatestLoad<number, Activity>['state'] {
    const [load] = React.useState(
        () => new LatestLoad((times: number, signal) => fetchActivity(session, times, signal), 100)
    );
    React.useEffect(() => () => load.stop(), [load]);
    React.useEffect(() => {
        if (width > 0) {
            load.request(Math.max(Math.round(width), 2));
        }
    }, [load, width]);
    return useEventValue(load.onDidChange, () => load.state);
}

function useActivityCanvas(
    activity: Activity | undefined,
    { time }: TraceSession,
    theme: ChartTheme,
    size: { readonly width: number; readonly height: number }
): React.RefCallback<HTMLElement> {
    const viewRef = React.useRef<CanvasView>(undefined);
    const paintRef = React.useRef({ activity, theme });
    const ref = React.useCallback(
        (host: HTMLElement | null) => {
            if (!host) {
                return undefined;
            }
            const view = new CanvasView(host, (drawing, canvasSize) => {
                const { activity: shown, theme: colors } = paintRef.current;
                if (shown) {
                    paintActivity(drawing, shown, time.full, canvasSize, colors);
                }
            });
            viewRef.current = view;
            return () => view.dispose();
        },
        [time]
    );
    React.useEffect(() => {
        paintRef.current = { activity, theme };
        viewRef.current?.resize(size);
        viewRef.current?.schedule();
    }, [activity, theme, size]);
    return ref;
}

interface OverviewRangeProps {
    readonly session: TraceSession;
    readonly width: number;
}

interface RangeDrag {
    readonly grip: Grip;
    readonly x: number;
    readonly view: TimeWindow;
    moved: boolean;
}

/** What is in view and what is selected, over the whole trace. */
function OverviewRange({ session, width }: OverviewRangeProps): React.ReactElement {
    const { time } = session;
    const { full } = time;
    const view = useEventValue(time.onDidChangeView, () => time.view);
    const selection = useEventValue(time.onDidChangeSelection, () => time.selection);
    const display = React.useContext(TimeDisplayContext);
    const dragRef = React.useRef<RangeDrag>(undefined);
    const [rubber, setRubber] = React.useState<TimeWindow>();
    const placeOf = (event: React.MouseEvent<HTMLElement>): number =>
        event.clientX - event.currentTarget.getBoundingClientRect().left;
    const timeOf = (x: number): number =>
        full.start + (Math.min(Math.max(x, 0), width) / Math.max(width, 1)) * (full.end - full.start);
    const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
        if (event.button === 0) {
            event.currentTarget.setPointerCapture(event.pointerId);
            const x = placeOf(event);
            dragRef.current = { grip: gripAt(x, view, full, width), x, view, moved: false };
        }
    };
    const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
        const x = placeOf(event);
        const drag = dragRef.current;
        if (!drag) {
            event.currentTarget.style.cursor = CURSORS[gripAt(x, view, full, width)];
            return;
        }
        drag.moved ||= Math.abs(x - drag.x) > CLICK_SLACK;
        if (drag.moved) {
            const next = draggedView(drag.grip, drag.view, full, timeOf(drag.x), timeOf(x));
            if (drag.grip === 'new') {
                setRubber(next);
            } else {
                time.setView(next);
            }
        }
    };
    const onPointerUp = (event: React.PointerEvent<HTMLElement>): void => {
        const drag = dragRef.current;
        dragRef.current = undefined;
        setRubber(undefined);
        if (drag?.moved && drag.grip === 'new') {
            time.setView(draggedView('new', drag.view, full, timeOf(drag.x), timeOf(placeOf(event))));
        } else if (drag && !drag.moved && drag.grip === 'new') {
            const half = (view.end - view.start) / 2;
            const middle = timeOf(drag.x);
            time.setView({ start: middle - half, end: middle + half });
        }
    };
    const percent = (at: number): string => `${((at - full.start) / (full.end - full.start)) * 100}%`;
    const widthOf = ({ start, end }: TimeWindow): string => `${((end - start) / (full.end - full.start)) * 100}%`;
    return (
        <div
            className="tmll-overview-range"
            role="slider"
            aria-label={nls.localize('tmll/viewer/overview/view', 'What is in view of the whole trace')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round((((view.start + view.end) / 2 - full.start) / (full.end - full.start)) * 100)}
            aria-valuetext={`${formatDuration(view.end - view.start)}, ${display.text(view.start)} – ${display.text(view.end)}`}
            tabIndex={0}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
            onPointerCancel={() => {
                dragRef.current = undefined;
                setRubber(undefined);
            }}
            onDoubleClick={() => time.reset()}
        >
            <div className="tmll-overview-outside" style={{ left: 0, width: percent(view.start) }} />
            <div className="tmll-overview-outside" style={{ left: percent(view.end), right: 0 }} />
            {selection && (
                <div
                    className="tmll-overview-selection"
                    style={{ left: percent(selection.start), width: widthOf(selection) }}
                />
            )}
            <div className="tmll-overview-view" style={{ left: percent(view.start), width: widthOf(view) }} />
            {rubber && (
                <div className="tmll-time-zoom" style={{ left: percent(rubber.start), width: widthOf(rubber) }} />
            )}
        </div>
    );
}
