import { TimeRange, TracePlace } from '../series/time-series';
import { TimeAxis } from './time-axis';

/** Of a line across a plot: upright, at its upper end. ECharts would turn it along the line. */
export const MARK_LABEL = { position: 'end', rotate: 0, distance: 3 } as const;

/** Collects what the marks of a plot speak of, so that each of them leads to its place in the trace. */
export class MarkList {
    readonly places: TracePlace[] = [];

    constructor(readonly axis: TimeAxis) {}

    /** An item of a `markArea`: a stretch of time. @param look of the area; ECharts' options */
    area(place: TracePlace, look: object = {}): [object, object] {
        return [
            { xAxis: this.axis.at(place.startNs), ...this.add(place), ...look },
            { xAxis: this.axis.at(place.endNs) }
        ];
    }

    /** An item of a `markLine`: an instant. @param around what it leads to */
    line(ns: bigint, around: TracePlace, look: object = {}): object {
        return { xAxis: this.axis.at(ns), ...this.add(around), ...look };
    }

    /** An item of a `markLine`: from start to end on a row of a category axis. */
    bar(row: number, place: TracePlace): [object, object] {
        const [start, end] = [this.axis.at(place.startNs), this.axis.at(place.endNs)];
        return [{ coord: [start, row], ...this.add(place) }, { coord: [end, row] }];
    }

    /** An item of a scatter series. */
    point(ns: bigint, value: number, place: TracePlace): object {
        return { value: [this.axis.at(ns), value], ...this.add(place) };
    }

    private add(place: TracePlace): { readonly place: number } {
        const { startNs, endNs, series } = place;
        this.places.push(series === undefined ? { startNs, endNs } : { startNs, endNs, series });
        return { place: this.places.length - 1 };
    }
}

/** The stretches as areas that lead to them. */
export function areasOf(
    ranges: readonly TimeRange[],
    series: TracePlace['series'],
    marks: MarkList
): [object, object][] {
    return ranges.map(({ startNs, endNs }) => marks.area({ startNs, endNs, series }));
}
