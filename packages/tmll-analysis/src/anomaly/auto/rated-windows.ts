import { Candidate } from './stretches';
import { UsualRange, usualRange } from './usual-range';
import { runningSums, windowMeans, windowSteps } from './window-features';

/** What is scanned: columns as long as each other, in one unit. */
export interface Scanned {
    /** Distances from what is expected. */
    readonly residuals: Float64Array;
    /** What the expectation itself did in the long run. */
    readonly rise: Float64Array;
    /** What one event more or less makes; 0 when unknown. */
    readonly quantum: number;
    /** Differences that rounding may have made; positive. */
    readonly rounding: number;
    /** 1 for what `usualRange` calls usual; 2 flags what is half as far out. */
    readonly sensitivity: number;
}

/** A window of one point may be rare once in so many points, a wider one in so many times its width. */
const POINTS_PER_RARITY = 300;
/** So many may always be rare. */
const ALWAYS_RARE = 5;
/** Standard deviation of the number of events in a window, at least: three of them in one where none was are no chance. */
const LEAST_EVENTS = 0.5;
/** Windows of a width start so many times in it. */
const STARTS = 8;
/** Standard deviation of the difference of two means, about, in that of one. */
const STEP_UNIT = 1.4;
/** Squared standard error of the level of a series of n points of noise on a trend, times n; two blocks of `slowLevel`. */
const LEVEL_ERROR = 128;

/** Windows of all widths over the same points, compared with what is usual for their kind. */
export class RatedWindows {
    /** What is usual for a single point, after width 1 was rated. */
    single: UsualRange = { low: NaN, center: NaN, high: NaN, unit: 0 };
    private readonly sums: Float64Array;
    private readonly risingSums: Float64Array;
    private readonly target: Float64Array;
    private readonly scratch: Float64Array;

    constructor(private readonly scanned: Scanned) {
        const { residuals, rise } = scanned;
        this.sums = runningSums(residuals);
        this.risingSums = runningSums(residuals, rise);
        this.target = new Float64Array(residuals.length);
        this.scratch = new Float64Array(residuals.length);
    }

    /** Raises the ratios of points to what the windows around them say; answers with those that stand out, the first most. */
    rate(width: number, ratio: Float64Array): Candidate[] {
        const stride = Math.max(1, width / STARTS);
        const rated: RatedCandidate[] = [];
        const means = windowMeans(this.sums, width, stride, this.target);
        const usual = this.usualFor(means, width, 1);
        this.single = width === 1 ? usual : this.single;
        rateWindows(means, stride, { feature: 'mean', width, usual }, ratio, rated);
        if (width > 1) {
            const steps = windowSteps(this.risingSums, width, stride, this.target);
            rateWindows(
                steps,
                stride,
                { feature: 'step', width, usual: this.usualFor(steps, width, STEP_UNIT) },
                ratio,
                rated
            );
        }
        return rated.sort((a, b) => b.ratio - a.ratio || a.at - b.at);
    }

    private usualFor(feature: Float64Array, width: number, unit: number): UsualRange {
        const { residuals, quantum, rounding, sensitivity } = this.scanned;
        // The level follows the values, so that wide windows may differ less from it than noise and its own error make out.
        const ofNoise = this.single.unit * Math.sqrt(1 / width + LEVEL_ERROR / residuals.length);
        const least = Math.max(rounding, unit * Math.max((LEAST_EVENTS * quantum) / width, ofNoise));
        const rare = Math.max(ALWAYS_RARE, Math.round(residuals.length / (POINTS_PER_RARITY * width)));
        const range = usualRange(feature, rare, least, this.scratch);
        const { low, center, high } = range;
        return {
            ...range,
            low: center - (center - low) / sensitivity,
            high: center + (high - center) / sensitivity
        };
    }
}

interface RatedCandidate extends Candidate {
    readonly ratio: number;
}

function rateWindows(
    values: Float64Array,
    stride: number,
    kind: Pick<Candidate, 'feature' | 'width' | 'usual'>,
    ratio: Float64Array,
    rated: RatedCandidate[]
): void {
    const { low, center, high } = kind.usual;
    const before = stride >> 1;
    for (let place = 0; place < values.length; place++) {
        const distance = values[place] - center;
        const side = distance > 0 ? 1 : -1;
        const own = distance / ((side > 0 ? high : low) - center);
        const start = place * stride - before;
        const end = Math.min(ratio.length, start + stride);
        for (let index = Math.max(0, start); index < end; index++) {
            ratio[index] = own > ratio[index] ? own : ratio[index];
        }
        if (own > 1) {
            rated.push({ ...kind, at: place * stride, side, ratio: own });
        }
    }
}
