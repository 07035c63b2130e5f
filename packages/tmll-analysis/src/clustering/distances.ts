/** Rows of numbers, all of the same length and finite. */
export type Rows = readonly Float64Array[];

/** Euclid's distance, squared. */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < a.length; index++) {
        const difference = a[index] - b[index];
        sum += difference * difference;
    }
    return sum;
}

/** Euclid's distances of all pairs, row after row. */
export function distanceMatrix(rows: Rows): Float64Array {
    const count = rows.length;
    const distances = new Float64Array(count * count);
    for (let a = 0; a < count; a++) {
        for (let b = 0; b < a; b++) {
            const distance = Math.sqrt(squaredDistance(rows[a], rows[b]));
            distances[a * count + b] = distance;
            distances[b * count + a] = distance;
        }
    }
    return distances;
}

/** Labels renamed to 0, 1, 2 … in the order in which they first occur; −1 (noise) stays. */
export function inOrder(labels: ArrayLike<number>): Int32Array {
    const names = new Map<number, number>();
    return Int32Array.from(Array.from(labels), label => {
        if (label < 0) {
            return -1;
        }
        const name = names.get(label) ?? names.size;
        names.set(label, name);
        return name;
    });
}

/** Number of clusters, noise apart. */
export function clusterCount(labels: Int32Array): number {
    return new Set(labels.filter(label => label >= 0)).size;
}

/** The mean row of each cluster. */
export function centroids(rows: Rows, labels: Int32Array): Float64Array[] {
    const count = clusterCount(labels);
    const width = rows[0]?.length ?? 0;
    const sums = Array.from({ length: count }, () => new Float64Array(width));
    const sizes = new Float64Array(count);
    rows.forEach((row, index) => {
        const label = labels[index];
        if (label >= 0) {
            sizes[label]++;
            row.forEach((value, column) => (sums[label][column] += value));
        }
    });
    return sums.map((sum, label) => sum.map(value => value / sizes[label]));
}
