import { AnalysisResult } from 'tmll-analysis/algorithms';
import { JsonValue, RawJson } from 'tmll-trace-server';
import { entryTree } from './entry-tree';
import { oncePerResult, OutputTitle, OutputView } from './output-view';
import { QueryParameters } from './query-parameters';
import { ChartData, Folding, sampleAt, SampleTimes, valuesJson } from './sample-times';

/** A series of a chart over time. */
export interface ChartSeries {
    /** Names from the root of the tree down. */
    readonly path: readonly string[];
    readonly unit: string;
    readonly data: ChartData;
    /** Whether the chart shows it at first. */
    readonly isDefault: boolean;
}

export interface TimeXyChart<D> extends OutputTitle {
    /** Lines have values at all times of the chart, points at their own. One kind a chart: viewers draw no mix. */
    readonly draw: 'line' | 'scatter';
    /** How the values of lines between two times become one. */
    readonly folding?: Folding;
    readonly series: (result: AnalysisResult<D>) => readonly ChartSeries[];
}

const HEADERS = [{ name: 'Series', tooltip: 'What was analysed' }];

/** So many points of one series are sent at most, evenly chosen. */
const MAX_POINTS = 20_000;

/** A TREE_TIME_XY output. All lines of an answer have the same times: viewers place points by index. */
export function timeXyView<D>(chart: TimeXyChart<D>): OutputView<D> {
    const { id, name, description } = chart;
    const treeOf = oncePerResult((result: AnalysisResult<D>) => entryTree(chart.series(result)));
    return {
        ...{ id, name, description },
        type: 'TREE_TIME_XY',
        answers: {
            tree: result => {
                const { entries, leaves } = treeOf(result);
                const shown = new Set(leaves.filter(({ isDefault }) => isDefault).map(({ entryId }) => entryId));
                return {
                    headers: HEADERS,
                    autoExpandLevel: -1,
                    entries: entries.map(entry => (shown.has(entry.id) ? { ...entry, isDefault: true } : { ...entry }))
                };
            },
            xy: (result, parameters) => {
                const { items } = parameters;
                const wanted = treeOf(result).leaves.filter(({ entryId }) => items?.has(entryId) ?? true);
                const series = chart.draw === 'line' ? lines(wanted, chart, parameters) : points(wanted, parameters);
                return { title: name, series };
            },
            tooltip: () => ({})
        }
    };
}

type Leaf = ChartSeries & { readonly entryId: number };

function lines<D>(leaves: readonly Leaf[], { folding }: TimeXyChart<D>, parameters: QueryParameters): JsonValue[] {
    const at = parameters.sampleTimes;
    const xValues = new RawJson(at.toJson());
    return leaves.map(leaf => seriesJson(leaf, 'line', xValues, sampleAt(leaf.data, at, folding ?? 'hold')));
}

function points(leaves: readonly Leaf[], parameters: QueryParameters): JsonValue[] {
    const { range } = parameters;
    return leaves.map(leaf => {
        const { origin, times, values } = leaf.data;
        const from = range ? Number(range.start - origin) : -Infinity;
        const to = range ? Number(range.end - origin) : Infinity;
        const within = [...times.keys()].filter(
            index => times[index] >= from && times[index] <= to && Number.isFinite(values[index])
        );
        const every = Math.ceil(within.length / MAX_POINTS);
        const chosen = every > 1 ? within.filter((_, index) => index % every === 0) : within;
        const at = new SampleTimes(
            origin,
            Float64Array.from(chosen, index => times[index])
        );
        return seriesJson(
            leaf,
            'scatter',
            new RawJson(at.toJson()),
            Float64Array.from(chosen, index => values[index])
        );
    });
}

function seriesJson({ entryId, path, unit }: Leaf, type: string, xValues: RawJson, values: Float64Array): JsonValue {
    return {
        seriesId: entryId,
        seriesName: path.join('/'),
        xValues,
        yValues: new RawJson(valuesJson(values)),
        style: { values: { 'series-type': type } },
        xValuesDescription: TIME_AXIS,
        yValuesDescription: { label: 'Value', unit, dataType: 'NUMBER' }
    };
}

export const TIME_AXIS = { label: 'Time', unit: 'ns', dataType: 'TIMESTAMP' } as const;
