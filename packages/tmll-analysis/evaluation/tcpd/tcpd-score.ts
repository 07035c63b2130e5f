/** How well changes agree with what several people marked, as TCPDBench scores it (van den Burg and Williams 2020). */
export interface TcpdScore {
    /** Harmonic mean of precision (against the marks of all) and recall (the mean over people), start of the series included. */
    readonly f1: number;
    /** How well the segments of each person are covered by ours (Arbeláez et al. 2010), the mean over people. */
    readonly cover: number;
}

/** So far from a mark a change still counts as the same. */
const MARGIN = 5;

/**
 * @param annotations per person, indices of first values after a change
 * @param changes found
 * @param length of the series
 */
export function tcpdScore(
    annotations: readonly (readonly number[])[],
    changes: readonly number[],
    length: number
): TcpdScore {
    const found = withStart(changes);
    const people = annotations.map(withStart);
    const precision = matches(withStart(people.flat()), found) / found.length;
    const recall = mean(people.map(marks => matches(marks, found) / marks.length));
    return {
        f1: (2 * precision * recall) / (precision + recall) || 0,
        cover: mean(annotations.map(marks => coverOf(segmentsOf(marks, length), segmentsOf(changes, length))))
    };
}

/** The index 0 begins a segment for everyone, so that nobody has none. */
function withStart(changes: readonly number[]): number[] {
    return [...new Set([0, ...changes])].sort((a, b) => a - b);
}

/** Number of marks with a change of their own within the margin, the nearest first come. */
function matches(marks: readonly number[], changes: readonly number[]): number {
    const free = new Set(changes);
    let count = 0;
    for (const mark of marks) {
        const near = [...free].filter(change => Math.abs(change - mark) <= MARGIN);
        if (near.length > 0) {
            count++;
            free.delete(near.reduce((a, b) => (Math.abs(b - mark) < Math.abs(a - mark) ? b : a)));
        }
    }
    return count;
}

type Stretch = readonly [start: number, end: number];

function segmentsOf(changes: readonly number[], length: number): Stretch[] {
    const starts = withStart(changes);
    return starts.map((start, index) => [start, starts[index + 1] ?? length]);
}

function coverOf(segments: readonly Stretch[], ours: readonly Stretch[]): number {
    const length = segments[segments.length - 1][1];
    return segments.reduce((sum, segment) => {
        const best = Math.max(...ours.map(other => overlap(segment, other)));
        return sum + ((segment[1] - segment[0]) / length) * best;
    }, 0);
}

/** Jaccard's index of two stretches. */
function overlap([a, b]: Stretch, [c, d]: Stretch): number {
    const both = Math.max(0, Math.min(b, d) - Math.max(a, c));
    return both / (b - a + (d - c) - both);
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
