import { inOrder, Rows, squaredDistance } from './distances';

/** How far apart two clusters are: by what their union would add to the squares, or by the mean distance of their rows. */
export type Linkage = 'ward' | 'average';

/**
 * Agglomerative clustering: each row is a cluster, and the two nearest become one until k are left, with the distances updated as Lance and Williams
 * (1967) do. In n² · n steps at most; for up to some thousand rows.
 * @returns the cluster of each row, numbered in the order of the rows
 */
export function hierarchical(rows: Rows, k: number, linkage: Linkage = 'ward'): Int32Array {
    const count = rows.length;
    const distances = rows.map(row =>
        Float64Array.from(rows, other => {
            const square = squaredDistance(row, other);
            return linkage === 'ward' ? square : Math.sqrt(square);
        })
    );
    const sizes = new Float64Array(count).fill(1);
    const parents = Int32Array.from({ length: count }, (_, index) => index);
    const living = new Set(parents);
    while (living.size > Math.max(1, k)) {
        const [a, b] = nearestPair(living, distances);
        for (const other of living) {
            if (other !== a && other !== b) {
                const distance = updated(
                    linkage,
                    [sizes[a], sizes[b], sizes[other]],
                    [distances[a][other], distances[b][other], distances[a][b]]
                );
                distances[a][other] = distance;
                distances[other][a] = distance;
            }
        }
        sizes[a] += sizes[b];
        parents[b] = a;
        living.delete(b);
    }
    const rootOf = (index: number): number => (parents[index] === index ? index : rootOf(parents[index]));
    return inOrder(Int32Array.from({ length: count }, (_, index) => rootOf(index)));
}

function nearestPair(living: ReadonlySet<number>, distances: readonly Float64Array[]): readonly [number, number] {
    let pair: readonly [number, number] = [0, 0];
    let least = Infinity;
    const all = [...living];
    for (let first = 0; first < all.length; first++) {
        const row = distances[all[first]];
        for (let second = first + 1; second < all.length; second++) {
            if (row[all[second]] < least) {
                least = row[all[second]];
                pair = [all[first], all[second]];
            }
        }
    }
    return pair;
}

/** Of the union of a and b to another cluster. Ward's distances are squared ones. */
function updated(
    linkage: Linkage,
    [a, b, other]: readonly [number, number, number],
    [toA, toB, between]: readonly [number, number, number]
): number {
    return linkage === 'ward'
        ? ((a + other) * toA + (b + other) * toB - other * between) / (a + b + other)
        : (a * toA + b * toB) / (a + b);
}
