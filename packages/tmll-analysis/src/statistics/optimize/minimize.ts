import { centralGradient, Objective } from './gradient';
import { InverseHessian } from './inverse-hessian';
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
    /** From the search for a minimum of a similar objective nearby: spares the steps that find out the scales. */
    readonly inverseHessian?: InverseHessian;
}

export interface Minimum {
    readonly x: Float64Array;
    readonly value: number;
    readonly iterations: number;
    /** Whether a tolerance ended the search, and neither the limit nor `shouldStop`. */
    readonly converged: boolean;
    readonly inverseHessian: InverseHessian;
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
    let inverseHessian = options.inverseHessian ?? InverseHessian.unknown(start.length);
    for (let iterations = 0; ; iterations++) {
        const { x, value } = current;
        if (!current.gradient.some(component => Math.abs(component) > gradientTolerance)) {
            return { x, value, iterations, converged: true, inverseHessian };
        }
        if (iterations >= maxIterations || shouldStop?.() === true) {
            return { x, value, iterations, converged: false, inverseHessian };
        }
        const next = step(objective, current, inverseHessian);
        if (next === undefined) {
            // No step goes down, not even along the gradient: this is as exact as the differences can tell.
            return { x, value, iterations, converged: true, inverseHessian };
        }
        inverseHessian = next.inverseHessian.updated(current, next.reached);
        current = next.reached;
        if (value - current.value <= valueTolerance * Math.max(1, Math.abs(value))) {
            return { x: current.x, value: current.value, iterations: iterations + 1, converged: true, inverseHessian };
        }
    }
}

/** A step along the quasi-Newton direction or, where that leads nowhere, along the steepest descent. */
function step(
    objective: Objective,
    from: Evaluation,
    inverseHessian: InverseHessian
): { reached: Evaluation; inverseHessian: InverseHessian } | undefined {
    const direction = inverseHessian.direction(from.gradient);
    const reached = dot(direction, from.gradient) < 0 ? lineSearch(objective, from, direction) : undefined;
    if (reached !== undefined) {
        return { reached, inverseHessian };
    }
    const unknown = InverseHessian.unknown(from.x.length);
    const steepest = lineSearch(objective, from, unknown.direction(from.gradient));
    return steepest === undefined ? undefined : { reached: steepest, inverseHessian: unknown };
}

function evaluate(objective: Objective, x: Float64Array): Evaluation {
    return { x, value: objective(x), gradient: centralGradient(objective, x) };
}
