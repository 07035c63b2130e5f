import { nls } from '@theia/core';
import {
    choiceState,
    isSeriesChosen,
    OutputNode,
    SeriesChoice,
    SeriesNode,
    toggleFound,
    toggleOutput,
    toggleSeries
} from '../form/series-choice';

/** A row of the tree of series: an output, one of its series, or what is to be said instead of them. */
export type SeriesRow =
    | { readonly kind: 'output'; readonly output: OutputNode; readonly isOpen: boolean }
    | { readonly kind: 'series'; readonly output: OutputNode; readonly series: SeriesNode }
    | { readonly kind: 'note'; readonly output: OutputNode; readonly text: string };

/**
 * The rows of a tree, from top to bottom.
 * @param open ids of the outputs of which the series are shown
 */
export function seriesRows(outputs: readonly OutputNode[], open: ReadonlySet<string>): SeriesRow[] {
    return outputs.flatMap(output => {
        const isOpen = open.has(output.id);
        const row: SeriesRow = { kind: 'output', output, isOpen };
        return isOpen ? [row, ...rowsBelow(output)] : [row];
    });
}

function rowsBelow(output: OutputNode): SeriesRow[] {
    const { series, error } = output;
    if (!series) {
        return [{ kind: 'note', output, text: error ?? nls.localize('tmll/panel/loading', 'Loading…') }];
    }
    return series.length === 0
        ? [{ kind: 'note', output, text: nls.localize('tmll/panel/noSeries', 'No series.') }]
        : series.map(each => ({ kind: 'series', output, series: each }));
}

/** Unique among the rows. */
export function rowKey(row: SeriesRow): string {
    return row.kind === 'series' ? `${row.output.id}\n${row.series.id}` : `${row.output.id}\n${row.kind}`;
}

/** The state of a row's check box, as ARIA names it; undefined for a row that has none. */
export function checkedState(row: SeriesRow, choice: SeriesChoice): boolean | 'mixed' | undefined {
    switch (row.kind) {
        case 'output': {
            const state = choiceState(choice, row.output.id);
            return state === 'some' ? 'mixed' : state === 'all';
        }
        case 'series':
            return isSeriesChosen(choice, row.output.id, row.series.id);
        case 'note':
            return undefined;
    }
}

/**
 * The choice after a row's box was ticked. Of an output that a search has narrowed down, what was found is meant.
 * @param whole the output of the row with all its series
 */
export function toggleRow(row: SeriesRow, choice: SeriesChoice, whole: OutputNode): SeriesChoice {
    switch (row.kind) {
        case 'series':
            return toggleSeries(choice, whole, row.series.id);
        case 'output': {
            const found = row.output.series;
            const isNarrowed = found !== undefined && found.length < (whole.series?.length ?? 0);
            return isNarrowed ? toggleFound(choice, whole, found) : toggleOutput(choice, whole.id);
        }
        case 'note':
            return choice;
    }
}

/** What a key does in the tree, with a row at hand. */
export type RowStep = { readonly go: number } | 'open' | 'close' | 'toggle';

/** What a key means at a row; undefined when it means nothing there. */
export function stepOf(key: string, rows: readonly SeriesRow[], at: number): RowStep | undefined {
    const row = rows[at];
    const last = rows.length - 1;
    const go = (to: number): RowStep => ({ go: Math.max(0, Math.min(to, last)) });
    switch (key) {
        case 'ArrowDown':
            return go(at + 1);
        case 'ArrowUp':
            return go(at - 1);
        case 'PageDown':
            return go(at + PAGE);
        case 'PageUp':
            return go(at - PAGE);
        case 'Home':
            return go(0);
        case 'End':
            return go(last);
        case 'ArrowRight':
            return row?.kind === 'output' ? (row.isOpen ? go(at + 1) : 'open') : undefined;
        case 'ArrowLeft':
            return row?.kind === 'output' && row.isOpen ? 'close' : go(parentOf(rows, at));
        case ' ':
        case 'Enter':
            return 'toggle';
        default:
            return undefined;
    }
}

const PAGE = 10;

function parentOf(rows: readonly SeriesRow[], at: number): number {
    for (let index = at; index >= 0; index--) {
        if (rows[index]?.kind === 'output') {
            return index;
        }
    }
    return 0;
}
