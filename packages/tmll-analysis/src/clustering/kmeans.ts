import { SeededRandom } from '../statistics/seeded-random';
import { inOrder, Rows, squaredDistance } from './distances';

const STARTS = 10;
const MOST_ROUNDS = 100;

/**
 * k-means: Lloyd's rounds (1982) from ten starts chosen as Arthur and Vassilvitskii propose ("k-means++", 2007), the best of them. The same seed gives
 * the same labels.
 * @param k from 1 to the number of rows
 * @returns the cluster of each row, numbered in the order of the rows
 */
export function kmeans(rows: Rows, k: number, seed = 42): Int32Array {
    const random = new SeededRandom(seed);
    let best: { labels: Int32Array; error: number } | undefined;
    for (let start = 0; start < STARTS; start++) {
        const result = lloyd(rows, chooseCenters(rows, k, random));
        best = best === undefined || result.error < best.error ? result : best;
    }
    return inOrder(best?.labels ?? []);
}

/** Each next centre is a row, the more probable the farther it is from those before. */
function chooseCenters(rows: Rows, k: number, random: SeededRandom): Float64Array[] {
    const centers = [rows[Math.floor(random.uniform() * rows.length)]];
    const nearest = rows.map(row => squaredDistance(row, centers[0]));
    while (centers.length < k) {
        const total = nearest.reduce((sum, distance) => sum + distance, 0);
        let left = random.uniform() * total;
        let chosen = nearest.findIndex(distance => (left -= distance) < 0);
        chosen = chosen < 0 ? Math.floor(random.uniform() * rows.length) : chosen;
        centers.push(rows[chosen]);
        rows.forEach((row, index) => (nearest[index] = Math.min(nearest[index], squaredDistance(row, rows[chosen]))));
    }
    return centers.map(center => center.slice());
}

function lloyd(rows: Rows, centers: Float64Array[]): { labels: Int32Array; error: number } {
    const labels = new Int32Array(rows.length).fill(-1);
    let error = Infinity;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        let changed = false;
        error = 0;
        rows.forEach((row, index) => {
            let least = Infinity;
            let label = 0;
            centers.forEach((center, candidate) => {
                const distance = squaredDistance(row, center);
                if (distance < least) {
                    least = distance;
                    label = candidate;
                }
            });
            changed ||= labels[index] !== label;
            labels[index] = label;
            error += least;
        });
        if (!changed) {
            break;
        }
        centers.forEach((center, label) => {
            const own = rows.filter((_, index) => labels[index] === label);
            if (own.length > 0) {
                center.forEach(
                    (_, column) => (center[column] = own.reduce((sum, row) => sum + row[column], 0) / own.length)
                );
            }
        });
    }
    return { labels, error };
}
