import { AnalysisResult } from 'tmll-analysis/algorithms';
import { JsonValue, RawJson } from 'tmll-trace-server';
import { entryTree } from './entry-tree';
import { oncePerResult, OutputTitle, OutputView } from './output-view';
import { valuesJson } from './sample-times';

/** What the values of a chart stand over: categories by name, or closed ranges of whole numbers (ns of a duration, …). */
export type GenericXAxis =
    | { readonly categories: readonly string[]; readonly label: string }
    | {
          readonly ranges: readonly { readonly start: bigint; readonly end: bigint }[];
          readonly label: string;
          readonly unit: string;
          readonly dataType: 'DURATION' | 'NUMBER';
      };

/** A series of a chart that is not over time; all of a chart have the same axis. */
export interface GenericSeries {
    /** Names from the root of the tree down. */
    readonly path: readonly string[];
    readonly unit: string;
    readonly x: GenericXAxis;
    /** One for each category or range; missing ones are shown as 0. */
    readonly values: Float64Array;
}

export interface GenericXyChart<D> extends OutputTitle {
    readonly draw: 'bar' | 'line';
    readonly series: (result: AnalysisResult<D>) => readonly GenericSeries[];
}

/** A TREE_GENERIC_XY output. The ranges are those of the analysis, whatever number of samples is asked for. */
export function genericXyView<D>(chart: GenericXyChart<D>): OutputView<D> {
    const { id, name, description } = chart;
    const treeOf = oncePerResult((result: AnalysisResult<D>) => entryTree(chart.series(result)));
    return {
        ...{ id, name, description },
        type: 'TREE_GENERIC_XY',
        answers: {
            tree: result => ({
                headers: [{ name: 'Series', tooltip: '' }],
                autoExpandLevel: -1,
                entries: treeOf(result).entries.map(entry => ({ ...entry, isDefault: entry.hasData }))
            }),
            xy: (result, { items }) => ({
                title: name,
                series: treeOf(result)
                    .leaves.filter(({ entryId }) => items?.has(entryId) ?? true)
                    .map(leaf => seriesJson(leaf, chart.draw))
            })
        }
    };
}

function seriesJson(leaf: GenericSeries & { readonly entryId: number }, type: string): JsonValue {
    const { entryId, path, unit, x, values } = leaf;
    return {
        seriesId: entryId,
        seriesName: path.join('/'),
        ...axis(x),
        yValues: new RawJson(valuesJson(values.map(value => (Number.isFinite(value) ? value : 0)))),
        style: { values: { 'series-type': type } },
        yValuesDescription: { label: 'Value', unit, dataType: 'NUMBER' }
    };
}

function axis(x: GenericXAxis): Record<string, JsonValue> {
    if ('categories' in x) {
        const { categories, label } = x;
        const axisDomain = { type: 'categorical', categories };
        return {
            xCategories: categories,
            xValuesDescription: { label, unit: '', dataType: 'STRING', axisDomain }
        };
    }
    const { ranges, label, unit, dataType } = x;
    const axisDomain = { type: 'range', start: ranges[0]?.start ?? 0n, end: ranges.at(-1)?.end ?? 0n };
    return {
        xRanges: ranges.map(range => ({ ...range })),
        xValuesDescription: { label, unit, dataType, axisDomain }
    };
}
