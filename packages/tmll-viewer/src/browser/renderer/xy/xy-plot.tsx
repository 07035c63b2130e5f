import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Overlay } from '../../overlay/overlay';
import { hitTest } from '../../overlay/overlay-hit-test';
import { PlacedItem } from '../../overlay/overlay-layout';
import { OverlaySummary } from '../../overlay/overlay-summary';
import { Size } from '../../react/use-size';
import { TraceSession } from '../../session/trace-session';
import { ChartTheme } from '../../theme/chart-theme';
import { PLOT_PADDING_BOTTOM, PLOT_PADDING_TOP } from '../../timeline/plot-geometry';
import { PlotSurface } from '../../timeline/plot-surface';
import { TimeDisplayContext } from '../../time/time-display';
import { Curve } from './drawn-series';
import { usePlotLayout } from './use-plot-layout';
import { ValueFormat } from './value-format';
import { XyChart } from './xy-chart';
import { readout, Readout } from './xy-readout';
import { OutputPaneProps } from '../output-renderer';
import { xyCsv, xyPicture } from './xy-export';
import { XyTooltip } from './xy-tooltip';
import { YAxis, YWindow } from './y-axis';

export interface XyPlotProps {
    readonly session: TraceSession;
    readonly name: string;
    readonly size: Size;
    readonly curves: readonly Curve[];
    readonly overlays: readonly Overlay[];
    readonly theme: ChartTheme;
    readonly format: ValueFormat;
    readonly fromZero: boolean;
    readonly yWindow: YWindow | undefined;
    readonly onZoomY: (range: YWindow | undefined) => void;
    readonly offerExport: OutputPaneProps['offerExport'];
}

interface Hover {
    readonly x: number;
    readonly y: number;
    readonly readout: Readout;
    readonly hits: readonly PlacedItem[];
}

/** The chart itself with what is shown and read out above it. */
export function XyPlot(props: XyPlotProps): React.ReactElement {
    const { session, name, size, curves, overlays, theme, format, fromZero, yWindow, onZoomY, offerExport } = props;
    const display = React.useContext(TimeDisplayContext);
    const [hover, setHover] = React.useState<Hover>();
    const { layoutRef, settled, onLayout } = usePlotLayout();
    React.useEffect(() => {
        // What a tooltip says is true only for the view it was read from.
        const listener = session.time.onDidChangeView(() => setHover(undefined));
        return () => listener.dispose();
    }, [session]);
    const content = React.useMemo(
        () => ({ size, theme, series: curves, overlays, format, fromZero, ticks: display.ticks, yWindow }),
        [size, theme, curves, overlays, format, fromZero, display, yWindow]
    );
    React.useEffect(() => {
        const { time, origin } = session;
        offerExport({
            csv: () => xyCsv(curves, time.view, origin),
            picture: () => xyPicture({ title: name, content, curves, view: time.view, origin, ...layoutRef.current })
        });
        return () => offerExport(undefined);
    }, [offerExport, session, curves, content, name, layoutRef]);
    const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
        if (event.buttons !== 0) {
            setHover(undefined);
            return;
        }
        const box = event.currentTarget.getBoundingClientRect();
        const x = event.clientX - box.left;
        const y = event.clientY - box.top - PLOT_PADDING_TOP;
        const { start, end } = session.time.view;
        const time = start + (x / box.width) * (end - start);
        const { overlays: placed, values } = layoutRef.current;
        const height = box.height - PLOT_PADDING_TOP - PLOT_PADDING_BOTTOM;
        const value = values[1] - (y / height) * (values[1] - values[0]);
        setHover({
            x: event.clientX,
            y: event.clientY,
            readout: readout(curves, format, time, value),
            hits: hitTest(placed, x, y)
        });
    };
    return (
        <>
            {size.width > 0 && (
                <XyChart time={session.time} origin={session.origin} content={content} onLayout={onLayout} />
            )}
            {format.caption !== '' && <div className="tmll-xy-caption">{format.caption}</div>}
            <PlotSurface
                time={session.time}
                className="tmll-xy-surface"
                label={nls.localize('tmll/viewer/xy/chart', 'Chart of {0}', name)}
                onPointerMove={onPointerMove}
                onPointerLeave={() => setHover(undefined)}
            />
            <YAxis name={name} layoutRef={layoutRef} onZoom={onZoomY} />
            <OverlaySummary layout={settled} />
            {hover && <XyTooltip {...hover} theme={theme} />}
        </>
    );
}
