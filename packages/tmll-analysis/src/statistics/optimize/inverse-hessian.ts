import { dot, Evaluation } from './line-search';

/** What the steps of a search tell of the objective's curvature: an estimate of the inverse of its second derivatives. */
export class InverseHessian {
    private constructor(
        private readonly rows: readonly Float64Array[],
        private readonly known: boolean
    ) {}

    /** Before the first step. */
    static unknown(size: number): InverseHessian {
        const rows = Array.from({ length: size }, (_, row) => unitVector(row, size));
        return new InverseHessian(rows, false);
    }

    /** Where the minimum of the quadratic model lies from here; before the first step downhill, at most 1 away. */
    direction(gradient: Float64Array): Float64Array {
        const scale = this.known ? 1 : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
        return Float64Array.from(this.rows, row => -scale * dot(row, gradient));
    }

    /** The BFGS update by a step; none where the curvature along it is not positive. */
    updated(before: Evaluation, after: Evaluation): InverseHessian {
        const step = after.x.map((value, index) => value - before.x[index]);
        const change = after.gradient.map((value, index) => value - before.gradient[index]);
        const curvature = dot(step, change);
        if (!(curvature > 1e-12 * Math.sqrt(dot(step, step) * dot(change, change)))) {
            return this;
        }
        // The first step tells the scale; 1 has been a guess.
        const scale = this.known ? 1 : curvature / dot(change, change);
        const scaled = this.rows.map(row => row.map(value => value * scale));
        const image = Float64Array.from(scaled, row => dot(row, change));
        const factor = (1 + dot(change, image) / curvature) / curvature;
        const rows = scaled.map((row, i) =>
            row.map(
                (value, j) => value + factor * step[i] * step[j] - (image[i] * step[j] + step[i] * image[j]) / curvature
            )
        );
        return new InverseHessian(rows, true);
    }
}

function unitVector(place: number, length: number): Float64Array {
    const vector = new Float64Array(length);
    vector[place] = 1;
    return vector;
}
