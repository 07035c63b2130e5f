import { TimeGraphArrow, TimeGraphRow } from 'tsp-typescript-client/lib/models/timegraph';
import { StateStyle, StateStyles } from './state-style';

/** The states of one entry over what was asked for. Times are ns from the session's origin, ascending; ends are exclusive. */
export interface StateRow {
    readonly entryId: number;
    readonly starts: Float64Array;
    readonly ends: Float64Array;
    readonly labels: readonly (string | undefined)[];
    /** Undefined: nothing is known of this stretch, and nothing is drawn. */
    readonly styles: readonly (StateStyle | undefined)[];
}

/** From one entry to another; ns from the session's origin. */
export interface StateArrow {
    readonly sourceId: number;
    readonly targetId: number;
    readonly start: number;
    readonly end: number;
    /** CSS colour; undefined: that of texts. */
    readonly color: string | undefined;
}

/** @param origin ns since the epoch to which times are made relative */
export function toStateRow({ entryId, states }: TimeGraphRow, origin: bigint, styles: StateStyles): StateRow {
    return {
        entryId,
        starts: Float64Array.from(states, state => Number(state.start - origin)),
        ends: Float64Array.from(states, state => Number(state.end - origin)),
        labels: states.map(({ label }) => label ?? undefined),
        styles: states.map(({ style, label }) =>
            style || label !== undefined ? styles.resolve(style ?? undefined, label) : undefined
        )
    };
}

export function toStateArrow(arrow: TimeGraphArrow, origin: bigint, styles: StateStyles): StateArrow {
    return {
        sourceId: arrow.sourceId,
        targetId: arrow.targetId,
        start: Number(arrow.start - origin),
        end: Number(arrow.end - origin),
        color: arrow.style ? styles.resolve(arrow.style, undefined).fill : undefined
    };
}
