import { Drawing } from '../../draw/drawing';
import { Size } from '../../react/use-size';
import { ChartTheme } from '../../theme/chart-theme';
import { Y_AXIS_WIDTH } from '../../timeline/plot-geometry';
import { ValueFormat } from '../xy/value-format';
import { placeOf, stackBases, XWindow, yScale, YScale } from './generic-scale';
import { GenericSeries } from './generic-xy-source';

export interface GenericCurve extends GenericSeries {
    readonly label: string;
    readonly color: string;
}

export interface GenericPicture {
    readonly curves: readonly GenericCurve[];
    readonly view: XWindow;
    readonly size: Size;
    readonly theme: ChartTheme;
    readonly xFormat: ValueFormat;
    readonly yFormat: ValueFormat;
    readonly xLabel: string;
    readonly yLabel: string;
    readonly logarithmic: boolean;
}

const TOP = 10;
const BOTTOM = 34;

/** Where the plot itself is within a picture. */
export function plotBox({ width, height }: Size): { left: number; top: number; width: number; height: number } {
    return {
        left: Y_AXIS_WIDTH,
        top: TOP,
        width: Math.max(width - Y_AXIS_WIDTH, 1),
        height: Math.max(height - TOP - BOTTOM, 1)
    };
}

/** Draws bars, lines and points over ranges, categories or values, with both axes. */
export function paintGeneric(drawing: Drawing, picture: GenericPicture): void {
    const { curves, size, theme, logarithmic } = picture;
    const box = plotBox(size);
    const bases = stackBases(curves);
    const scale = yScale(curves, bases, box.height, logarithmic);
    drawing.font = theme.font;
    drawing.save();
    drawing.translate(box.left, box.top);
    paintYAxis(drawing, picture, scale, box.width);
    paintXAxis(drawing, picture, box);
    drawing.clipRect(0, 0, box.width, box.height);
    curves.forEach((curve, index) => paintCurve(drawing, curve, bases[index], picture, scale, box));
    drawing.restore();
}

function paintYAxis(
    drawing: Drawing,
    { theme, yFormat, yLabel, logarithmic }: GenericPicture,
    scale: YScale,
    width: number
): void {
    drawing.textBaseline = 'middle';
    for (const tick of scale.ticks) {
        const y = scale.yOf(tick);
        drawing.fillStyle = theme.grid;
        drawing.fillRect(0, Math.round(y), width, 1);
        drawing.fillStyle = theme.text;
        drawing.textAlign = 'right';
        drawing.fillText(yFormat.formatTick(tick, logarithmic ? tick : scale.step), -6, y);
    }
    drawing.textAlign = 'left';
    drawing.fillStyle = theme.text;
    drawing.fillText(yLabel, 6, 2);
}

function paintXAxis(drawing: Drawing, picture: GenericPicture, box: { width: number; height: number }): void {
    const { theme, xLabel, view, curves, xFormat } = picture;
    drawing.textBaseline = 'middle';
    drawing.textAlign = 'center';
    drawing.fillStyle = theme.text;
    drawing.fillRect(0, box.height, box.width, 1);
    const scale = box.width / (view.end - view.start);
    const domain = curves[0]?.domain;
    if (domain?.kind === 'categories') {
        const most = Math.max(Math.floor(scale / 6.5), 0);
        domain.names.forEach((name, index) => {
            const text = name.length <= most ? name : most > 2 ? `${name.slice(0, most - 1)}…` : '';
            drawing.fillText(text, (index + 0.5 - view.start) * scale, box.height + 10);
        });
    } else {
        const step = niceStep((view.end - view.start) / Math.max(box.width / 90, 1));
        for (let tick = Math.ceil(view.start / step) * step; tick <= view.end; tick += step) {
            const x = (tick - view.start) * scale;
            drawing.fillStyle = theme.grid;
            drawing.fillRect(Math.round(x), 0, 1, box.height);
            drawing.fillStyle = theme.text;
            drawing.fillText(
                xFormat.formatTick(tick, step),
                Math.min(Math.max(x, 16), box.width - 24),
                box.height + 10
            );
        }
    }
    drawing.fillText(xLabel, box.width / 2, box.height + 25);
    drawing.textAlign = 'left';
}

function niceStep(raw: number): number {
    const decade = 10 ** Math.floor(Math.log10(raw));
    return [1, 2, 5, 10].map(factor => factor * decade).find(step => step >= raw) ?? 10 * decade;
}

function paintCurve(
    drawing: Drawing,
    { style, domain, values, color }: GenericCurve,
    bases: Float64Array,
    { view }: GenericPicture,
    scale: YScale,
    box: { readonly width: number; readonly height: number }
): void {
    const xOf = (x: number): number => ((x - view.start) / (view.end - view.start)) * box.width;
    const bottom = (value: number): number => Math.min(scale.yOf(value), box.height);
    drawing.fillStyle = color;
    drawing.strokeStyle = color;
    drawing.lineWidth = 1;
    if (style === 'line' || style === 'area') {
        drawing.beginPath();
        let open = false;
        values.forEach((value, index) => {
            const { start, end } = placeOf(domain, index);
            const draws = Number.isFinite(value);
            if (draws) {
                const [x, y] = [xOf((start + end) / 2), scale.yOf(value)];
                if (open) {
                    drawing.lineTo(x, y);
                } else {
                    drawing.moveTo(x, y);
                }
            }
            open = draws;
        });
        drawing.stroke();
        return;
    }
    values.forEach((value, index) => {
        const { start, end } = placeOf(domain, index);
        if (!Number.isFinite(value) || end < view.start || start > view.end || (style === 'bar' && value === 0)) {
            return;
        }
        if (style === 'scatter' || domain.kind === 'values') {
            drawing.fillRect(xOf((start + end) / 2) - 2, scale.yOf(value) - 2, 4, 4);
            return;
        }
        const gap = xOf(end) - xOf(start) > 4 ? 1 : 0;
        const inset = domain.kind === 'categories' ? (xOf(end) - xOf(start)) * 0.12 : 0;
        const left = xOf(start) + inset;
        const above = scale.yOf(bases[index] + value);
        const below = bottom(bases[index]);
        // A single event beside many is still to be seen.
        const tall = Math.max(Math.abs(below - above), 1);
        drawing.fillRect(left, Math.min(above, below - 1), Math.max(xOf(end) - inset - left - gap, 1), tall);
    });
}
