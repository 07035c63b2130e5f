import { inOrder, Rows, squaredDistance } from './distances';

/**
 * Density-based clustering (Ester, Kriegel, Sander and Xu 1996): rows with at least `minSamples` rows, itself among them, within `eps` are cores; cores within
 * reach of each other and what lies within reach of them are a cluster, all else is noise.
 * @returns the cluster of each row, numbered in the order of the rows; −1 for noise
 */
export function dbscan(rows: Rows, eps: number, minSamples: number): Int32Array {
    const near = rows.map(row =>
        rows.flatMap((other, index) => (squaredDistance(row, other) <= eps * eps ? [index] : []))
    );
    const labels = new Int32Array(rows.length).fill(-1);
    let clusters = 0;
    rows.forEach((_, seed) => {
        if (labels[seed] >= 0 || near[seed].length < minSamples) {
            return;
        }
        const open = [seed];
        labels[seed] = clusters;
        for (let index = open.pop(); index !== undefined; index = open.pop()) {
            for (const reached of near[index].length >= minSamples ? near[index] : []) {
                if (labels[reached] < 0) {
                    labels[reached] = clusters;
                    open.push(reached);
                }
            }
        }
        clusters++;
    });
    return inOrder(labels);
}

/** A reach that suits the rows: the 90 % quantile of the distances to the `minSamples`-th nearest row, itself among them. */
export function suitableEps(rows: Rows, minSamples: number): number {
    const reaches = rows
        .map(row => {
            const sorted = rows.map(other => squaredDistance(row, other)).sort((a, b) => a - b);
            return Math.sqrt(sorted[Math.min(minSamples, sorted.length) - 1]);
        })
        .sort((a, b) => a - b);
    return reaches[Math.floor(0.9 * (reaches.length - 1))] ?? 0;
}
