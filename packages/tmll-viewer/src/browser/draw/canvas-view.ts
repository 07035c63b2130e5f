import { Disposable } from '@theia/core/lib/common/disposable';
import { Size } from '../react/use-size';
import { canvasDrawing, Drawing } from './drawing';

/** A canvas that is painted at most once a frame, sharp on every screen. */
export class CanvasView implements Disposable {
    private readonly canvas = document.createElement('canvas');
    private frame: number | undefined;
    private size: Size = { width: 0, height: 0 };

    /** @param paint in CSS pixels, on an empty canvas of the size given */
    constructor(
        host: HTMLElement,
        private readonly paint: (drawing: Drawing, size: Size) => void
    ) {
        this.canvas.className = 'tmll-canvas';
        host.append(this.canvas);
    }

    resize(size: Size): void {
        if (size.width !== this.size.width || size.height !== this.size.height) {
            this.size = size;
            this.schedule();
        }
    }

    /** Paints in the next frame. */
    schedule(): void {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            this.paintNow();
        });
    }

    dispose(): void {
        if (this.frame !== undefined) {
            cancelAnimationFrame(this.frame);
        }
        this.canvas.remove();
    }

    private paintNow(): void {
        const { width, height } = this.size;
        const context = this.canvas.getContext('2d');
        if (!context || width === 0 || height === 0) {
            return;
        }
        const ratio = window.devicePixelRatio || 1;
        const across = Math.round(width * ratio);
        const down = Math.round(height * ratio);
        if (this.canvas.width !== across || this.canvas.height !== down) {
            this.canvas.width = across;
            this.canvas.height = down;
            this.canvas.style.width = `${width}px`;
            this.canvas.style.height = `${height}px`;
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        this.paint(canvasDrawing(context), this.size);
    }
}
