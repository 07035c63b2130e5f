import { centralGradient, Objective } from './gradient';
import { dot, Evaluation, lineSearch } from './line-search';

export interface MinimizeOptions {
    /** Most steps taken; 100 by default. */
    readonly maxIterations?: number;
    /** Ends when no component of the gradient is larger; 1e-6 by default. */
    readonly gradientTolerance?: number;
    /** Ends when a step lowers the objective by less than this share of it (of 1, where it is smaller); 1e-12 by default. */
    readonly valueTolerance?: number;
    /** Asked before each step; `true` ends the search with the best point so far. */
    readonly shouldStop?: () => boolean;
}

export interface Minimum {
    readonly x: Float64Array;
    readonly value: number;
    readonly iterations: number;
    /** Whether a tolerance ended the search, and neither the limit nor `shouldStop`. */
    readonly converged: boolean;
}

/**
 * A local minimum by the method of Broyden, Fletcher, Goldfarb and Shanno with a dense inverse Hessian (Nocedal and
 * Wright, "Numerical Optimization", 2006, algorithm 6.1), meant for up to some ten variables. The gradient is taken by
 * central differences. Deterministic; `start` is not changed.
 *
 * @throws RangeError when the objective is not finite at the start
 */
export function minimize(objective: Objective, start: Float64Array, options: MinimizeOptions = {}): Minimum {
    const { maxIterations = 100, gradientTolerance = 1e-6, valueTolerance = 1e-12, shouldStop } = options;
    let current = evaluate(objective, Float64Array.from(start));
    if (!Number.isFinite(current.value)) {
        throw new RangeError(`A minimum is searched from where the objective is finite; it is ${current.value} there.`);
    }
    let inverse = new InverseHessian(start.length);
    for (let iterations = 0; ; iterations++) {
        const { x, value } = current;
        if (!current.gradient.some(component => Math.abs(component) > gradientTolerance)) {
            return { x, value, iterations, converged: true };
        }
        if (iterations >= maxIterations || shouldStop?.() === true) {
            return { x, value, iterations, converged: false };
        }
        const next = step(objective, current, inverse);
        if (next === undefined) {
            // No step goes down, not even along the gradient: this is as exact as the differences can tell.
            return { x, value, iterations, converged: true };
        }
        if (next.restarted) {
            inverse = new InverseHessian(start.length);
        }
        inverse.learn(current, next.reached);
        const decrease = value - next.reached.value;
        current = next.reached;
        if (decrease <= valueTolerance * Math.max(1, Math.abs(value))) {
            return { x: current.x, value: current.value, iterations: iterations + 1, converged: true };
        }
    }
}

/** A step along the quasi-Newton direction or, where that leads nowhere, along the steepest descent. */
function step(
    objective: Objective,
    from: Evaluation,
    inverse: InverseHessian
): { reached: Evaluation; restarted: boolean } | undefined {
    const direction = inverse.direction(from.gradient);
    const reached = dot(direction, from.gradient) < 0 ? lineSearch(objective, from, direction) : undefined;
    if (reached !== undefined) {
        return { reached, restarted: false };
    }
    const length = Math.sqrt(dot(from.gradient, from.gradient));
    const steepest = lineSearch(
        objective,
        from,
        from.gradient.map(component => -component / Math.max(1, length))
    );
    return steepest === undefined ? undefined : { reached: steepest, restarted: true };
}

function evaluate(objective: Objective, x: Float64Array): Evaluation {
    return { x, value: objective(x), gradient: centralGradient(objective, x) };
}

/** What the steps so far tell of the objective's curvature. */
class InverseHessian {
    private readonly rows: Float64Array[];
    private fresh = true;

    constructor(private readonly size: number) {
        this.rows = Array.from({ length: size }, (_, row) => Float64Array.from({ length: size }, (_, k) => +(k === row)));
    }

    /** Where the minimum of the quadratic model lies from here; before the first step a unit step downhill at most. */
    direction(gradient: Float64Array): Float64Array {
        const scale = this.fresh ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
        return Float64Array.from(this.rows, row => -scale * dot(row, gradient));
    }

    /** The BFGS update; left out where the curvature along the step is not positive. */
    learn(before: Evaluation, after: Evaluation): void {
        const step = after.x.map((value, index) => value - before.x[index]);
        const change = after.gradient.map((value, index) => value - before.gradient[index]);
        const curvature = dot(step, change);
        if (!(curvature > 1e-12 * Math.sqrt(dot(step, step) * dot(change, change)))) {
            return;
        }
        if (this.fresh) {
            const scale = curvature / dot(change, change);
            this.rows.forEach(row => row.forEach((value, column) => (row[column] = value * scale)));
            this.fresh = false;
        }
        const image = Float64Array.from(this.rows, row => dot(row, change));
        const factor = (1 + dot(change, image) / curvature) / curvature;
        for (let i = 0; i < this.size; i++) {
            for (let j = 0; j < this.size; j++) {
                this.rows[i][j] += factor * step[i] * step[j] - (image[i] * step[j] + step[i] * image[j]) / curvature;
            }
        }
    }
}
