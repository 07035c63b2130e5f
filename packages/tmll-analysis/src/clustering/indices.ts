import { centroids, clusterCount, Rows, squaredDistance } from './distances';

/** How well a clustering tells rows apart; noise is left out. Undefined for fewer than two clusters. */
export interface ClusterQuality {
    /** Mean over the rows, −1 to 1, the more the better (Rousseeuw 1987). */
    readonly silhouette: number;
    /** From 0 on, the less the better (Davies and Bouldin 1979). */
    readonly daviesBouldin: number;
    /** From 0 on, the more the better (Caliński and Harabasz 1974); 1 for clusters of equal rows, as scikit-learn has it. */
    readonly calinskiHarabasz: number;
}

/** All three, as scikit-learn defines them. */
export function clusterQuality(rows: Rows, labels: Int32Array): ClusterQuality | undefined {
    const kept = rows.filter((_, index) => labels[index] >= 0);
    const own = labels.filter(label => label >= 0);
    const count = clusterCount(own);
    return count < 2 || count >= kept.length
        ? undefined
        : {
              silhouette: mean(silhouettes(kept, own)),
              daviesBouldin: daviesBouldin(kept, own),
              calinskiHarabasz: calinskiHarabasz(kept, own)
          };
}

/** Of each row: (b − a)/max(a, b), a its mean distance within its cluster, b that to the nearest other; 0 for a cluster of one. */
export function silhouettes(rows: Rows, labels: Int32Array): Float64Array {
    const count = clusterCount(labels);
    const sizes = new Float64Array(count);
    labels.forEach(label => sizes[label]++);
    return Float64Array.from(rows, (row, index) => {
        const sums = new Float64Array(count);
        rows.forEach((other, place) => (sums[labels[place]] += Math.sqrt(squaredDistance(row, other))));
        const own = labels[index];
        if (sizes[own] < 2) {
            return 0;
        }
        const within = sums[own] / (sizes[own] - 1);
        let nearest = Infinity;
        sums.forEach((sum, label) => (nearest = label === own ? nearest : Math.min(nearest, sum / sizes[label])));
        const largest = Math.max(within, nearest);
        return largest > 0 ? (nearest - within) / largest : 0;
    });
}

function daviesBouldin(rows: Rows, labels: Int32Array): number {
    const centers = centroids(rows, labels);
    const spreads = centers.map((center, label) =>
        mean(rows.filter((_, index) => labels[index] === label).map(row => Math.sqrt(squaredDistance(row, center))))
    );
    return mean(
        centers.map((center, a) =>
            Math.max(
                ...centers.map((other, b) => {
                    const apart = Math.sqrt(squaredDistance(center, other));
                    return a === b || apart === 0 ? 0 : (spreads[a] + spreads[b]) / apart;
                })
            )
        )
    );
}

function calinskiHarabasz(rows: Rows, labels: Int32Array): number {
    const centers = centroids(rows, labels);
    const [middle] = centroids(rows, new Int32Array(rows.length));
    let between = 0;
    let within = 0;
    rows.forEach((row, index) => {
        between += squaredDistance(centers[labels[index]], middle);
        within += squaredDistance(row, centers[labels[index]]);
    });
    const freedom = (rows.length - centers.length) / (centers.length - 1);
    return within === 0 ? 1 : (between / within) * freedom;
}

function mean(values: ArrayLike<number>): number {
    return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
