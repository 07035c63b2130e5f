import { TspError } from 'tmll-tsp';
import { Candidate } from '../../correlation/window/rank-causes';
import { TimeRange } from '../../series/time-series';
import { Experiment } from '../../trace/experiment';
import { FetchOptions } from '../../trace/fetch-options';
import { FetchedSeries } from '../../trace/fetch-series';
import { hasTimeSeries, Output } from '../../trace/output';
import { SeriesEntry } from '../../trace/series-entry';
import { holdTimesOrAddresses } from '../clock-values';
import { binCount, segmentRange, WindowGrid, WindowSegment } from './window-grid';

/** Series in bins, as candidates, and what was left out. */
export interface WindowSeries {
    readonly candidates: readonly Candidate[];
    readonly warnings: readonly string[];
}

/** What an output says about causes. */
interface OutputKind {
    /** Part of the output's id. */
    readonly idPart: string;
    /** See `Candidate`. */
    readonly weight: number;
    readonly addsUp: boolean;
    readonly isHeld?: boolean;
}

const KINDS: readonly OutputKind[] = [
    { idPart: 'CpuUsageDataProvider', weight: 1, addsUp: true },
    { idPart: 'cpu-usage-per-cpu', weight: 0.5, addsUp: true },
    { idPart: 'DisksIODataProvider', weight: 0.7, addsUp: true },
    { idPart: 'kernelmemoryusage', weight: 1, addsUp: true },
    { idPart: 'UstMemoryUsage', weight: 1, addsUp: true },
    { idPart: 'tmll.event-rate', weight: 0.5, addsUp: true },
    { idPart: 'Histogram', weight: 0.4, addsUp: true },
    { idPart: 'tmll.event-fields', weight: 0.4, addsUp: false, isHeld: true },
    { idPart: 'paired-events', weight: 0.5, addsUp: false, isHeld: true }
];
const OTHER: OutputKind = { idPart: '', weight: 0.5, addsUp: false };

/** Fields that name something; that other things are named is no change of an amount. */
const NAMING_FIELD =
    /(^|_)(p?id|tid|vtid|vpid|ip|addr|ptr|prio|cpu|dev|sector|state|flags|rwbs|fd|inode|ino|crc|ret|arg\d+|seq|key|hash)$/i;
const NAMING_WEIGHT = 0.05;

/** A sum says what happened; its parts say who did it. */
const SUM_WEIGHT = 0.5;

/** Of outputs with more series those that the server shows at first are looked at. */
const MOST_SERIES = 2_000;

/** Every series of an experiment, in the bins of a grid. */
export async function fetchWindowSeries(
    experiment: Experiment,
    grid: WindowGrid,
    options: FetchOptions
): Promise<WindowSeries> {
    const candidates: Candidate[] = [];
    const warnings: string[] = [];
    const outputs = windowOutputs(experiment.outputs);
    for (const [index, output] of outputs.entries()) {
        options.progress?.({ fraction: index / outputs.length, message: `fetching ${output.name}` });
        try {
            const all = await experiment.fetchEntries(output, options);
            const entries = all.length > MOST_SERIES ? all.filter(({ isDefault }) => isDefault) : all;
            if (entries.length < all.length) {
                warnings.push(`Only ${entries.length} of the ${all.length} series of ${output.name} were looked at.`);
            }
            candidates.push(...(await fetchBins(experiment, output, entries, grid, options)));
        } catch (error) {
            if (!(error instanceof TspError)) {
                throw error;
            }
            warnings.push(`${output.name} was left out: ${error.message}`);
        }
    }
    return { candidates, warnings };
}

/** The Histogram repeats the total of the Event Rate. */
function windowOutputs(outputs: readonly Output[]): Output[] {
    const hasRate = outputs.some(({ id }) => id === 'tmll.event-rate');
    return outputs.filter(hasTimeSeries).filter(({ id }) => !hasRate || !id.includes('HistogramDataProvider'));
}

async function fetchBins(
    experiment: Experiment,
    output: Output,
    entries: readonly SeriesEntry[],
    grid: WindowGrid,
    { signal, timeoutMs }: FetchOptions
): Promise<Candidate[]> {
    if (entries.length === 0) {
        return [];
    }
    const { stepNs } = grid;
    const bins = new Map<string, Float64Array>();
    const found = new Map<string, FetchedSeries>();
    for (const { range, segments } of stretches(grid)) {
        // A value stands for the bin that ends at its time.
        const asked = { startNs: range.startNs + stepNs, endNs: range.endNs };
        for (const series of await experiment.fetchSeries(entries, { range: asked, stepNs, signal, timeoutMs })) {
            const values = bins.get(series.id) ?? new Float64Array(binCount(grid)).fill(NaN);
            segments.forEach(segment => fillBins(values, series, segment, Number(stepNs)));
            bins.set(series.id, values);
            found.set(series.id, series);
        }
    }
    const { weight, addsUp, isHeld } = KINDS.find(({ idPart }) => output.id.includes(idPart)) ?? OTHER;
    const isFields = output.id.includes('event-fields');
    const inner = new Set(
        [...found.values()].flatMap(({ path }) => path.map((_, end) => path.slice(0, end).join('\n')))
    );
    const measured = [...found.values()].filter(each => !isFields || !holdTimesOrAddresses(each));
    return measured.map(({ id, name, path, unit }) => {
        const isNaming = isFields && NAMING_FIELD.test(path[path.length - 1]);
        const isSum = inner.has(path.join('\n'));
        return {
            id,
            name,
            path,
            outputId: output.id,
            unit,
            weight: isNaming ? NAMING_WEIGHT : isSum ? weight * SUM_WEIGHT : weight,
            addsUp,
            sumOf: activityOf(output, path),
            isHeld: isHeld && path[path.length - 1] !== 'in flight',
            values: bins.get(id) ?? new Float64Array(0)
        };
    });
}

/** What is fetched at once: all segments where the baseline ends at the window, else each for itself. */
function stretches(grid: WindowGrid): { readonly range: TimeRange; readonly segments: readonly WindowSegment[] }[] {
    const filled = grid.segments.filter(({ from, to }) => to > from);
    const baseline = segmentRange(grid, grid.baseline);
    if (baseline.endNs === grid.window.startNs && baseline.startNs <= grid.lead.startNs) {
        const { endNs } = segmentRange(grid, grid.window);
        return [{ range: { startNs: baseline.startNs, endNs }, segments: filled }];
    }
    return filled.map(segment => ({ range: segmentRange(grid, segment), segments: [segment] }));
}

/** The means of the points in each bin of a segment; a point at the end of a bin belongs to it. */
function fillBins(
    bins: Float64Array,
    { origin, times, values }: FetchedSeries,
    { startNs, from, to }: WindowSegment,
    step: number
): void {
    const start = Number(startNs - origin);
    const counts = new Uint32Array(to - from);
    for (let index = 0; index < times.length; index++) {
        const bin = Math.ceil((times[index] - start) / step) - 1;
        if (bin < 0 || bin >= to - from || !Number.isFinite(values[index])) {
            continue;
        }
        counts[bin]++;
        const before = counts[bin] === 1 ? 0 : bins[from + bin];
        bins[from + bin] = before + (values[index] - before) / counts[bin];
    }
}

/** The writes of a disk are those of its threads. */
function activityOf(output: Output, path: readonly string[]): string | undefined {
    const direction = /^(read|write)$/.exec(path[path.length - 1])?.[1];
    return output.id.includes('DisksIODataProvider') && direction ? `tmll.activity.block-${direction}s` : undefined;
}
