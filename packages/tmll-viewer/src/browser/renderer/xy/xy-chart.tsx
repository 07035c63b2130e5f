import * as React from '@theia/core/shared/react';
import { TimeModel } from '../../session/time-model';
import { PlotLayout } from './use-plot-layout';
import { XyChartContent, XyChartView } from './xy-chart-view';

export interface XyChartProps {
    readonly time: TimeModel;
    /** Ns since the epoch that `time` is relative to. */
    readonly origin: bigint;
    readonly content: XyChartContent;
    /** Is told after each drawing where things are. */
    readonly onLayout: (layout: PlotLayout) => void;
}

/** The curves of an XY pane with their axis and overlays. */
export function XyChart({ time, origin, content, onLayout }: XyChartProps): React.ReactElement {
    const viewRef = React.useRef<XyChartView>(undefined);
    const attach = React.useCallback(
        (host: HTMLElement | null) => {
            if (!host) {
                return undefined;
            }
            const created = new XyChartView(host, time, origin, onLayout);
            viewRef.current = created;
            return () => {
                created.dispose();
                viewRef.current = undefined;
            };
        },
        [time, origin, onLayout]
    );
    React.useLayoutEffect(() => viewRef.current?.update(content), [content, attach]);
    return <div className="tmll-xy-canvas" ref={attach} aria-hidden="true" />;
}
