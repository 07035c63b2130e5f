import { OutputDescriptor } from 'tmll-tsp';

/** Something a trace server can show of an experiment: a chart, a table, a tree. */
export interface Output {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    /** `TREE_TIME_XY`, `TABLE`, `TIME_GRAPH`, `DATA_TREE`, `TREE_GENERIC_XY`, `GANTT_CHART` or `NONE`. */
    readonly type: string;
    /** Id of the output that it belongs to. */
    readonly parentId?: string;
}

/** What of TSP's descriptor is of use here. */
export function outputOf({ id, name, description, type, parentId }: OutputDescriptor): Output {
    return Object.freeze({
        id,
        name,
        description: description ?? '',
        type,
        ...(parentId === undefined || parentId === null ? {} : { parentId })
    });
}

/** Outputs that a gateway made of the results of analyses, by their ids. */
const OF_ANALYSIS = 'tmll.analysis.';

/** Whether an output has series over time of the trace itself, rather than of an earlier analysis. */
export function hasTimeSeries({ id, type }: Output): boolean {
    return type === 'TREE_TIME_XY' && !id.startsWith(OF_ANALYSIS);
}
