import { Drawing } from '../draw/drawing';

/** What can be taken out of a pane. */
export interface PaneExport {
    /** What is on screen as comma-separated values with a header line. */
    csv?(): string | Promise<string>;
    /** What is on screen as a picture. */
    picture?(): PanePicture;
}

/** Painted on a canvas for PNG and into a file for SVG, so that both look the same. */
export interface PanePicture {
    /** CSS pixels. */
    readonly width: number;
    readonly height: number;
    /** Paints from the left upper corner; the background is there already. */
    paint(drawing: Drawing): void;
}
