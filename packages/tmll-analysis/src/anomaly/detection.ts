/** What a detector says on each point, as columns as long as the series. NaN where it says nothing. */
export interface Detection {
    /** How far the value stands out, unsigned, in the unit of the method. */
    readonly score: Float64Array;
    /** The value expected there. */
    readonly expected: Float64Array;
    /** Ends of the band that counts as usual: a point is flagged when it lies outside. */
    readonly low: Float64Array;
    readonly high: Float64Array;
    /** 1 where the point stands out, else 0. */
    readonly flags: Uint8Array;
    /**
     * 1 for the points of anomalies that are more than their flagged points: for a method that flags where a long stretch
     * begins, and not each point of it. When not given these are the flagged points.
     */
    readonly inside?: Uint8Array;
    /** The score beyond which a point stands out, positive. */
    readonly threshold: number;
    /** The score of a usual point, which the others and the threshold are measured from; 0 when not given. */
    readonly baseline?: number;
    /**
     * What is judged: each value by itself (default), so that it is flagged exactly when it lies outside of the band; or
     * how values follow each other, so that the band is what the points that are not flagged keep to, and flagged ones
     * may lie within it, too.
     */
    readonly judges?: 'value' | 'shape';
    /** What each method said of which the verdict was made, when there were several. */
    readonly votes?: readonly VoteColumn[];
    /** Number of values that the expectation at a point rests on, about. */
    readonly support: number;
    /**
     * Number of points after which the detector takes a lasting change for usual, because it only looks back so far;
     * 0 when it never does.
     */
    readonly memory: number;
    /** What the verdict rests on, for a method that chooses by the series, as it goes on after the series' name. */
    readonly basis?: string;
}

/** What one method said on each point. */
export interface VoteColumn {
    /** As in `Detector.method`. */
    readonly method: string;
    /** As in `Detection.score`, and as long. */
    readonly score: Float64Array;
    /** As in `Detection.threshold`. */
    readonly threshold: number;
    /** As in `Detection.flags`: whether this method by itself flags the point. */
    readonly flags: Uint8Array;
}

/** The score of a point in units of the threshold, both from the baseline on: above 1 it stands out. */
export function ratioAt({ score, threshold, baseline = 0 }: Detection, index: number): number {
    return (score[index] - baseline) / (threshold - baseline);
}

/** A detection that says nothing on any point, for series that give nothing to judge by. */
export function silence(length: number, threshold: number): Detection {
    const nothing = new Float64Array(length).fill(NaN);
    return {
        score: nothing,
        expected: nothing,
        low: nothing,
        high: nothing,
        flags: new Uint8Array(length),
        threshold,
        support: 0,
        memory: 0
    };
}
