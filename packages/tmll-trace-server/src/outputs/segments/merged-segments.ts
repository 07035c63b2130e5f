import type { SegmentTable } from './segment-table';

/** The segments of a trace. */
export interface SegmentPart {
    /** Ns since the epoch of the trace's origin. */
    readonly origin: bigint;
    readonly segments: SegmentTable;
}

/** A segment with its times in ns since the epoch. */
export interface PlacedSegment {
    readonly segments: SegmentTable;
    readonly rank: number;
    readonly start: bigint;
    readonly end: bigint;
}

/** The segments of several traces in the order of their starts. */
export class MergedSegments {
    /** Of each line: the part it is of, and its rank there; of one part alone its own order says all. */
    private readonly lines: { readonly part: Uint16Array; readonly rank: Uint32Array } | undefined;

    constructor(private readonly parts: readonly SegmentPart[]) {
        this.lines = parts.length > 1 ? merge(parts) : undefined;
    }

    get length(): number {
        return this.parts.reduce((sum, { segments }) => sum + segments.length, 0);
    }

    /** The segment at a position in [0, length). */
    at(position: number): PlacedSegment {
        const { origin, segments } = this.parts[this.lines?.part[position] ?? 0];
        const rank = this.lines?.rank[position] ?? segments.byStart[position];
        const { start, end } = segments.at(rank);
        return { segments, rank, start: origin + BigInt(start), end: origin + BigInt(end) };
    }

    /** How many segments start before a time in ns since the epoch. */
    startingBefore(time: bigint): number {
        return this.parts.reduce(
            (sum, { origin, segments }) => sum + segments.startingBefore(Number(time - origin)),
            0
        );
    }
}

function merge(parts: readonly SegmentPart[]): { part: Uint16Array; rank: Uint32Array } {
    const length = parts.reduce((sum, { segments }) => sum + segments.length, 0);
    const merged = { part: new Uint16Array(length), rank: new Uint32Array(length) };
    const next = parts.map(() => 0);
    for (let position = 0; position < length; position++) {
        let first = -1;
        let earliest: bigint | undefined;
        parts.forEach(({ origin, segments }, index) => {
            if (next[index] < segments.length) {
                const start = origin + BigInt(segments.at(segments.byStart[next[index]]).start);
                if (earliest === undefined || start < earliest) {
                    first = index;
                    earliest = start;
                }
            }
        });
        merged.part[position] = first;
        merged.rank[position] = parts[first].segments.byStart[next[first]++];
    }
    return merged;
}
