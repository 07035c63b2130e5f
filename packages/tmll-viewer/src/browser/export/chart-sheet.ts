import { Drawing } from '../draw/drawing';
import { xOf } from '../overlay/overlay-layout';
import { TimeWindow } from '../session/time-model';
import { ChartTheme } from '../theme/chart-theme';
import { TimeTicks } from '../time/time-ticks';
import { PanePicture } from './pane-export';

/** A chart as it is put on paper: title, time axis, a column at the left, the plot, and what the colours mean. */
export interface ChartSheet {
    readonly title: string;
    readonly theme: ChartTheme;
    readonly view: TimeWindow;
    readonly ticks: TimeTicks;
    /** Of the plot, pixels. */
    readonly width: number;
    readonly height: number;
    /** Width of the column at the left, pixels. */
    readonly left: number;
    /** Paints from the left upper corner of the column. */
    paintLeft(drawing: Drawing): void;
    /** Paints from the left upper corner of the plot. */
    paintPlot(drawing: Drawing): void;
    readonly legend: readonly { readonly label: string; readonly color: string }[];
}

const MARGIN = 12;
const TITLE_HEIGHT = 26;
const AXIS_HEIGHT = 22;
const LEGEND_LINE = 18;

export function chartSheet(sheet: ChartSheet): PanePicture {
    const { width, height, left, legend } = sheet;
    const top = MARGIN + TITLE_HEIGHT + AXIS_HEIGHT;
    const lines = Math.ceil(legend.length / columnsOf(sheet));
    return {
        width: left + width + 2 * MARGIN,
        height: top + height + MARGIN + lines * LEGEND_LINE,
        paint: drawing => {
            const { theme, title } = sheet;
            drawing.save();
            drawing.translate(MARGIN, 0);
            drawing.fillStyle = theme.text;
            drawing.textBaseline = 'middle';
            drawing.textAlign = 'left';
            drawing.font = `600 ${theme.font.replace(/[\d.]+px/, '14px')}`;
            drawing.fillText(title, 0, MARGIN + 8);
            drawing.font = theme.font;
            paintAxis(drawing, sheet, MARGIN + TITLE_HEIGHT);
            within(drawing, 0, top, left, height, () => sheet.paintLeft(drawing));
            within(drawing, left, top, width, height, () => sheet.paintPlot(drawing));
            paintLegend(drawing, sheet, top + height + MARGIN);
            drawing.restore();
        }
    };
}

function within(drawing: Drawing, x: number, y: number, width: number, height: number, paint: () => void): void {
    drawing.save();
    drawing.translate(x, y);
    drawing.clipRect(0, 0, width, height);
    paint();
    drawing.restore();
}

function paintAxis(drawing: Drawing, { theme, ticks, view, width, left }: ChartSheet, y: number): void {
    drawing.fillStyle = theme.text;
    if (ticks.base) {
        drawing.fillText(ticks.base.label, 0, y + 8);
    }
    for (const { time, label } of ticks.ticks) {
        const x = left + xOf(time, { view, width });
        drawing.fillStyle = theme.text;
        drawing.fillText(label, x + 3, y + 8);
        drawing.fillRect(x, y + 2, 1, AXIS_HEIGHT - 2);
    }
}

function paintLegend(drawing: Drawing, sheet: ChartSheet, y: number): void {
    const { legend, theme, left, width } = sheet;
    const columns = columnsOf(sheet);
    const cell = (left + width) / columns;
    legend.forEach(({ label, color }, index) => {
        const x = (index % columns) * cell;
        const line = y + Math.floor(index / columns) * LEGEND_LINE;
        drawing.fillStyle = color;
        drawing.fillRect(x, line, 10, 10);
        drawing.fillStyle = theme.text;
        drawing.fillText(label, x + 15, line + 6);
    });
}

function columnsOf({ left, width }: ChartSheet): number {
    return Math.max(Math.floor((left + width) / 220), 1);
}
