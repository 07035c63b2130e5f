import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import type * as uPlot from 'uplot';
import { Overlay } from '../../overlay/overlay';
import { Size } from '../../react/use-size';
import { TimeModel } from '../../session/time-model';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplay } from '../../time/time-display';
import { overlayPlugin } from './overlay-plugin';
import { PlotLayout } from './use-plot-layout';
import { ValueFormat } from './value-format';
import { alignSeries, XySeries } from './xy-data';
import { SeriesLook, xyOptions } from './xy-options';
import { UPlot } from './uplot';
import { YWindow } from './y-axis';

/** A series and how it looks. */
export interface DrawnSeries extends SeriesLook {
    readonly data: XySeries;
}

/** All that a chart shows. */
export interface XyChartContent {
    readonly size: Size;
    readonly theme: ChartTheme;
    readonly series: readonly DrawnSeries[];
    readonly overlays: readonly Overlay[];
    readonly format: ValueFormat;
    readonly fromZero: boolean;
    readonly ticks: TimeDisplay['ticks'];
    /** What the Y axis has been zoomed to; undefined: the values decide. */
    readonly yWindow: YWindow | undefined;
}

/** One uPlot chart that follows the time axis. It is made anew only when it must look different, not for new values. */
export class XyChartView implements Disposable {
    private plot: uPlot | undefined;
    private content: XyChartContent | undefined;
    private frame: number | undefined;
    private readonly toDispose = new DisposableCollection();

    /**
     * @param origin ns since the epoch that `time` is relative to
     * @param onLayout is told after each drawing where things are
     */
    constructor(
        private readonly host: HTMLElement,
        private readonly time: TimeModel,
        private readonly origin: bigint,
        private readonly onLayout: (layout: PlotLayout) => void
    ) {
        this.toDispose.pushAll([
            time.onDidChangeView(() => this.scheduleRescale()),
            Disposable.create(() => this.frame !== undefined && cancelAnimationFrame(this.frame)),
            Disposable.create(() => this.plot?.destroy())
        ]);
    }

    update(content: XyChartContent): void {
        const before = this.content;
        this.content = content;
        if (!this.plot || !before || !looksSame(before, content)) {
            this.plot?.destroy();
            this.plot = this.create(content);
            return;
        }
        if (before.size !== content.size) {
            this.plot.setSize(content.size);
        }
        if (!sameData(before.series, content.series)) {
            this.plot.setData(this.dataOf(content));
        } else if (before.yWindow !== content.yWindow) {
            this.plot.redraw();
        } else if (before.overlays !== content.overlays) {
            this.plot.redraw(false);
        }
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    private create(content: XyChartContent): uPlot {
        const plugin = overlayPlugin(
            () => {
                const { overlays, theme } = this.content ?? content;
                return { overlays, theme, origin: this.origin, view: this.time.view };
            },
            layout => this.onLayout(layout)
        );
        const options = xyOptions({
            ...content,
            view: () => this.time.view,
            yWindow: () => yWindowOf(this.content),
            plugins: [plugin]
        });
        return new UPlot(options, this.dataOf(content), this.host);
    }

    /** A chart without values still has its axes and its overlays. */
    private dataOf({ series }: XyChartContent): uPlot.AlignedData {
        const { times, rows } = alignSeries(series.map(entry => entry.data));
        const { start, end } = this.time.view;
        const x = times.length > 0 ? times : Float64Array.of(start, end);
        return [x, ...rows.map(row => row as (number | null | undefined)[])];
    }

    private scheduleRescale(): void {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            const { start, end } = this.time.view;
            this.plot?.setScale('x', { min: start, max: end });
        });
    }
}

function yWindowOf(content: XyChartContent | undefined): [number, number] | undefined {
    return content?.yWindow && [...content.yWindow];
}

function looksSame(one: XyChartContent, other: XyChartContent): boolean {
    return (
        one.theme === other.theme &&
        one.format === other.format &&
        one.fromZero === other.fromZero &&
        one.ticks === other.ticks &&
        one.series.length === other.series.length &&
        one.series.every(({ color, style }, index) => {
            const look = other.series[index];
            return color === look.color && style === look.style;
        })
    );
}

function sameData(one: readonly DrawnSeries[], other: readonly DrawnSeries[]): boolean {
    return one.length === other.length && one.every(({ data }, index) => data === other[index].data);
}
