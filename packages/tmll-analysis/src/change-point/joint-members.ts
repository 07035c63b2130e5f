import { JointMember, SeriesChangePoints } from './change-point-result';
import { ReferencedSeries } from './referenced-series';

/** A series with what was found in it alone. */
export interface SeriesToJoin extends ReferencedSeries {
    readonly found: SeriesChangePoints;
}

/** Indices: of the first value before a change, of the change, and of the end after it, exclusive. */
export interface Neighbourhood {
    readonly from: number;
    readonly change: number;
    readonly to: number;
}

/** A series whose means differ by so many of its deviations changes. */
const SHIFTED = 1;

/** What each series does at a change: its means before and after, those that change most first. */
export function membersAt(series: readonly SeriesToJoin[], { from, change, to }: Neighbourhood): JointMember[] {
    return series
        .map(({ reference, points: { name, unit, values } }) => {
            const before = momentsOf(values, from, change);
            const after = momentsOf(values, change, to);
            const deviation = Math.sqrt((before.squares + after.squares) / (before.count + after.count));
            const difference = after.mean - before.mean;
            const shift = difference === 0 ? 0 : Math.min(Math.abs(difference) / deviation, 1e6);
            return { series: reference, name, unit, before: before.mean, after: after.mean, shift };
        })
        .filter(({ before, after }) => Number.isFinite(before) && Number.isFinite(after))
        .sort((a, b) => b.shift - a.shift);
}

/** Of those the ones that change, but at least the foremost. */
export function changing(members: readonly JointMember[]): JointMember[] {
    return members.filter(({ shift }, index) => index === 0 || shift >= SHIFTED);
}

function momentsOf(values: Float64Array, from: number, to: number): { count: number; mean: number; squares: number } {
    let count = 0;
    let mean = 0;
    let squares = 0;
    for (let index = from; index < to; index++) {
        if (Number.isFinite(values[index])) {
            const distance = values[index] - mean;
            mean += distance / ++count;
            squares += distance * (values[index] - mean);
        }
    }
    return { count, mean: count === 0 ? NaN : mean, squares };
}
