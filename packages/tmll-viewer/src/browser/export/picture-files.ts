import { canvasDrawing } from '../draw/drawing';
import { SvgDrawing } from '../draw/svg-drawing';
import { ChartTheme } from '../theme/chart-theme';
import { PanePicture } from './pane-export';

/** So many pixels of a PNG for one on screen, so that it can be printed. */
const PNG_SCALE = 2;

/** @throws Error when the picture is larger than the browser can make */
export function pngOf({ width, height, paint }: PanePicture, theme: ChartTheme): Promise<Blob> {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * PNG_SCALE);
    canvas.height = Math.round(height * PNG_SCALE);
    const context = canvas.getContext('2d');
    if (!context) {
        throw new Error('The browser cannot draw a picture of this size.');
    }
    context.fillStyle = theme.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(PNG_SCALE, PNG_SCALE);
    paint(canvasDrawing(context));
    return new Promise((resolve, reject) =>
        canvas.toBlob(blob =>
            blob ? resolve(blob) : reject(new Error('The browser cannot make a picture of this size.'))
        )
    );
}

export function svgOf({ width, height, paint }: PanePicture, theme: ChartTheme): string {
    const drawing = new SvgDrawing(width, height);
    drawing.fillStyle = theme.background;
    drawing.fillRect(0, 0, width, height);
    paint(drawing);
    return drawing.toString();
}
