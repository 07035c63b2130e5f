import { TimeRange, TimeSeries } from '../series/time-series';
import { mean, standardDeviation } from '../statistics/moments';
import { cluster, ClusterOptions } from './cluster';
import { Phase, PhaseKind, TracePhases } from './clustering-result';
import { Rows, squaredDistance } from './distances';
import { isDense, NamedSeries, nameOf } from './group-series';
import { scaleColumns, Scaling } from './prepare';

/** Fewer windows tell no phases. */
const FEWEST_WINDOWS = 6;
const MOST_FOREMOST = 3;
/** A window counts as no farther out than this, lest a single one make a kind of its own. */
const FARTHEST = 3;

/** Where a window begins and ends, as indices into the common times, the end exclusive. */
interface Window {
    readonly from: number;
    readonly to: number;
}

/**
 * The phases of a trace: it is cut into windows, each told by mean and standard deviation of every series in it, brought to the same scale; windows that are alike are a kind of behaviour,
 * neighbouring windows of a kind a phase. A single window unlike both neighbours is taken for one of them.
 * Series that have a value at less than half of the times are left out.
 * @param series on one grid
 * @returns undefined when there are fewer than six windows, or no series that varies
 */
export function findPhases(
    series: readonly NamedSeries[],
    windowNs: bigint,
    scaling: Scaling,
    options: ClusterOptions
): TracePhases | undefined {
    const varying = series.filter(
        ({ points }) => standardDeviation(points.values, 'population') > 0 && isDense(points.values)
    );
    const grid = varying[0]?.points;
    const windows = grid === undefined ? [] : windowsOf(grid, windowNs);
    if (windows.length < FEWEST_WINDOWS) {
        return undefined;
    }
    const features = windows.map(window => featuresOf(varying, window));
    const rows = scaleColumns(withoutMissing(features), scaling).map(row =>
        row.map(value => (scaling === 'none' ? value : Math.max(-FARTHEST, Math.min(FARTHEST, value))))
    );
    const { labels, quality } = cluster(rows, options);
    const smooth = withoutSingles(labels, rows);
    const kinds = [...new Set(smooth)];
    const nsAt = (index: number): bigint => grid.origin + BigInt(grid.times[Math.min(index, grid.times.length - 1)]);
    const rangeOf = ({ from, to }: Window): TimeRange => ({ startNs: nsAt(from), endNs: nsAt(to) });
    return {
        windowNs,
        kinds: kinds.map((label, index) =>
            kindOf(
                label < 0 ? '–' : letter(index),
                smooth.map(each => each === label),
                features,
                rows
            )
        ),
        phases: phasesOf(
            windows.map(rangeOf),
            smooth.map(label => kinds.indexOf(label))
        ),
        series: varying.map(each => ({ ...nameOf(each), unit: each.points.unit })),
        ...(quality === undefined ? {} : { quality })
    };
}

function windowsOf({ times }: TimeSeries, windowNs: bigint): Window[] {
    const width = Number(windowNs);
    const windows: Window[] = [];
    for (let from = 0; from < times.length;) {
        let to = from + 1;
        while (to < times.length && times[to] < times[from] + width) {
            to++;
        }
        windows.push({ from, to });
        from = to;
    }
    return windows;
}

/** Mean and deviation of each series, NaN where it has no value. */
function featuresOf(series: readonly NamedSeries[], { from, to }: Window): Float64Array {
    return Float64Array.from(
        series.flatMap(({ points }) => {
            const values = points.values.subarray(from, to);
            return [mean(values), standardDeviation(values, 'population')];
        })
    );
}

/** With the mean of the column where a window has no value. */
function withoutMissing(rows: readonly Float64Array[]): Float64Array[] {
    const middles = rows[0].map((_, column) => mean(Float64Array.from(rows, row => row[column])) || 0);
    return rows.map(row => row.map((value, column) => (Number.isFinite(value) ? value : middles[column])));
}

/** A window unlike both neighbours is taken for one of them, the more similar: it may straddle a border. */
function withoutSingles(labels: Int32Array, rows: Rows): number[] {
    return Array.from(labels, (label, index) => {
        const beside = [index - 1, index + 1].filter(other => other >= 0 && other < labels.length);
        if (beside.some(other => labels[other] === label)) {
            return label;
        }
        const [first, second = first] = beside;
        const nearer = squaredDistance(rows[index], rows[first]) <= squaredDistance(rows[index], rows[second]);
        return labels[nearer ? first : second];
    });
}

function phasesOf(windows: readonly TimeRange[], kinds: readonly number[]): Phase[] {
    const phases: { startNs: bigint; endNs: bigint; kind: number }[] = [];
    windows.forEach(({ startNs, endNs }, index) => {
        const last = phases[phases.length - 1];
        if (last !== undefined && last.kind === kinds[index]) {
            last.endNs = endNs;
        } else {
            phases.push({ startNs, endNs, kind: kinds[index] });
        }
    });
    return phases;
}

function kindOf(
    name: string,
    isOwn: readonly boolean[],
    features: readonly Float64Array[],
    scaled: readonly Float64Array[]
): PhaseKind {
    const own = features.filter((_, index) => isOwn[index]);
    const count = features[0].length / 2;
    const meanOf = (rows: readonly Float64Array[], column: number): number =>
        mean(Float64Array.from(rows, row => row[column]));
    const inside = scaled.filter((_, index) => isOwn[index]);
    const outside = scaled.filter((_, index) => !isOwn[index]);
    const distances = Array.from({ length: count }, (_, index) =>
        outside.length === 0 ? 0 : Math.abs(meanOf(inside, 2 * index) - meanOf(outside, 2 * index))
    );
    return {
        name,
        share: own.length / features.length,
        means: Array.from({ length: count }, (_, index) => {
            const value = meanOf(own, 2 * index);
            return Number.isFinite(value) ? value : undefined;
        }),
        foremost: [...distances.keys()].sort((a, b) => distances[b] - distances[a]).slice(0, MOST_FOREMOST)
    };
}

function letter(index: number): string {
    return index < 26 ? String.fromCharCode(65 + index) : `A${index - 25}`;
}
