/** Windows that are flatter than this part of the whole series are not stretched any more: their shape is noise. */
const LEAST_SPREAD = 0.05;
/** Windows that overlap by more than three quarters resemble each other because they are the same. */
const EXCLUDED = 1 / 4;

/**
 * The matrix profile of a series: for each window the distance to the one most like it, so that a high value means a shape
 * that occurs once. Windows are z-normalized first, by their own mean and deviation, but no less than a twentieth of that of
 * the whole: the distance is 0 for equal shapes and 2√m for opposite ones, of m points.
 *
 * Yeh et al., "Matrix Profile I", ICDM 2016; computed along the diagonals of the matrix (Zhu et al., "SCRIMP++", ICDM 2018).
 * Quadratic in the number of windows: 8,192 take about a tenth of a second.
 * @param values none missing
 * @param size number of points in a window, from 2 on
 * @returns one per window, by its first point; Infinity where no other window is far enough away, empty when none fits
 */
export function matrixProfile(values: Float64Array, size: number): Float64Array {
    const count = Math.max(0, values.length - size + 1);
    const nearest = new Float64Array(count).fill(Infinity);
    const { centred, mean, scale, weight } = windowShapes(values, size, count);
    for (let lag = Math.ceil(size * EXCLUDED) + 1; lag < count; lag++) {
        let product = 0;
        for (let place = 0; place < size; place++) {
            product += centred[place] * centred[place + lag];
        }
        for (let first = 0, second = lag; second < count; first++, second++) {
            if (first > 0) {
                product +=
                    centred[first + size - 1] * centred[second + size - 1] - centred[first - 1] * centred[second - 1];
            }
            const common = (product - size * mean[first] * mean[second]) * scale[first] * scale[second];
            const squared = weight[first] + weight[second] - 2 * common;
            nearest[first] = squared < nearest[first] ? squared : nearest[first];
            nearest[second] = squared < nearest[second] ? squared : nearest[second];
        }
    }
    return nearest.map(squared => Math.sqrt(Math.max(0, squared)));
}

interface WindowShapes {
    /** The values less their mean, which keeps products small. */
    readonly centred: Float64Array;
    /** By window: its mean, one over what it is divided by, and the square of its length after that. */
    readonly mean: Float64Array;
    readonly scale: Float64Array;
    readonly weight: Float64Array;
}

function windowShapes(values: Float64Array, size: number, count: number): WindowShapes {
    const whole = values.reduce((sum, value) => sum + value, 0) / values.length;
    const centred = values.map(value => value - whole);
    const variance = centred.reduce((sum, value) => sum + value * value, 0) / values.length;
    const least = LEAST_SPREAD * Math.sqrt(variance);
    const mean = new Float64Array(count);
    const scale = new Float64Array(count);
    const weight = new Float64Array(count);
    for (let first = 0; first < count; first++) {
        let sum = 0;
        for (let place = first; place < first + size; place++) {
            sum += centred[place];
        }
        mean[first] = sum / size;
        let squares = 0;
        for (let place = first; place < first + size; place++) {
            squares += (centred[place] - mean[first]) ** 2;
        }
        const divisor = Math.max(least, Math.sqrt(squares / size));
        scale[first] = divisor > 0 ? 1 / divisor : 0;
        weight[first] = squares * scale[first] ** 2;
    }
    return { centred, mean, scale, weight };
}
