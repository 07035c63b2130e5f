import * as React from '@theia/core/shared/react';
import * as echarts from 'echarts';
import { echartsTheme, Plot, PlotTheme } from 'tmll-analysis/algorithms';

interface PlotViewProps {
    readonly plot: Plot;
    readonly theme: PlotTheme;
}

/** A plot of a result, as wide as there is room, in the colours of the workbench's theme. */
export const PlotView: React.FC<PlotViewProps> = ({ plot, theme }) => {
    const container = React.useRef<HTMLDivElement>(null);
    React.useEffect(() => {
        const element = container.current;
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
        const resizing = new ResizeObserver(() => element.clientWidth > 0 && chart.resize());
        resizing.observe(element);
        return () => {
            resizing.disconnect();
            chart.dispose();
        };
    }, [plot, theme]);
    return (
        <figure className="tmll-plot">
            <div
                ref={container}
                role="img"
                aria-label={`${plot.title}: ${plot.description}`}
                style={{ height: plot.height }}
            />
            <figcaption className="tmll-dim">{plot.description}</figcaption>
        </figure>
    );
};
