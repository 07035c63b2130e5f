import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { firstAbove } from '../../overlay/overlay-search';
import { TimeWindow } from '../../session/time-model';
import { VisibleRow } from '../tree/visible-rows';
import { StateRow } from './state-rows';

export interface GraphSummaryProps {
    readonly label: string;
    /** Those in sight. */
    readonly rows: readonly VisibleRow[];
    readonly states: ReadonlyMap<number, StateRow>;
    readonly view: TimeWindow;
}

/** A list with more items helps nobody and makes the page slow. */
const MOST_STATES = 12;

/** The states on screen as a list for those who cannot see the canvas: screen readers and tests. */
export function GraphSummary({ label, rows, states, view }: GraphSummaryProps): React.ReactElement {
    return (
        <ol
            className="tmll-overlay-summary tmll-graph-summary"
            aria-label={nls.localize('tmll/viewer/graph/summary', 'States of {0} on screen', label)}
        >
            {rows.flatMap(({ node }) => {
                const row = states.get(node.id);
                const shown = row ? namesIn(row, view) : [];
                return shown.length === 0
                    ? []
                    : [
                          <li key={node.id} data-row={node.labels[0]} data-states={shown.length}>
                              {`${node.labels[0]}: ${shown.slice(0, MOST_STATES).join(', ')}${shown.length > MOST_STATES ? ' …' : ''}`}
                          </li>
                      ];
            })}
        </ol>
    );
}

function namesIn({ starts, ends, labels, styles }: StateRow, { start, end }: TimeWindow): string[] {
    const names: string[] = [];
    const last = firstAbove(starts, end);
    for (let index = Math.max(firstAbove(starts, start) - 1, 0); index < last; index++) {
        if (ends[index] > start && styles[index]) {
            names.push(labels[index] || styles[index]?.name || '');
        }
    }
    return names;
}
