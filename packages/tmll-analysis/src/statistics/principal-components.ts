import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Directions in which rows vary most, the first the most. */
export interface PrincipalComponents {
    /** Unit vectors, one after the other, each as long as a row. */
    readonly components: Float64Array;
    readonly count: number;
    /** Share of the variance that lies in each of them. */
    readonly shares: Float64Array;
}

/**
 * The principal components of a covariance matrix: its eigenvectors by descending eigenvalue (Hotelling 1933). The sign of
 * each is chosen so that the sum of its elements is not negative.
 * @param covariance a symmetric matrix, row after row
 * @param count how many, at most as many as it has rows
 */
export function principalComponents(covariance: Float64Array, count: number): PrincipalComponents {
    const size = Math.sqrt(covariance.length);
    const matrix = Matrix.from1DArray(size, size, covariance);
    const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
    const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b] - realEigenvalues[a]);
    const total = realEigenvalues.reduce((sum, value) => sum + Math.max(0, value), 0);
    const components = new Float64Array(count * size);
    const shares = new Float64Array(count);
    for (let place = 0; place < count; place++) {
        components.set(upright(eigenvectorMatrix.getColumn(order[place])), place * size);
        shares[place] = Math.max(0, realEigenvalues[order[place]]) / total;
    }
    return { components, count, shares };
}

/** A vector or its opposite, whichever does not sum up to less than 0. */
function upright(vector: readonly number[]): number[] {
    const sum = vector.reduce((total, element) => total + element, 0);
    return vector.map(element => (sum < 0 ? -element : element));
}
