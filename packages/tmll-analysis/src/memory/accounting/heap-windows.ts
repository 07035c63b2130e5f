import { PAGE_BYTES } from './touched-pages';

/** What happened in each of the windows into which a trace is divided. */
export interface WindowSeries {
    /** Ends of the windows, ns from the origin. */
    readonly times: Float64Array;
    readonly allocationValues: Float64Array;
    readonly deallocationValues: Float64Array;
    /** Live bytes at the end of the window. */
    readonly liveValues: Float64Array;
    /** The most that were live at once in it. */
    readonly peakValues: Float64Array;
    /** Share of the bytes of touched pages that no live block uses, at the end of the window, 0 to 1. */
    readonly fragmentationValues: Float64Array;
}

/** The heap as a whole, over time. */
export interface UsageSummary {
    readonly windows: WindowSeries;
    readonly peakBytes: number;
    readonly peakTime: number;
    /** Weighted by time. */
    readonly meanBytes: number;
    readonly standardDeviation: number;
    /** Share of the bytes of touched pages that no live block uses, over the whole time. */
    readonly meanFragmentation: number;
    readonly maxPages: number;
}

/** Follows the size of the heap, in windows of equal length. */
export class HeapWindows {
    private readonly times: Float64Array;
    private readonly allocations: Float64Array;
    private readonly deallocations: Float64Array;
    private readonly live: Float64Array;
    private readonly peaks: Float64Array;
    private readonly fragmentation: Float64Array;
    private window = 0;
    private last: number;

    private bytes = 0;
    private usedBytes = 0;
    private pages = 0;
    private peakBytes = 0;
    private peakTime: number;
    private integral = 0;
    private squares = 0;
    private usedIntegral = 0;
    private pageIntegral = 0;
    private maxPages = 0;

    /** @param step length of a window in ns; the last one may be shorter */
    constructor(
        private readonly start: number,
        private readonly end: number,
        step: number
    ) {
        const count = Math.max(1, Math.ceil((end - start) / step));
        this.times = Float64Array.from({ length: count }, (_, index) => Math.min(start + (index + 1) * step, end));
        this.allocations = new Float64Array(count);
        this.deallocations = new Float64Array(count);
        this.live = new Float64Array(count);
        this.peaks = new Float64Array(count);
        this.fragmentation = new Float64Array(count);
        this.last = start;
        this.peakTime = start;
    }

    /** Bytes that count as the program's. */
    get liveBytes(): number {
        return this.bytes;
    }

    /** Goes on to a time: what changes next, changes then. */
    advance(time: number): void {
        while (time > this.times[this.window] && this.window < this.times.length - 1) {
            this.close();
            this.window++;
            this.peaks[this.window] = this.bytes;
        }
        const lasted = time - this.last;
        if (lasted > 0) {
            this.integral += this.bytes * lasted;
            this.squares += this.bytes * this.bytes * lasted;
            this.usedIntegral += this.usedBytes * lasted;
            this.pageIntegral += this.pages * lasted;
            this.last = time;
        }
    }

    allocated(): void {
        this.allocations[this.window]++;
    }

    deallocated(): void {
        this.deallocations[this.window]++;
    }

    /** The heap has changed by so many bytes, of the program and in all, and by so many pages. */
    change(bytes: number, usedBytes: number, pages: number): void {
        this.bytes += bytes;
        this.usedBytes += usedBytes;
        this.pages += pages;
        this.maxPages = Math.max(this.maxPages, this.pages);
        if (this.bytes > this.peaks[this.window]) {
            this.peaks[this.window] = this.bytes;
            if (this.bytes > this.peakBytes) {
                this.peakBytes = this.bytes;
                this.peakTime = this.last;
            }
        }
    }

    finish(): UsageSummary {
        this.advance(this.end);
        while (this.window < this.times.length) {
            this.close();
            this.window++;
        }
        const { integral, squares, pageIntegral, usedIntegral, peakBytes, peakTime, maxPages } = this;
        const duration = Math.max(this.last - this.start, 1);
        const meanBytes = integral / duration;
        return {
            windows: {
                times: this.times,
                allocationValues: this.allocations,
                deallocationValues: this.deallocations,
                liveValues: this.live,
                peakValues: this.peaks,
                fragmentationValues: this.fragmentation
            },
            peakBytes,
            peakTime,
            meanBytes,
            standardDeviation: Math.sqrt(Math.max(0, squares / duration - meanBytes * meanBytes)),
            meanFragmentation: unusedShare(usedIntegral, pageIntegral),
            maxPages
        };
    }

    private close(): void {
        this.live[this.window] = this.bytes;
        this.fragmentation[this.window] = unusedShare(this.usedBytes, this.pages);
    }
}

function unusedShare(usedBytes: number, pages: number): number {
    return pages > 0 ? Math.max(0, 1 - usedBytes / (pages * PAGE_BYTES)) : 0;
}
