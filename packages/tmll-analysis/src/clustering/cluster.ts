import { clusterCount, Rows, squaredDistance } from './distances';
import { dbscan, suitableEps } from './dbscan';
import { hierarchical } from './hierarchical';
import { ClusterQuality, clusterQuality } from './indices';
import { kmeans } from './kmeans';
import { spectral } from './spectral';

export type ClusterMethod = 'kmeans' | 'hierarchical' | 'dbscan' | 'spectral';

export interface ClusterOptions {
    readonly method: ClusterMethod;
    /** Number of clusters; 0 = chosen, perhaps one. `dbscan` finds its own. */
    readonly clusters: number;
    /** Most clusters that are tried. */
    readonly most?: number;
    /** Reach of `dbscan`; 0 = by the distances of the rows. */
    readonly eps: number;
    /** Rows within reach that make a core of `dbscan`. */
    readonly minSamples: number;
    readonly seed: number;
}

export interface Clustering {
    /** The cluster of each row, numbered in the order of the rows; −1 for noise. */
    readonly labels: Int32Array;
    readonly count: number;
    /** Undefined for fewer than two clusters. */
    readonly quality?: ClusterQuality;
}

/** A mean silhouette below this says that there is no structure (Kaufman and Rousseeuw 1990). */
const CLEAR = 0.25;
const DEFAULT_MOST = 8;
/** Relative to the largest row, squared: rows closer than this differ by rounding only. */
const ROUNDING = 1e-18;

/**
 * Groups rows that are alike. A number of clusters that is not given is the one with the highest mean silhouette, up to `most`; where that is
 * below 0.25 all rows are one cluster.
 */
export function cluster(rows: Rows, options: ClusterOptions): Clustering {
    const { method, clusters, most = DEFAULT_MOST, eps, minSamples } = options;
    if (areEqual(rows)) {
        return described(rows, new Int32Array(rows.length));
    }
    if (method === 'dbscan') {
        return described(rows, dbscan(rows, eps > 0 ? eps : suitableEps(rows, minSamples), minSamples));
    }
    if (clusters > 0) {
        return described(rows, labelsOf(rows, Math.min(clusters, rows.length), options));
    }
    let best = described(rows, new Int32Array(rows.length));
    for (let k = 2; k <= Math.min(most, rows.length - 1); k++) {
        const candidate = described(rows, labelsOf(rows, k, options));
        const silhouette = candidate.quality?.silhouette ?? -1;
        best = silhouette >= CLEAR && silhouette > (best.quality?.silhouette ?? -1) ? candidate : best;
    }
    return best;
}

/** Up to rounding. */
function areEqual(rows: Rows): boolean {
    const size = rows.reduce((most, row) => Math.max(most, squaredDistance(row, new Float64Array(row.length))), 0);
    return rows.every(row => squaredDistance(row, rows[0]) <= ROUNDING * size);
}

function labelsOf(rows: Rows, k: number, { method, seed }: ClusterOptions): Int32Array {
    switch (method) {
        case 'hierarchical':
            return hierarchical(rows, k);
        case 'spectral':
            return spectral(rows, k, seed);
        default:
            return kmeans(rows, k, seed);
    }
}

function described(rows: Rows, labels: Int32Array): Clustering {
    const quality = clusterQuality(rows, labels);
    return { labels, count: clusterCount(labels), ...(quality === undefined ? {} : { quality }) };
}
