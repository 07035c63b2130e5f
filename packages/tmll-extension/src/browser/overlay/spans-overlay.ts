import type { TimeRange } from 'tmll-analysis/algorithms';
import type { OverlaySeverity, SeriesPath, SpansOverlay } from 'tmll-viewer';

/** Which stretches are drawn, where, and what each looks like and says. */
export interface SpanLook<T extends TimeRange> {
    readonly id: string;
    readonly series?: SeriesPath;
    readonly severity: (item: T) => OverlaySeverity;
    readonly color?: string;
    readonly isSlim?: boolean;
    readonly tooltip: (item: T) => readonly string[];
}

/** Stretches of time as an overlay, in the order of their starts; none when there are none. */
export function spansOverlay<T extends TimeRange>(items: readonly T[], look: SpanLook<T>): SpansOverlay[] {
    if (items.length === 0) {
        return [];
    }
    const ascending = [...items].sort((a, b) => compare(a.startNs, b.startNs));
    const origin = ascending[0].startNs;
    const { id, series, color, isSlim } = look;
    return [
        {
            kind: 'spans',
            id,
            series,
            isSlim,
            origin,
            starts: Float64Array.from(ascending, ({ startNs }) => Number(startNs - origin)),
            ends: Float64Array.from(ascending, ({ endNs }) => Number(endNs - origin)),
            severity: index => look.severity(ascending[index]),
            color: color === undefined ? undefined : () => color,
            tooltip: index => look.tooltip(ascending[index])
        }
    ];
}

/** Order of times in ns that a double does not hold. */
export function compare(a: bigint, b: bigint): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
