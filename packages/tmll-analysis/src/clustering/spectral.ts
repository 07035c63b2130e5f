import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { distanceMatrix, Rows } from './distances';
import { kmeans } from './kmeans';

const NEIGHBOUR = 7;

/**
 * Spectral clustering (Ng, Jordan and Weiss 2002): k-means on the leading eigenvectors of the normalised affinity exp(−d²/(σᵢ σⱼ)), σ being each row's distance to its seventh
 * nearest (Zelnik-Manor and Perona 2004). For up to some hundred rows.
 * @returns the cluster of each row, numbered in the order of the rows
 */
export function spectral(rows: Rows, k: number, seed = 42): Int32Array {
    const count = rows.length;
    const distances = distanceMatrix(rows);
    const scales = rows.map((_, row) => {
        const sorted = distances.slice(row * count, (row + 1) * count).sort();
        return Math.max(sorted[Math.min(NEIGHBOUR, count - 1)], Number.MIN_VALUE);
    });
    const affinity = Matrix.zeros(count, count);
    for (let a = 0; a < count; a++) {
        for (let b = 0; b < count; b++) {
            const distance = distances[a * count + b];
            affinity.set(a, b, a === b ? 0 : Math.exp(-((distance / scales[a]) * (distance / scales[b]))));
        }
    }
    const degrees = affinity.to2DArray().map(row => Math.sqrt(row.reduce((sum, value) => sum + value, 0)) || 1);
    const normalised = Matrix.zeros(count, count);
    for (let a = 0; a < count; a++) {
        for (let b = 0; b < count; b++) {
            normalised.set(a, b, affinity.get(a, b) / (degrees[a] * degrees[b]));
        }
    }
    const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(normalised, { assumeSymmetric: true });
    const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b] - realEigenvalues[a]).slice(0, k);
    const embedded = rows.map((_, row) => {
        const vector = Float64Array.from(order, column => eigenvectorMatrix.get(row, column));
        const length = Math.hypot(...vector) || 1;
        return vector.map(value => value / length);
    });
    return kmeans(embedded, k, seed);
}
