import { Drawing } from '../../draw/drawing';
import { chartSheet } from '../../export/chart-sheet';
import { PanePicture } from '../../export/pane-export';
import { layoutOverlays, xOf } from '../../overlay/overlay-layout';
import { paintBehind, paintInFront } from '../../overlay/overlay-painter';
import { TimeWindow } from '../../session/time-model';
import { Y_AXIS_WIDTH } from '../../timeline/plot-geometry';
import { quoted } from '../data-tree/data-tree-text';
import { Curve } from './drawn-series';
import { alignSeries } from './xy-data';
import { XyChartContent } from './xy-chart-view';
import { YWindow } from './y-axis';

/** The values on screen: one line a time in ns since the epoch, one column a series. */
export function xyCsv(curves: readonly Curve[], view: TimeWindow, origin: bigint): string {
    const { times, rows } = alignSeries(curves.map(({ data }) => data));
    const lines = [
        ['timestamp_ns', ...curves.map(({ label, data }) => (data.unit ? `${label} (${data.unit})` : label))]
    ];
    times.forEach((time, index) => {
        if (time >= view.start && time <= view.end) {
            lines.push([String(origin + BigInt(Math.round(time))), ...rows.map(row => String(row[index] ?? ''))]);
        }
    });
    return lines.map(line => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

export interface XyPictureInput {
    readonly title: string;
    readonly content: XyChartContent;
    readonly curves: readonly Curve[];
    readonly view: TimeWindow;
    readonly origin: bigint;
    /** Values at the lower and upper edge of the chart. */
    readonly values: YWindow;
}

/** The chart with axes, marks and legend, as a picture. */
export function xyPicture(input: XyPictureInput): PanePicture {
    const { title, content, curves, view, origin, values } = input;
    const { theme, format, overlays, size } = content;
    const width = Math.max(size.width - Y_AXIS_WIDTH, 1);
    const { height } = size;
    const [low, high] = values;
    const yOf = (value: number): number => height - ((value - low) / (high - low)) * height;
    const { step, ticks } = roundValues(low, high, height, format.steps);
    return chartSheet({
        title: format.caption === '' ? title : `${title} (${format.caption})`,
        theme,
        view,
        ticks: content.ticks(view, width),
        width,
        height,
        left: Y_AXIS_WIDTH,
        paintLeft: drawing => {
            drawing.fillStyle = theme.text;
            drawing.textAlign = 'right';
            for (const tick of ticks) {
                const y = Math.min(Math.max(yOf(tick), 7), height - 7);
                drawing.fillText(format.formatTick(tick, step), Y_AXIS_WIDTH - 6, y);
            }
            drawing.textAlign = 'left';
        },
        paintPlot: drawing => {
            const layout = layoutOverlays(overlays, { origin, view, width, height, yOf });
            drawing.fillStyle = theme.grid;
            ticks.forEach(tick => drawing.fillRect(0, yOf(tick), width, 1));
            content
                .ticks(view, width)
                .ticks.forEach(({ time }) => drawing.fillRect(xOf(time, { view, width }), 0, 1, height));
            paintBehind(drawing, layout, theme);
            curves.forEach(curve => paintCurve(drawing, curve, { view, width, height, yOf }));
            paintInFront(drawing, layout, theme);
        },
        legend: curves.map(({ label, color }) => ({ label, color }))
    });
}

/** Round values for an axis. */
function roundValues(
    low: number,
    high: number,
    height: number,
    steps: readonly number[] | undefined
): { readonly step: number; readonly ticks: readonly number[] } {
    const least = ((high - low) * LEAST_TICK_DISTANCE) / height;
    const decade = 10 ** Math.floor(Math.log10(least));
    const step =
        steps?.find(size => size >= least) ??
        [1, 2, 5, 10].map(factor => factor * decade).find(size => size >= least) ??
        high - low;
    const first = Math.ceil(low / step);
    const count = Math.max(Math.floor(high / step) - first + 1, 0);
    return { step, ticks: Array.from({ length: count }, (_, index) => (first + index) * step) };
}

/** Between two values on the axis, in pixels. */
const LEAST_TICK_DISTANCE = 26;

interface CurveScale {
    readonly view: TimeWindow;
    readonly width: number;
    readonly height: number;
    yOf(value: number): number;
}

function paintCurve(drawing: Drawing, { data, style, color }: Curve, scale: CurveScale): void {
    const { times, values } = data;
    drawing.fillStyle = color;
    drawing.strokeStyle = color;
    drawing.lineWidth = 1;
    drawing.beginPath();
    let before: number | undefined;
    times.forEach((time, index) => {
        const value = values[index];
        const x = xOf(time, scale);
        const y = scale.yOf(value);
        if (!Number.isFinite(value)) {
            before = undefined;
        } else if (style === 'scatter') {
            drawing.fillRect(x - 2, y - 2, 4, 4);
        } else if (style === 'bar') {
            const left = index > 0 ? xOf(times[index - 1], scale) : x - 1;
            const base = scale.yOf(0);
            drawing.fillRect(left, Math.min(y, base), Math.max(x - left, 1), Math.abs(base - y));
        } else if (before === undefined) {
            drawing.moveTo(x, y);
            before = y;
        } else {
            if (style === 'step') {
                drawing.lineTo(xOf(times[index - 1], scale), y);
            }
            drawing.lineTo(x, y);
            before = y;
        }
    });
    drawing.stroke();
}
