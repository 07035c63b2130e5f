import * as React from '@theia/core/shared/react';
import * as echarts from 'echarts';
import { echartsTheme, Plot, plotFrame, PlotTheme, TracePlace } from 'tmll-analysis/algorithms';
import { drawSoon } from './frame/chart-queue';
import { useInSight } from './frame/use-in-sight';

interface PlotViewProps {
    readonly plot: Plot;
    readonly theme: PlotTheme;
    /** Goes to the place of a mark that is clicked. */
    readonly onGo?: (place: TracePlace) => void;
    /** Index of the item of the first series that is marked. */
    readonly marked?: number;
    /** Told the index of an item of the first series that the mouse is over. */
    readonly onHover?: (index: number) => void;
    readonly onPick?: (index: number) => void;
}

type ItemEvent = Pick<echarts.ECElementEvent, 'componentType' | 'seriesIndex' | 'dataIndex' | 'data'>;

/** A plot of a result, as wide as there is room, in the colours of the workbench's theme; drawn when it comes into sight. */
export const PlotView: React.FC<PlotViewProps> = ({ plot, theme, marked, onGo, onHover, onPick }) => {
    const containerRef = React.useRef<HTMLDivElement>(null);
    const chartRef = React.useRef<echarts.ECharts | undefined>(undefined);
    const listenersRef = React.useRef({ onGo, onHover, onPick });
    React.useEffect(() => {
        listenersRef.current = { onGo, onHover, onPick };
    }, [onGo, onHover, onPick]);
    const markedRef = React.useRef(marked);
    const isInSight = useInSight(containerRef);
    React.useEffect(() => {
        const element = containerRef.current;
        if (!element || !isInSight) {
            return undefined;
        }
        const resizing = new ResizeObserver(() => fit(chartRef.current, plot, element.clientWidth));
        const takeBack = drawSoon(() => {
            const chart = drawPlot(element, plot, theme);
            chart.on('mouseover', event => tell(event, listenersRef.current.onHover));
            chart.on('click', event => {
                tell(event, listenersRef.current.onPick);
                const place = placeOf(plot, event);
                if (place) {
                    listenersRef.current.onGo?.(place);
                }
            });
            chartRef.current = chart;
            mark(chart, markedRef.current);
            resizing.observe(element);
        });
        return () => {
            takeBack();
            resizing.disconnect();
            chartRef.current?.dispose();
            chartRef.current = undefined;
        };
    }, [plot, theme, isInSight]);
    React.useEffect(() => {
        markedRef.current = marked;
        mark(chartRef.current, marked);
    }, [marked]);
    return (
        <figure className="tmll-plot">
            <div
                ref={containerRef}
                role="img"
                aria-label={`${plot.title}: ${plot.description}`}
                style={{ height: plot.height }}
            />
            <figcaption className="tmll-dim">{plot.description}</figcaption>
        </figure>
    );
};

function drawPlot(element: HTMLElement, plot: Plot, theme: PlotTheme): echarts.ECharts {
    const chart = echarts.init(element, { ...echartsTheme(theme), backgroundColor: 'transparent' });
    chart.setOption({
        ...plotFrame(plot, element.clientWidth),
        tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
        ...plot.option,
        animation: false
    });
    return chart;
}

/** Draws a plot anew when it has become wider or narrower. */
function fit(chart: echarts.ECharts | undefined, plot: Plot, width: number): void {
    if (chart && width > 0 && width !== chart.getWidth()) {
        chart.setOption({ title: plotFrame(plot, width).title }, { lazyUpdate: true });
        chart.resize();
    }
}

function mark(chart: echarts.ECharts | undefined, item: number | undefined): void {
    chart?.dispatchAction({ type: 'downplay', seriesIndex: 0 });
    if (item !== undefined) {
        chart?.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex: item });
    }
}

function tell({ componentType, seriesIndex, dataIndex }: ItemEvent, listener?: (index: number) => void): void {
    if (componentType === 'series' && seriesIndex === 0) {
        listener?.(dataIndex);
    }
}

/** What a mark speaks of, see `Plot.places`. */
function placeOf({ places }: Plot, { data }: ItemEvent): TracePlace | undefined {
    const index = typeof data === 'object' && data !== null && 'place' in data ? data.place : undefined;
    return typeof index === 'number' ? places?.[index] : undefined;
}
