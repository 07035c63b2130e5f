import { AnalysisResult } from 'tmll-analysis/algorithms';
import { JsonValue } from 'tmll-trace-server';
import { QueryParameters } from './query-parameters';

/** What TSP calls a provider type, as far as results are shown in it. */
export type OutputType = 'TREE_TIME_XY' | 'TIME_GRAPH' | 'DATA_TREE' | 'TREE_GENERIC_XY' | 'TABLE';

/** The part of a data request's path that names its kind. */
export const KIND_OF: Readonly<Record<OutputType, string>> = {
    TREE_TIME_XY: 'XY',
    TIME_GRAPH: 'timeGraph',
    DATA_TREE: 'data',
    TREE_GENERIC_XY: 'genericXY',
    TABLE: 'table'
};

/** How a view is called in lists of outputs. */
export interface OutputTitle {
    /** Unique among the views of a module; part of the output's id. */
    readonly id: string;
    readonly name: string;
    /** One sentence on what it shows. */
    readonly description: string;
}

/** One output that is made of the result of an analysis. Its answers are pure functions of the result. */
export interface OutputView<D = unknown> extends OutputTitle {
    readonly type: OutputType;
    /** Styles by key, for those that have any. */
    readonly styles?: Readonly<Record<string, JsonValue>>;
    /**
     * The models that the output answers with, by the last part of a data request's path: `tree`, `xy`, `states`, …
     * @throws HttpError 400 when a parameter is missing or wrong
     */
    readonly answers: Readonly<Record<string, (result: AnalysisResult<D>, parameters: QueryParameters) => JsonValue>>;
}

/**
 * A function of results that is computed once a result: rows, lines and series are asked for again with every step of a zoom.
 */
export function oncePerResult<D, T>(compute: (result: AnalysisResult<D>) => T): (result: AnalysisResult<D>) => T {
    const known = new WeakMap<AnalysisResult<D>, { readonly value: T }>();
    return result => {
        const entry = known.get(result) ?? { value: compute(result) };
        known.set(result, entry);
        return entry.value;
    };
}
