import { SeriesReference, TimeRange } from './time-series';

/** What an analysis claims, in the one form that lists, overlays, annotations and reports understand. */
export interface Finding extends TimeRange {
    /** Unique within its result and the same when the result is computed again. */
    readonly id: string;
    /** What was found: `anomaly`, later `leak`, `change-point`, `correlation`, … */
    readonly kind: string;
    /** Where: the series it was found in; undefined when it concerns the trace as a whole. */
    readonly series?: SeriesReference;
    /** 0 (harmless) to 100 (look at it now). */
    readonly severity: number;
    /** 0 (guess) to 1 (sure). */
    readonly confidence: number;
    /** What was seen, in `unit`. */
    readonly actual?: number;
    /** What was expected, in `unit`. */
    readonly expected?: ExpectedValue;
    readonly unit: string;
    /** Other series that say the same, when there are any: they have no finding of their own. */
    readonly alsoIn?: readonly SeriesReference[];
    /** One sentence for people: what happened, how much, what is usual. */
    readonly sentence: string;
}

/** The expected value and the band around it that counts as usual; NaN never occurs, a missing side is undefined. */
export interface ExpectedValue {
    readonly value?: number;
    readonly low?: number;
    readonly high?: number;
}
