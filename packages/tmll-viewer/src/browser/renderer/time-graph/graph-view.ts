import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { CanvasView } from '../../draw/canvas-view';
import { Overlay } from '../../overlay/overlay';
import { layoutOverlays, OverlayLayout } from '../../overlay/overlay-layout';
import { paintBehind, paintInFront } from '../../overlay/overlay-painter';
import { Drawing } from '../../draw/drawing';
import { Size } from '../../react/use-size';
import { TimeModel, TimeWindow } from '../../session/time-model';
import { rowLocator } from './graph-geometry';
import { GraphPicture, paintGraph } from './graph-painter';

/** What a time graph shows; where it is on the time axis comes from the time model. */
export interface GraphContent extends Omit<GraphPicture, 'view' | 'width' | 'height'> {
    readonly overlays: readonly Overlay[];
    readonly size: Size;
}

/** One canvas with rows of states that follows the time axis. */
export class GraphView implements Disposable {
    private readonly canvas: CanvasView;
    private readonly toDispose = new DisposableCollection();
    private content: GraphContent | undefined;

    /**
     * @param origin ns since the epoch that `time` is relative to
     * @param onLayout is told after each drawing where the overlays are
     */
    constructor(
        host: HTMLElement,
        private readonly time: TimeModel,
        private readonly origin: bigint,
        private readonly onLayout: (layout: OverlayLayout) => void
    ) {
        this.canvas = new CanvasView(host, drawing => this.paint(drawing));
        this.toDispose.pushAll([this.canvas, time.onDidChangeView(() => this.canvas.schedule())]);
    }

    update(content: GraphContent): void {
        this.content = content;
        this.canvas.resize(content.size);
        this.canvas.schedule();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    private paint(drawing: Drawing): void {
        if (this.content) {
            this.onLayout(paintGraphContent(drawing, this.content, this.time.view, this.origin));
        }
    }
}

/** Draws a time graph with its overlays, on screen as in a picture. */
export function paintGraphContent(
    drawing: Drawing,
    content: GraphContent,
    view: TimeWindow,
    origin: bigint
): OverlayLayout {
    const { size, overlays, theme } = content;
    const picture: GraphPicture = { ...content, view, ...size };
    paintGraph(drawing, picture);
    const layout = layoutOverlays(overlays, { origin, view, ...size, yOf: () => 0, rowOf: rowLocator(picture) });
    paintBehind(drawing, layout, theme);
    paintInFront(drawing, layout, theme);
    return layout;
}
