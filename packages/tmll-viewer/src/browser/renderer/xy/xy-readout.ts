import { nearest } from '../../overlay/overlay-search';
import { ValueFormat } from './value-format';
import { XySeries } from './xy-data';

/** A series that a tooltip can tell of. */
export interface ReadableSeries {
    readonly label: string;
    readonly color: string;
    readonly data: XySeries;
}

export interface ReadoutRow {
    readonly id: number;
    readonly label: string;
    readonly color: string;
    readonly value: string;
    /** The curve nearest to the mouse. */
    readonly isNearest: boolean;
}

export interface Readout {
    /** Of the values, in ns from the origin: the sample nearest to the mouse, or where there is none, the mouse itself. */
    readonly time: number;
    readonly rows: readonly ReadoutRow[];
    /** Series for which there was no room. */
    readonly more: number;
}

/** A tooltip with more rows covers what it explains. */
const MOST_ROWS = 14;

/**
 * What the curves say at a time, the highest value first.
 * @param time ns from the origin
 * @param value where the mouse is on the Y axis, to find the nearest curve; undefined when it is unknown
 */
export function readout(
    series: readonly ReadableSeries[],
    format: ValueFormat,
    time: number,
    value: number | undefined
): Readout {
    const samples = series.flatMap(({ label, color, data }) => {
        const index = nearest(data.times, time);
        return index < 0 ? [] : [{ id: data.id, label, color, time: data.times[index], value: data.values[index] }];
    });
    const nearestTime = samples.reduce<number | undefined>(
        (best, sample) =>
            best === undefined || Math.abs(sample.time - time) < Math.abs(best - time) ? sample.time : best,
        undefined
    );
    const here = samples.filter(sample => sample.time === nearestTime);
    const closest = value === undefined ? undefined : nearestId(here, value);
    const ordered = [...here].sort((first, second) => rank(second.value) - rank(first.value));
    const rows = ordered.map(({ id, label, color, value: sample }) => ({
        id,
        label,
        color,
        value: format.format(sample),
        isNearest: id === closest
    }));
    return { time: nearestTime ?? time, rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) };
}

function nearestId(samples: readonly { id: number; value: number }[], value: number): number | undefined {
    return samples.reduce<{ id: number; distance: number } | undefined>((best, sample) => {
        const distance = Math.abs(sample.value - value);
        return distance < (best?.distance ?? Number.POSITIVE_INFINITY) ? { id: sample.id, distance } : best;
    }, undefined)?.id;
}

/** Missing values come last. */
function rank(value: number): number {
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
