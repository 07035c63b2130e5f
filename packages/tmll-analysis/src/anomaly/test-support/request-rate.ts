import { TimeSeries } from '../../series/time-series';
import { ORIGIN } from '../../series/test-support/series-of';

/** A stretch of a trace in which the traced program misbehaved, in ns from the first event. */
export interface Mark {
    readonly what: 'burst' | 'gap' | 'slow' | 'level' | 'spike';
    readonly from: number;
    readonly to: number;
}

/**
 * What the traced program of trace g-periodic did, by its own record: bursts and gaps of requests, slow answers, and
 * a level shift and a spike of a gauge, which do not show in the rate of requests.
 */
export const MARKS: readonly Mark[] = [
    { what: 'burst', from: 5763470442, to: 6163470442 },
    { what: 'gap', from: 8584337485, to: 9284337485 },
    { what: 'slow', from: 9845016025, to: 10445016025 },
    { what: 'level', from: 12603336278, to: 14103336278 },
    { what: 'spike', from: 16194204189, to: 16244204189 },
    { what: 'burst', from: 17207764907, to: 17607764907 },
    { what: 'gap', from: 19264112656, to: 19964112656 },
    { what: 'slow', from: 22747642558, to: 23347642558 },
    { what: 'level', from: 24103700270, to: 25603700270 },
    { what: 'spike', from: 26556341461, to: 26606341461 }
];

/** Events shop:request_begin of trace g-periodic per 100 ms from its first event on, counted by babeltrace2. */
const COUNTS = [
    0, 16, 28, 34, 45, 42, 33, 28, 36, 52, 30, 18, 16, 11, 17, 13, 13, 18, 19, 21, 24, 24, 37, 29, 42, 30, 34, 26, 54,
    33, 30, 23, 22, 15, 14, 17, 15, 17, 20, 21, 16, 30, 30, 18, 50, 52, 37, 42, 34, 35, 32, 14, 23, 18, 16, 12, 7, 36,
    99, 98, 130, 106, 27, 28, 26, 25, 33, 25, 46, 28, 36, 21, 22, 13, 18, 14, 8, 17, 17, 20, 27, 23, 23, 36, 44, 28, 0,
    0, 0, 0, 0, 0, 3, 15, 14, 14, 11, 17, 24, 18, 31, 30, 25, 31, 28, 52, 44, 40, 45, 30, 31, 27, 29, 13, 10, 15, 7, 13,
    10, 15, 19, 31, 23, 22, 45, 35, 28, 29, 34, 36, 30, 25, 19, 14, 14, 19, 16, 15, 19, 13, 18, 34, 29, 28, 39, 30, 47,
    39, 37, 34, 28, 25, 17, 22, 19, 13, 10, 13, 13, 21, 18, 26, 32, 36, 39, 27, 37, 39, 33, 33, 33, 26, 105, 115, 80,
    87, 21, 13, 12, 21, 17, 24, 32, 33, 44, 28, 44, 39, 32, 32, 32, 16, 15, 0, 0, 0, 0, 0, 0, 7, 28, 27, 30, 29, 32, 39,
    33, 33, 47, 33, 31, 22, 20, 18, 10, 13, 12, 7, 10, 17, 22, 31, 32, 35, 38, 29, 43, 40, 29, 26, 29, 18, 26, 16, 9,
    12, 11, 9, 9, 17, 18, 24, 25, 23, 39, 42, 39, 53, 31, 47, 27, 24, 23, 15, 15, 15, 7, 14, 16, 16, 21, 23, 26, 32, 41,
    35, 39, 34, 28, 33, 33, 19, 24, 19, 21, 14, 10, 13, 19, 17, 21, 20, 20, 37, 39, 28, 33, 33, 32, 35, 31, 22, 25, 22,
    15, 14, 5, 11, 16, 23, 10, 10
];

/** The rate of requests in trace g-periodic: a sine of 2 s around 250 events/s, with Poisson noise and the marks. */
export function requestRate(): TimeSeries {
    const path = ['Event Rate', 'shop:request_begin'];
    return {
        id: path.join('/'),
        name: path.join(' → '),
        path,
        unit: 'events/s',
        origin: ORIGIN,
        times: Float64Array.from(COUNTS, (_, bin) => bin * 1e8),
        values: Float64Array.from(COUNTS, count => count * 10)
    };
}
