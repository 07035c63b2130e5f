/**
 * An order of series that brings those together that move together, in the same or in opposite direction: the leaves of the
 * tree that average linkage builds on the distances 1 − |r|. Of two branches the one with the lower index comes first, so
 * that equal input gives an equal order.
 *
 * @param coefficients square and symmetric
 * @returns the indexes of the series
 */
export function clusterOrder(coefficients: readonly (readonly number[])[]): number[] {
    const clusters: number[][] = coefficients.map((_, index) => [index]);
    const distances = coefficients.map(row => row.map(coefficient => 1 - Math.abs(coefficient)));
    while (clusters.length > 1) {
        const [first, second] = closest(distances);
        distances.forEach(row => {
            const [a, b] = [clusters[first].length, clusters[second].length];
            row[first] = (row[first] * a + row[second] * b) / (a + b);
        });
        distances[first] = distances.map(row => row[first]);
        distances.splice(second, 1);
        distances.forEach(row => row.splice(second, 1));
        clusters[first] = [...clusters[first], ...clusters[second]];
        clusters.splice(second, 1);
    }
    return clusters[0] ?? [];
}

function closest(distances: readonly (readonly number[])[]): [number, number] {
    let best: [number, number] = [0, 1];
    for (let second = 1; second < distances.length; second++) {
        for (let first = 0; first < second; first++) {
            if (distances[first][second] < distances[best[0]][best[1]]) {
                best = [first, second];
            }
        }
    }
    return best;
}
