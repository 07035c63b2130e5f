/** How a series wants to be drawn; TSP calls it `series-type`. */
export type SeriesStyle = 'line' | 'area' | 'step' | 'bar' | 'scatter';

export const SERIES_STYLES: readonly SeriesStyle[] = ['line', 'area', 'step', 'bar', 'scatter'];

/** The values of one entry over what was asked for. */
export interface XySeries {
    /** Id of its entry. */
    readonly id: number;
    /** `%`, `B`, `events/s`; empty when there is none. */
    readonly unit: string;
    readonly style: SeriesStyle;
    /** Ns from the session's origin, ascending. */
    readonly times: Float64Array;
    /** As many as times; NaN where there is none. */
    readonly values: Float64Array;
}

/** Series on common times, as a chart wants them: a row of times and a row for each series. */
export interface AlignedSeries {
    readonly times: Float64Array;
    /** Null: there is no value; undefined: this series has no such time. */
    readonly rows: readonly (readonly (number | null | undefined)[])[];
}

/** Brings series to common times without inventing values: a time of one series is undefined in those that lack it. */
export function alignSeries(series: readonly XySeries[]): AlignedSeries {
    if (series.length === 0) {
        return { times: new Float64Array(), rows: [] };
    }
    const [first] = series;
    const shared = series.every(({ times }) => times === first.times || sameTimes(times, first.times));
    const times = shared ? first.times : unionOf(series.map(entry => entry.times));
    return { times, rows: series.map(entry => rowOf(entry, times)) };
}

function sameTimes(one: Float64Array, other: Float64Array): boolean {
    return one.length === other.length && one.every((time, index) => time === other[index]);
}

function unionOf(lists: readonly Float64Array[]): Float64Array {
    const all = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
    let offset = 0;
    for (const list of lists) {
        all.set(list, offset);
        offset += list.length;
    }
    return all.sort().filter((time, index, sorted) => index === 0 || time !== sorted[index - 1]);
}

function rowOf({ times, values }: XySeries, common: Float64Array): (number | null | undefined)[] {
    const row: (number | null | undefined)[] = new Array(common.length);
    let next = 0;
    for (let index = 0; index < common.length; index++) {
        if (times[next] === common[index]) {
            row[index] = Number.isFinite(values[next]) ? values[next] : null;
            next++;
            // Of values at the same instant, as two events may have, the last one counts.
            while (next < times.length && times[next] === common[index]) {
                row[index] = Number.isFinite(values[next]) ? values[next] : null;
                next++;
            }
        }
    }
    return row;
}
