import { Drawing } from '../draw/drawing';
import { Size } from '../react/use-size';
import { TimeWindow } from '../session/time-model';
import { ChartTheme } from '../theme/chart-theme';
import { Activity } from './overview-source';

/** Draws activity as bars from the bottom; whatever happened is at least a pixel high. */
export function paintActivity(
    drawing: Drawing,
    { times, values, highest }: Activity,
    full: TimeWindow,
    { width, height }: Size,
    theme: ChartTheme
): void {
    if (highest === 0) {
        return;
    }
    const scale = width / (full.end - full.start);
    const bar = Math.max(width / Math.max(times.length, 1), 1);
    drawing.fillStyle = theme.series[0];
    drawing.globalAlpha = 0.75;
    for (let index = 0; index < times.length; index++) {
        if (values[index] > 0) {
            const tall = Math.max((values[index] / highest) * (height - 2), 1);
            // A value stands for the bin that ends at its time.
            drawing.fillRect((times[index] - full.start) * scale - bar, height - tall, bar, tall);
        }
    }
    drawing.globalAlpha = 1;
}
