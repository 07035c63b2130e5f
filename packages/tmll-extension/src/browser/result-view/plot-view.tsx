import * as React from '@theia/core/shared/react';
import * as echarts from 'echarts';
import { echartsTheme, Plot, PlotTheme } from 'tmll-analysis/algorithms';

interface PlotViewProps {
    readonly plot: Plot;
    readonly theme: PlotTheme;
    /** Index of the item of the first series that is marked. */
    readonly marked?: number;
    /** Told the index of an item of the first series that the mouse is over. */
    readonly onHover?: (index: number) => void;
    readonly onPick?: (index: number) => void;
}

type ItemEvent = Pick<echarts.ECElementEvent, 'componentType' | 'seriesIndex' | 'dataIndex'>;

/** A plot of a result, as wide as there is room, in the colours of the workbench's theme. */
export const PlotView: React.FC<PlotViewProps> = ({ plot, theme, marked, onHover, onPick }) => {
    const containerRef = React.useRef<HTMLDivElement>(null);
    const chartRef = React.useRef<echarts.ECharts | undefined>(undefined);
    const listenersRef = React.useRef({ onHover, onPick });
    React.useEffect(() => {
        listenersRef.current = { onHover, onPick };
    }, [onHover, onPick]);
    React.useEffect(() => {
        const element = containerRef.current;
        if (!element) {
            return undefined;
        }
        const chart = echarts.init(element, { ...echartsTheme(theme), backgroundColor: 'transparent' });
        chart.setOption({
            title: { text: plot.title, left: 'center', top: 6 },
            grid: { left: 72, right: 28, top: 44, bottom: 56 },
            tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
            ...plot.option,
            animation: false
        });
        chart.on('mouseover', event => tell(event, listenersRef.current.onHover));
        chart.on('click', event => tell(event, listenersRef.current.onPick));
        chartRef.current = chart;
        const resizing = new ResizeObserver(() => element.clientWidth > 0 && chart.resize());
        resizing.observe(element);
        return () => {
            chartRef.current = undefined;
            resizing.disconnect();
            chart.dispose();
        };
    }, [plot, theme]);
    React.useEffect(() => {
        chartRef.current?.dispatchAction({ type: 'downplay', seriesIndex: 0 });
        if (marked !== undefined) {
            chartRef.current?.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex: marked });
        }
    }, [plot, theme, marked]);
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

function tell({ componentType, seriesIndex, dataIndex }: ItemEvent, listener?: (index: number) => void): void {
    if (componentType === 'series' && seriesIndex === 0) {
        listener?.(dataIndex);
    }
}
