import { bestSplit, bestStretch } from './best-stretch';
import { START_UP } from './habits';
import { UsualRange } from './usual-range';
import { Stretch, windowAround } from './window-features';

/** A window that stands out by its mean, or by the step from the window before a point to the one from it on. */
export interface Candidate {
    readonly feature: 'mean' | 'step';
    /** The middle of the window, or the first point after the step. */
    readonly at: number;
    readonly width: number;
    /** 1 when it is above what is usual, −1 when it is below. */
    readonly side: 1 | -1;
    readonly usual: UsualRange;
}

/** Share of a window that must be left when what was found before is taken out. */
const LEFT = 0.5;
/** A step of which the expectation itself follows this part is there to stay. */
const FOLLOWED = 0.5;

/**
 * The stretches that windows told of, and what is usual there. Those of narrow windows come first: a wider window tells
 * only what is left when they are taken out, so that a spike is a spike, and no long stretch around it.
 */
export class Stretches {
    /** 1 for points of a stretch. */
    readonly inside: Uint8Array;
    /** What is usual for the residuals of points of a stretch; NaN elsewhere. */
    readonly low: Float64Array;
    readonly high: Float64Array;
    /** First points after changes that last. */
    private readonly changes: number[] = [];
    /** The width of the window that told last of a stretch around a point. */
    readonly toldBy: Int32Array;

    /**
     * @param residuals distances from what is expected
     * @param rise what the expectation did in the long run, in the same unit
     */
    constructor(
        private readonly residuals: Float64Array,
        private readonly rise: Float64Array
    ) {
        this.inside = new Uint8Array(residuals.length);
        this.low = new Float64Array(residuals.length).fill(NaN);
        this.high = new Float64Array(residuals.length).fill(NaN);
        this.toldBy = new Int32Array(residuals.length);
    }

    /** Takes the stretch that a window tells of, unless what is there already explains it. */
    take(candidate: Candidate): void {
        if (candidate.feature === 'mean') {
            this.takeMean(candidate);
        } else {
            this.takeStep(candidate);
        }
    }

    private takeMean({ at, width, side, usual }: Candidate): void {
        const window = windowAround(at, width, this.inside.length);
        const mean = this.meanOfLeft(window, this.residuals);
        if (!this.isTold(window, width) && isBeyond(mean, usual, side)) {
            this.add(window, width, side, mean, () => usual);
        }
    }

    private takeStep({ at, width, side, usual }: Candidate): void {
        const before = { from: Math.max(0, at - width), to: at };
        const after = { from: at, to: Math.min(this.inside.length, at + width) };
        const isExplained = this.changes.some(change => change >= before.from && change <= after.to);
        if (isExplained || this.isTold(before, width) || this.isTold(after, width)) {
            return;
        }
        const from = this.meanOfLeft(before, this.residuals, this.rise);
        const to = this.meanOfLeft(after, this.residuals, this.rise);
        if (!isBeyond(to - from, usual, side)) {
            return;
        }
        // Which of both sides is the unusual one, the other then tells what was to be expected.
        const left = this.meanOfLeft(before, this.residuals);
        const right = this.meanOfLeft(after, this.residuals);
        const { rise } = this;
        if (Math.max(side * right, -side * left) < (1 - FOLLOWED) * side * (to - from)) {
            this.addChange({ from: before.from, to: after.to }, width, from, to, usual);
        } else if (side * right >= -side * left) {
            this.add(after, width, side, right, index => shifted(usual.low, usual.high, from - rise[index]));
        } else {
            this.add(before, width, -side, left, index => shifted(-usual.high, -usual.low, to - rise[index]));
        }
    }

    /** Of a change that lasts the first points are told, as many as the window is wide; the start-up is none. */
    private addChange(around: Stretch, width: number, before: number, after: number, usual: UsualRange): void {
        const at = bestSplit(this.residuals, this.rise, around, before, after);
        this.changes.push(at);
        this.toldBy.fill(width, around.from, around.to);
        if (at < START_UP * this.inside.length) {
            return;
        }
        this.mark({ from: at, to: Math.min(this.inside.length, at + width) }, index =>
            shifted(usual.low, usual.high, before - this.rise[index])
        );
    }

    private add(
        window: Stretch,
        width: number,
        side: number,
        mean: number,
        usualAt: (index: number) => { low: number; high: number }
    ): void {
        const half = (side * mean) / 2;
        const found = half > 0 ? bestStretch(this.residuals, window, side, half, this.inside) : undefined;
        const { from, to } = found ?? window;
        this.mark({ from, to }, usualAt);
        this.toldBy.fill(width, Math.min(from, window.from), Math.max(to, window.to));
    }

    private mark({ from, to }: Stretch, usualAt: (index: number) => { low: number; high: number }): void {
        for (let index = from; index < to; index++) {
            if (this.inside[index] === 0) {
                const { low, high } = usualAt(index);
                this.low[index] = low;
                this.high[index] = high;
            }
        }
        this.inside.fill(1, from, to);
    }

    /** Stretches told by windows of a width are no shorter than those, so that two that overlap hold an end of each. */
    private isTold({ from, to }: Stretch, width: number): boolean {
        return this.toldBy[from] === width || this.toldBy[to - 1] === width;
    }

    /** The mean over points that are in no stretch; NaN when less than half are left. */
    private meanOfLeft({ from, to }: Stretch, values: Float64Array, others?: Float64Array): number {
        let sum = 0;
        let count = 0;
        for (let index = from; index < to; index++) {
            if (this.inside[index] === 0) {
                sum += values[index] + (others === undefined ? 0 : others[index]);
                count++;
            }
        }
        return count < LEFT * (to - from) ? NaN : sum / count;
    }
}

function isBeyond(value: number, { low, high }: UsualRange, side: number): boolean {
    return side > 0 ? value > high : value < low;
}

function shifted(low: number, high: number, by: number): { low: number; high: number } {
    return { low: low + by, high: high + by };
}
