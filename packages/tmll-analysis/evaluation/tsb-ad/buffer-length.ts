const MOST_POINTS = 20_000;
const SHORTEST_LAG = 3;
const LONGEST_LAG = 400;
/** Lags outside of these are no period. */
const SHORTEST_PERIOD = 6;
const LONGEST_PERIOD = 303;
const WITHOUT_PERIOD = 125;

/**
 * The tolerance up to which TSB-AD takes VUS-PR: the lag of the highest local maximum of the autocorrelation at lags 3
 * to 400 of the first 20,000 points; 125 when there is none or it lies outside of 6 to 303.
 */
export function bufferLength(values: Float64Array): number {
    const sample = values.subarray(0, MOST_POINTS);
    const correlation = autocovariances(sample, Math.min(LONGEST_LAG, sample.length - 1));
    let best = -1;
    for (let lag = SHORTEST_LAG + 1; lag < correlation.length - 1; lag++) {
        const isPeak = correlation[lag] > correlation[lag - 1] && correlation[lag] > correlation[lag + 1];
        best = isPeak && (best < 0 || correlation[lag] > correlation[best]) ? lag : best;
    }
    return best >= SHORTEST_PERIOD && best <= LONGEST_PERIOD ? best : WITHOUT_PERIOD;
}

/** Proportional to the autocorrelation at lags from 0 on. */
function autocovariances(values: Float64Array, lags: number): Float64Array {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const centered = values.map(value => value - mean);
    return Float64Array.from({ length: lags + 1 }, (_, lag) => {
        let sum = 0;
        for (let index = lag; index < centered.length; index++) {
            sum += centered[index] * centered[index - lag];
        }
        return sum;
    });
}
