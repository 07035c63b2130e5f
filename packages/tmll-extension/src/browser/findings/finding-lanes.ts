import { worstSeverity } from 'tmll-analysis/algorithms';
import { FindingRow } from './finding-row';

/** A row of the swim lanes: the findings of one series over the time of the trace. */
export interface FindingLane {
    readonly name: string;
    /** Highest of its findings, 0 to 100. */
    readonly severity: number;
    /** By time. */
    readonly marks: readonly LaneMark[];
}

export interface LaneMark {
    readonly row: FindingRow;
    /** Left edge and width as shares of the trace's length, 0 to 1. */
    readonly start: number;
    readonly length: number;
}

/** A mark in the lanes, by its places. */
export interface LanePlace {
    readonly lane: number;
    readonly mark: number;
}

/** A mark is at least this share of the trace's length wide, so that it can be seen and hit. */
const LEAST_LENGTH = 0.004;

/** A finding of a larger share of the trace is one of all of it. */
const WHOLE = 0.9;

/** The lanes of all series with findings, the one with the worst finding first. */
export function findingLanes(rows: readonly FindingRow[], startNs: bigint, endNs: bigint): FindingLane[] {
    const length = Math.max(1, Number(endNs - startNs));
    const bySeries = new Map<string, LaneMark[]>();
    for (const row of rows) {
        const own = bySeries.get(row.where);
        if (own) {
            own.push(mark(row, startNs, length));
        } else {
            bySeries.set(row.where, [mark(row, startNs, length)]);
        }
    }
    return [...bySeries]
        .map(([name, marks]) => ({
            name,
            severity: worstSeverity(marks.map(({ row }) => row.finding)),
            marks: marks.sort((a, b) => a.start - b.start)
        }))
        .sort((a, b) => b.severity - a.severity);
}

/**
 * What is worst over all series, in pieces of equal length from the start of the trace to its end; pieces in which nothing is are left out, and
 * so is what concerns the trace as a whole. Several pieces of one finding are one mark.
 */
export function worstOverTime(lanes: readonly FindingLane[], pieces: number): LaneMark[] {
    const worst = new Array<FindingRow | undefined>(pieces).fill(undefined);
    for (const { row, start, length } of lanes.flatMap(({ marks }) => marks.filter(mark => !isOfWhole(mark)))) {
        const from = Math.floor(start * pieces);
        const to = Math.min(pieces, Math.max(from + 1, Math.ceil((start + length) * pieces)));
        for (let piece = from; piece < to; piece++) {
            if (row.finding.severity > (worst[piece]?.finding.severity ?? -1)) {
                worst[piece] = row;
            }
        }
    }
    const marks: LaneMark[] = [];
    for (const [piece, row] of worst.entries()) {
        const last = marks.at(-1);
        if (row && last?.row === row && worst[piece - 1] === row) {
            marks[marks.length - 1] = { ...last, length: last.length + 1 / pieces };
        } else if (row) {
            marks.push({ row, start: piece / pieces, length: 1 / pieces });
        }
    }
    return marks;
}

/** Whether a finding concerns the trace as a whole, more or less. */
export function isOfWhole({ length }: LaneMark): boolean {
    return length > WHOLE;
}

/** Where a finding is in the lanes; the first mark of all when it is in none, undefined when there are no lanes. */
export function placeOf(lanes: readonly FindingLane[], row: FindingRow | undefined): LanePlace | undefined {
    for (const [lane, { name, marks }] of lanes.entries()) {
        const found = name === row?.where ? marks.findIndex(each => each.row === row) : -1;
        if (found >= 0) {
            return { lane, mark: found };
        }
    }
    return lanes.length > 0 ? { lane: 0, mark: 0 } : undefined;
}

/** The mark that a key leads to: left and right in the lane, up and down to the nearest in time; undefined when it means nothing. */
export function laneStep(key: string, lanes: readonly FindingLane[], at: LanePlace): LanePlace | undefined {
    const { marks } = lanes[at.lane];
    const within = (mark: number): LanePlace => ({
        lane: at.lane,
        mark: Math.max(0, Math.min(mark, marks.length - 1))
    });
    switch (key) {
        case 'ArrowRight':
            return within(at.mark + 1);
        case 'ArrowLeft':
            return within(at.mark - 1);
        case 'Home':
            return within(0);
        case 'End':
            return within(marks.length - 1);
        case 'ArrowDown':
        case 'ArrowUp': {
            const step = key === 'ArrowDown' ? 1 : -1;
            const lane = Math.max(0, Math.min(at.lane + step, lanes.length - 1));
            return lane === at.lane ? at : { lane, mark: nearest(lanes[lane].marks, marks[at.mark]) };
        }
        default:
            return undefined;
    }
}

function nearest(marks: readonly LaneMark[], { start, length }: LaneMark): number {
    const distance = (each: LaneMark): number => Math.abs(each.start + each.length / 2 - (start + length / 2));
    return marks.reduce((best, each, index) => (distance(each) < distance(marks[best]) ? index : best), 0);
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
