/** A way to go on with a series: one file, and one line in `forecasters.ts`. */
export interface Forecaster {
    /** As in the API and on the command line: `seasonal_naive`. */
    readonly method: string;
    readonly title: string;
    readonly description: string;
    /**
     * The values to come.
     * @param values evenly spaced, all finite, at least one
     * @param horizon how many
     * @param periods in points, ascending, each at most a third of the length; none for a series that does not repeat
     * @returns undefined when there are too few values for it
     */
    forecast(values: Float64Array, horizon: number, periods: readonly number[]): Float64Array | undefined;
}
