import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { hitTest } from '../../overlay/overlay-hit-test';
import { EMPTY_LAYOUT, OverlayLayout } from '../../overlay/overlay-layout';
import { OverlaySummary } from '../../overlay/overlay-summary';
import { PlotSurface } from '../../timeline/plot-surface';
import { ScrollRows } from '../../timeline/plot-gestures';
import { GraphFrame, rowAt, rowsInSight, stateAtPoint } from './graph-geometry';
import { GraphSummary } from './graph-summary';
import { GraphHover, GraphTooltip } from './graph-tooltip';
import { GraphContent, GraphView } from './graph-view';
import { TimeGraphModel } from './time-graph-model';

export interface GraphPlotProps {
    readonly label: string;
    readonly model: TimeGraphModel;
    readonly content: GraphContent;
    /** Ns since the epoch that the model's times are relative to. */
    readonly origin: bigint;
    readonly scrollRows: ScrollRows;
}

const SETTLE_MS = 150;

/** The states themselves, with what is shown and read out above them. */
export function GraphPlot({ label, model, content, origin, scrollRows }: GraphPlotProps): React.ReactElement {
    const { time } = model;
    const viewRef = React.useRef<GraphView>(undefined);
    const layoutRef = React.useRef<OverlayLayout>(EMPTY_LAYOUT);
    const [settled, setSettled] = React.useState({ layout: EMPTY_LAYOUT, view: time.view });
    const [hover, setHover] = React.useState<GraphHover>();
    const attach = React.useCallback(
        (host: HTMLElement | null) => {
            if (!host) {
                return undefined;
            }
            let timer: ReturnType<typeof setTimeout> | undefined;
            const created = new GraphView(host, time, origin, layout => {
                layoutRef.current = layout;
                clearTimeout(timer);
                timer = setTimeout(() => setSettled({ layout, view: time.view }), SETTLE_MS);
            });
            viewRef.current = created;
            return () => {
                clearTimeout(timer);
                created.dispose();
                viewRef.current = undefined;
            };
        },
        [time, origin]
    );
    React.useLayoutEffect(() => viewRef.current?.update(content), [content, attach]);
    React.useEffect(() => {
        // What a tooltip says is true only for the view it was read from.
        const listener = time.onDidChangeView(() => setHover(undefined));
        return () => listener.dispose();
    }, [time]);
    const { first, end } = rowsInSight({ ...content, ...content.size, view: time.view });
    const frameOf = (): GraphFrame => ({ ...content, ...content.size, view: time.view });
    const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
        if (event.buttons !== 0) {
            setHover(undefined);
            return;
        }
        const box = event.currentTarget.getBoundingClientRect();
        const x = event.clientX - box.left;
        const y = event.clientY - box.top;
        const at = time.view.start + (x / box.width) * (time.view.end - time.view.start);
        const state = stateAtPoint(frameOf(), at, y);
        const hits = hitTest(layoutRef.current, x, y);
        setHover({ x: event.clientX, y: event.clientY, time: at, state, hits });
    };
    const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
        const { top } = event.currentTarget.getBoundingClientRect();
        const row = event.button === 0 ? rowAt(frameOf(), event.clientY - top) : undefined;
        if (row) {
            model.select(row.node.id);
        }
    };
    return (
        <div className="tmll-graph-plot" onPointerDown={onPointerDown}>
            <div className="tmll-graph-canvas" ref={attach} aria-hidden="true" />
            <PlotSurface
                time={time}
                label={nls.localize('tmll/viewer/xy/chart', 'Chart of {0}', label)}
                onPointerMove={onPointerMove}
                onPointerLeave={() => setHover(undefined)}
                scrollRows={scrollRows}
            />
            <OverlaySummary layout={settled.layout} />
            <GraphSummary
                label={label}
                rows={content.rows.slice(first, end)}
                states={content.states}
                view={settled.view}
            />
            {hover && <GraphTooltip {...hover} model={model} theme={content.theme} />}
        </div>
    );
}
