/** What the trace server says of a stream of events before the first of them. */
export interface EventStreamHead {
    /** Ns since the epoch to which all times of the stream are relative. */
    readonly origin: bigint;
    /** Names of the event types that may come. */
    readonly types: readonly string[];
    /** Events that the tracers could not record, of all types; undefined when the server does not say. */
    readonly discarded?: number;
    /** When they were lost, as far as it is known. */
    readonly lost: readonly LostStretch[];
}

/** A stretch of time, in ns since the epoch, in which events were lost. */
export interface LostStretch {
    readonly startNs: bigint;
    readonly endNs: bigint;
    readonly count: number;
}

/** Some events, column by column. */
export interface EventBatch {
    readonly rows: number;
    /** Ns from the origin, ascending. */
    readonly times: Float64Array;
    /** Numbers into `EventStreamHead.types`. */
    readonly types: Uint16Array;
    /** A column of numbers, or of numbers into `texts`; NaN where the event has none; undefined when no event of the batch has one. */
    column(name: string): Float64Array | undefined;
    /** All texts so far. */
    readonly texts: readonly string[];
}
