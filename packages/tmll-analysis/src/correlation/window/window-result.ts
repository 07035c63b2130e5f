import { TimeRange } from '../../series/time-series';
import { Change } from './change';

/** What module `explain` found: what changed in a window, ready to list and to draw. */
export interface WindowData {
    readonly window: TimeRange;
    readonly baseline: TimeRange;
    /** Length of a bin. */
    readonly stepNs: bigint;
    /** When the symptom begins, and what shows it; that of the window where no series was named. */
    readonly symptom: { readonly ns: bigint; readonly name?: string };
    /** The most important first. */
    readonly causes: readonly WindowCause[];
    /** Number of series and activities that were compared. */
    readonly tested: number;
}

/** What may have caused what happened: a thread, or something that belongs to none. */
export interface WindowCause {
    /** Name of the thread, else of what changed. */
    readonly subject: string;
    readonly isThread: boolean;
    /** "block writes by tl-io ×8.3 (12 to 97 MiB/s), starts 120 ms before". */
    readonly sentence: string;
    /** The most important first. */
    readonly changes: readonly WindowChange[];
}

/** Something of a cause that changed. */
export interface WindowChange extends Change {
    readonly id: string;
    readonly name: string;
    /** From the output down. */
    readonly path: readonly string[];
    readonly outputId: string;
    readonly unit: string;
    /** Corrected for the number of all that were compared. */
    readonly adjustedPValue: number;
    /** Its part of all changes of its output, 0 to 1. */
    readonly share: number;
    /** 0 to 1: what it is ranked by. */
    readonly importance: number;
    /** When it begins, exact to a bin. */
    readonly onsetNs: bigint;
    /** So much before the symptom; below 0 after it. */
    readonly leadNs: bigint;
    /** One a bin: of the baseline, and of what comes before the window together with the window. */
    readonly baselineValues: Float64Array;
    readonly windowValues: Float64Array;
    /** Ns since the epoch of the first of `windowValues`. */
    readonly windowStartNs: bigint;
}
