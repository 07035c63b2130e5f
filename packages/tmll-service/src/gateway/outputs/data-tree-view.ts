import { AnalysisResult } from 'tmll-analysis/algorithms';
import { TreeHeader } from './entry-tree';
import { oncePerResult, OutputTitle, OutputView } from './output-view';

/** A line of a tree of texts, with those below it. */
export interface TreeLine {
    /** One text a column. */
    readonly labels: readonly string[];
    readonly children?: readonly TreeLine[];
}

export interface DataTree<D> extends OutputTitle {
    readonly headers: readonly TreeHeader[] | ((result: AnalysisResult<D>) => readonly TreeHeader[]);
    readonly lines: (result: AnalysisResult<D>) => readonly TreeLine[];
}

interface Entry {
    readonly [member: string]: number | boolean | readonly string[];
}

/** A DATA_TREE output. */
export function dataTreeView<D>(tree: DataTree<D>): OutputView<D> {
    const { id, name, description, headers } = tree;
    const entriesOf = oncePerResult((result: AnalysisResult<D>) => entries(tree.lines(result), -1, []));
    return {
        ...{ id, name, description },
        type: 'DATA_TREE',
        answers: {
            tree: result => ({
                headers: (typeof headers === 'function' ? headers(result) : headers).map(header => ({ ...header })),
                autoExpandLevel: -1,
                entries: entriesOf(result)
            })
        }
    };
}

function entries(lines: readonly TreeLine[], parentId: number, all: Entry[]): readonly Entry[] {
    for (const { labels, children = [] } of lines) {
        const id = all.length + 1;
        all.push({ id, parentId, labels, hasData: true });
        entries(children, id, all);
    }
    return all;
}
