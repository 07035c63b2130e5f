import { FindingRow } from './finding-row';

/** A row of the swim lanes: the findings of one series over the time of the trace. */
export interface FindingLane {
    readonly name: string;
    /** Highest of its findings, 0 to 100. */
    readonly severity: number;
    readonly marks: readonly LaneMark[];
}

export interface LaneMark {
    readonly row: FindingRow;
    /** Left edge and width as shares of the trace's length, 0 to 1. */
    readonly start: number;
    readonly length: number;
}

/** A mark is at least this share of the trace's length wide, so that it can be seen and hit. */
const LEAST_LENGTH = 0.004;

/**
 * The lanes of findings, the one with the worst finding first; the worst marks of a lane are drawn last, on top.
 * @param most lanes
 */
export function findingLanes(rows: readonly FindingRow[], startNs: bigint, endNs: bigint, most: number): FindingLane[] {
    const length = Math.max(1, Number(endNs - startNs));
    const bySeries = new Map<string, FindingRow[]>();
    for (const row of rows) {
        const own = bySeries.get(row.where);
        if (own) {
            own.push(row);
        } else {
            bySeries.set(row.where, [row]);
        }
    }
    return [...bySeries.values()]
        .map(own => {
            const ascending = own.sort((a, b) => a.finding.severity - b.finding.severity);
            return {
                name: own[0].where,
                severity: ascending[ascending.length - 1].finding.severity,
                marks: ascending.map(row => mark(row, startNs, length))
            };
        })
        .sort((a, b) => b.severity - a.severity)
        .slice(0, most);
}

function mark(row: FindingRow, startNs: bigint, length: number): LaneMark {
    const from = clamp(Number(row.finding.startNs - startNs) / length);
    const to = clamp(Number(row.finding.endNs + 1n - startNs) / length);
    const width = Math.max(to - from, LEAST_LENGTH);
    return { row, start: Math.min(from, 1 - width), length: width };
}

function clamp(share: number): number {
    return Math.max(0, Math.min(1, share));
}
