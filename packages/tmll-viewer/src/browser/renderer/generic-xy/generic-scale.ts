import { GenericSeries, XDomain } from './generic-xy-source';

/** A stretch of the X axis, in its own unit; places for categories. */
export interface XWindow {
    readonly start: number;
    readonly end: number;
}

/** The whole of the X axis that series need. */
export function fullWindow(series: readonly GenericSeries[]): XWindow {
    const windows = series.map(({ domain }) => windowOf(domain)).filter(({ start, end }) => end > start);
    return windows.length === 0
        ? { start: 0, end: 1 }
        : {
              start: Math.min(...windows.map(({ start }) => start)),
              end: Math.max(...windows.map(({ end }) => end))
          };
}

function windowOf(domain: XDomain): XWindow {
    switch (domain.kind) {
        case 'ranges':
            return { start: domain.starts[0] ?? 0, end: (domain.ends[domain.ends.length - 1] ?? 0) + 1 };
        case 'categories':
            return { start: 0, end: domain.names.length };
        case 'values': {
            const low = domain.values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
            const high = domain.values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
            const margin = (high - low) * 0.02 || 1;
            return domain.values.length === 0 ? { start: 0, end: 0 } : { start: low - margin, end: high + margin };
        }
    }
}

/** Where the value of an index is along the X axis. */
export function placeOf(domain: XDomain, index: number): XWindow {
    switch (domain.kind) {
        case 'ranges':
            return { start: domain.starts[index], end: domain.ends[index] + 1 };
        case 'categories':
            return { start: index, end: index + 1 };
        case 'values':
            return { start: domain.values[index], end: domain.values[index] };
    }
}

/** Values of bars that stand on each other: where each begins, by series and index. Lines and points begin at zero. */
export function stackBases(series: readonly GenericSeries[]): readonly Float64Array[] {
    const sums = new Map<string, number>();
    return series.map(({ style, domain, values }) =>
        style !== 'bar'
            ? new Float64Array(values.length)
            : values.map((value, index) => {
                  const key = domain.kind === 'categories' ? domain.names[index] : String(placeOf(domain, index).start);
                  const base = sums.get(key) ?? 0;
                  sums.set(key, base + (Number.isFinite(value) ? value : 0));
                  return base;
              })
    );
}

/** How values lie along the Y axis. */
export interface YScale {
    readonly low: number;
    readonly high: number;
    /** Round values, ascending, and the step between two of them where it is the same for all. */
    readonly ticks: readonly number[];
    readonly step: number;
    /** Pixel from the top of the plot. */
    yOf(value: number): number;
}

export function yScale(
    series: readonly GenericSeries[],
    bases: readonly Float64Array[],
    height: number,
    logarithmic: boolean
): YScale {
    let low = 0;
    let high = 0;
    let least = Number.POSITIVE_INFINITY;
    series.forEach(({ values }, row) =>
        values.forEach((value, index) => {
            const top = value + bases[row][index];
            if (Number.isFinite(top)) {
                low = Math.min(low, top);
                high = Math.max(high, top);
                least = top > 0 ? Math.min(least, top) : least;
            }
        })
    );
    return logarithmic && high > 0 ? logScale(least, high, height) : linearScale(low, high, height);
}

function linearScale(low: number, high: number, height: number): YScale {
    const span = high - low || 1;
    const top = high + span * 0.06;
    const raw = (span * 40) / Math.max(height, 40);
    const decade = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map(factor => factor * decade).find(size => size >= raw) ?? 10 * decade;
    const first = Math.ceil(low / step);
    const count = Math.floor(top / step) - first + 1;
    return {
        low,
        high: top,
        step,
        ticks: Array.from({ length: Math.max(count, 0) }, (_, index) => (first + index) * step),
        yOf: value => height - ((value - low) / (top - low)) * height
    };
}

/** Zero and what is below has no place on it and stands at the bottom, half a decade below the least value. */
function logScale(least: number, high: number, height: number): YScale {
    const bottom = Math.log10(least) - 0.5;
    const top = Math.log10(high) + 0.1;
    const first = Math.ceil(bottom);
    return {
        low: 10 ** bottom,
        high: 10 ** top,
        step: 10 ** first,
        ticks: Array.from({ length: Math.max(Math.floor(top) - first + 1, 0) }, (_, index) => 10 ** (first + index)),
        yOf: value => (value <= 0 ? height : height - ((Math.log10(value) - bottom) / (top - bottom)) * height)
    };
}
