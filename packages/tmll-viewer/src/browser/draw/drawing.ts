/**
 * The part of a canvas that charts are painted with: a canvas on screen and in a picture, and `SvgDrawing` in an SVG file.
 * Paths are made of lines and arcs only.
 */
export type Drawing = Pick<
    CanvasRenderingContext2D,
    | 'fillStyle'
    | 'strokeStyle'
    | 'lineWidth'
    | 'globalAlpha'
    | 'font'
    | 'textAlign'
    | 'textBaseline'
    | 'beginPath'
    | 'closePath'
    | 'moveTo'
    | 'lineTo'
    | 'arc'
    | 'setLineDash'
    | 'fillRect'
    | 'strokeRect'
    | 'fillText'
    | 'measureText'
    | 'save'
    | 'restore'
    | 'translate'
> & {
    fill(): void;
    stroke(): void;
    /** Keeps what follows, up to `restore`, within a rectangle. */
    clipRect(x: number, y: number, width: number, height: number): void;
};

/** A canvas as a drawing. */
export function canvasDrawing(context: CanvasRenderingContext2D): Drawing {
    const drawing = context as CanvasRenderingContext2D & { clipRect?: Drawing['clipRect'] };
    drawing.clipRect ??= (x, y, width, height) => {
        context.beginPath();
        context.rect(x, y, width, height);
        context.clip();
    };
    return drawing as Drawing;
}
