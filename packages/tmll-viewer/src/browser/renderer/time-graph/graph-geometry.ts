import { Overlay } from '../../overlay/overlay';
import { RowBand } from '../../overlay/overlay-layout';
import { firstAbove } from '../../overlay/overlay-search';
import { TimeWindow } from '../../session/time-model';
import { rowIndex } from './overlay-rows';
import { VisibleRow } from '../tree/visible-rows';
import { StateRow } from './state-rows';

/** Of every row, in pixels; the tree beside the states has the same. */
export const GRAPH_ROW_HEIGHT = 20;

/** What of a time graph is on screen. */
export interface GraphFrame {
    readonly rows: readonly VisibleRow[];
    readonly states: ReadonlyMap<number, StateRow>;
    readonly view: TimeWindow;
    readonly width: number;
    readonly height: number;
    /** Pixels scrolled away above. */
    readonly top: number;
}

/** Indices of the rows in sight, the last one exclusive. */
export function rowsInSight({ rows, height, top }: GraphFrame): { readonly first: number; readonly end: number } {
    return {
        first: Math.min(Math.max(Math.floor(top / GRAPH_ROW_HEIGHT), 0), rows.length),
        end: Math.min(Math.max(Math.ceil((top + height) / GRAPH_ROW_HEIGHT), 0), rows.length)
    };
}

/** A state at a place. */
export interface StateHit {
    readonly row: VisibleRow;
    readonly states: StateRow;
    readonly index: number;
}

/** The row at a height in pixels; undefined below the last one. */
export function rowAt({ rows, top }: GraphFrame, y: number): VisibleRow | undefined {
    return rows[Math.floor((y + top) / GRAPH_ROW_HEIGHT)];
}

/** The state under a point; undefined where there is none, or one of which nothing is known. */
export function stateAtPoint(frame: GraphFrame, time: number, y: number): StateHit | undefined {
    const row = rowAt(frame, y);
    const states = row && frame.states.get(row.node.id);
    const index = states ? stateIndexAt(states, time) : -1;
    return row && states && index >= 0 && states.styles[index] ? { row, states, index } : undefined;
}

/** Index of the state that holds at a time; -1 when none does. */
export function stateIndexAt({ starts, ends }: StateRow, time: number): number {
    const index = firstAbove(starts, time) - 1;
    return index >= 0 && time < ends[index] ? index : -1;
}

/** Of the rows that were drawn last: drawing is frequent, and rows may be thousands. */
const indices = new WeakMap<GraphFrame['rows'], ReturnType<typeof rowIndex>>();

/** Where the row of an overlay is. */
export function rowLocator({ rows, top, height }: GraphFrame): (overlay: Overlay) => RowBand | 'hidden' | undefined {
    let indexOf = indices.get(rows);
    if (!indexOf) {
        indexOf = rowIndex(rows.map(({ node }) => node));
        indices.set(rows, indexOf);
    }
    const find = indexOf;
    return overlay => {
        const index = find(overlay);
        if (index === undefined) {
            return undefined;
        }
        const y = index * GRAPH_ROW_HEIGHT - top;
        return index >= 0 && y > -GRAPH_ROW_HEIGHT && y < height ? { top: y, height: GRAPH_ROW_HEIGHT } : 'hidden';
    };
}
