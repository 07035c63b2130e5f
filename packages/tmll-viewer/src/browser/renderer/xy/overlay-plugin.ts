import type * as uPlot from 'uplot';
import { canvasDrawing, Drawing } from '../../draw/drawing';
import { Overlay } from '../../overlay/overlay';
import { EMPTY_LAYOUT, layoutOverlays } from '../../overlay/overlay-layout';
import { paintBehind, paintInFront } from '../../overlay/overlay-painter';
import { TimeWindow } from '../../session/time-model';
import { ChartTheme } from '../../theme/chart-theme';
import { PlotLayout } from './use-plot-layout';
import { UPlot } from './uplot';

/** What an overlay plugin asks for on every drawing. */
export interface OverlaySource {
    readonly overlays: readonly Overlay[];
    readonly theme: ChartTheme;
    readonly origin: bigint;
    readonly view: TimeWindow;
}

/**
 * Draws overlays below and above the curves of a chart.
 * @param onLayout is told after each drawing what is where
 */
export function overlayPlugin(source: () => OverlaySource, onLayout: (layout: PlotLayout) => void): uPlot.Plugin {
    let layout = EMPTY_LAYOUT;
    return {
        hooks: {
            drawAxes: plot => {
                const { overlays, theme, origin, view } = source();
                const { width, height } = plotSize(plot);
                const yOf = (value: number): number => plot.valToPos(value, 'y');
                layout = layoutOverlays(overlays, { origin, view, width, height, yOf });
                onPlot(plot, drawing => paintBehind(drawing, layout, theme));
            },
            draw: plot => {
                onPlot(plot, drawing => paintInFront(drawing, layout, source().theme));
                const { min = 0, max = 1 } = plot.scales.y;
                onLayout({ overlays: layout, values: [min, max] });
            }
        }
    };
}

function plotSize({ bbox }: uPlot): { width: number; height: number } {
    return { width: bbox.width / UPlot.pxRatio, height: bbox.height / UPlot.pxRatio };
}

/** Draws in CSS pixels from the plot's left upper corner, and never beside the plot. */
function onPlot({ ctx, bbox }: uPlot, paint: (drawing: Drawing) => void): void {
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.translate(bbox.left, bbox.top);
    ctx.scale(UPlot.pxRatio, UPlot.pxRatio);
    paint(canvasDrawing(ctx));
    ctx.restore();
}
