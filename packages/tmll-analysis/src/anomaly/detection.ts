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
    /** The score beyond which a point stands out, positive. */
    readonly threshold: number;
    /** Number of values that the expectation at a point rests on, about. */
    readonly support: number;
    /**
     * Number of points after which the detector takes a lasting change for usual, because it only looks back so far;
     * 0 when it never does.
     */
    readonly memory: number;
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
