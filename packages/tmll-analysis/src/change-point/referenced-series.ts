import { SeriesReference, TimeSeries } from '../series/time-series';

/** A series with the reference that finds it again. */
export interface ReferencedSeries {
    readonly points: TimeSeries;
    readonly reference: SeriesReference;
}
