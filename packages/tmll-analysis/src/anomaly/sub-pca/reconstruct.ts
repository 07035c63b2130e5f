import { principalComponents, PrincipalComponents } from '../../statistics/principal-components';
import { windowStarts } from '../windows';

/** Windows that the components are learned from, at most; evenly spread over a longer series. */
const MOST_WINDOWS = 4000;

/** As many windows as this cover each point. */
const COVERING = 8;

/**
 * What the usual shapes of a series make of each of its values: the mean of the reconstructions of the windows that it lies
 * in, each its own mean and what the principal components of all windows, less their means, have in common with it. The
 * smoothing step of singular spectrum analysis (Golyandina, Nekrutkin and Zhigljavsky 2001) with centred windows.
 * @param values none missing
 * @param size length of a window, no more than there are values
 * @param components number of components, at most `size`
 */
export function reconstruct(values: Float64Array, size: number, components: number): Float64Array {
    const shapes = principalComponents(covarianceOfWindows(values, size), components);
    const sums = new Float64Array(values.length);
    const counts = new Uint8Array(values.length);
    const window = new Float64Array(size);
    for (const start of windowStarts(values.length, size, Math.max(1, Math.floor(size / COVERING)))) {
        const mean = centre(values, start, window);
        addReconstruction(window, shapes, sums.subarray(start, start + size));
        for (let index = start; index < start + size; index++) {
            sums[index] += mean;
            counts[index]++;
        }
    }
    return sums.map((sum, index) => sum / counts[index]);
}

/** Copies a window, less its mean, and returns that. */
function centre(values: Float64Array, start: number, window: Float64Array): number {
    let sum = 0;
    for (let place = 0; place < window.length; place++) {
        sum += values[start + place];
    }
    const mean = sum / window.length;
    for (let place = 0; place < window.length; place++) {
        window[place] = values[start + place] - mean;
    }
    return mean;
}

function covarianceOfWindows(values: Float64Array, size: number): Float64Array {
    const starts = windowStarts(values.length, size, Math.max(1, Math.ceil((values.length - size) / MOST_WINDOWS)));
    const sums = new Float64Array(size * size);
    const window = new Float64Array(size);
    for (const start of starts) {
        centre(values, start, window);
        for (let row = 0; row < size; row++) {
            const value = window[row];
            for (let column = row; column < size; column++) {
                sums[row * size + column] += value * window[column];
            }
        }
    }
    return sums.map((_, cell) => {
        const row = Math.floor(cell / size);
        const column = cell % size;
        return sums[Math.min(row, column) * size + Math.max(row, column)] / starts.length;
    });
}

function addReconstruction(window: Float64Array, { components, count }: PrincipalComponents, sums: Float64Array): void {
    const size = window.length;
    for (let first = 0; first < count * size; first += size) {
        let part = 0;
        for (let place = 0; place < size; place++) {
            part += components[first + place] * window[place];
        }
        for (let place = 0; place < size; place++) {
            sums[place] += part * components[first + place];
        }
    }
}
