/** Browsers draw elements up to some 16 to 33 million pixels; rows beyond it could not be reached. */
const TALLEST = 8_000_000;

/**
 * How the position of a scroll bar belongs to the rows of a list, also of one with more rows than fit into any element: then a
 * pixel of the bar stands for more than a pixel of rows.
 */
export class ScrollScale {
    /** Of the scrolled element, in pixels. */
    readonly height: number;
    /** The greatest top, in rows: the last row is at the lower edge. */
    readonly maxTop: number;
    /** The greatest `scrollTop`. */
    private readonly maxScroll: number;

    /**
     * @param count of rows, each `rowHeight` pixels tall
     * @param viewport pixels in which rows are seen
     */
    constructor(count: number, rowHeight: number, viewport: number) {
        this.height = Math.min(count * rowHeight, TALLEST);
        this.maxTop = Math.max(0, count - viewport / rowHeight);
        this.maxScroll = Math.max(0, this.height - viewport);
    }

    /** The top in rows, fractions allowed, at a position of the scroll bar. */
    topAt(scrollTop: number): number {
        return this.maxScroll === 0 ? 0 : (Math.min(scrollTop, this.maxScroll) / this.maxScroll) * this.maxTop;
    }

    /** The position of the scroll bar for a top in rows. */
    scrollTopAt(top: number): number {
        return this.maxTop === 0 ? 0 : (this.clamp(top) / this.maxTop) * this.maxScroll;
    }

    clamp(top: number): number {
        return Math.min(Math.max(top, 0), this.maxTop);
    }
}
