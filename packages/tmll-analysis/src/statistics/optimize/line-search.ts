import { centralGradient, Objective } from './gradient';

/** A point with the objective's value and gradient there. */
export interface Evaluation {
    readonly x: Float64Array;
    readonly value: number;
    readonly gradient: Float64Array;
}

/** Share of the decrease promised by the slope that a step must reach. */
const SUFFICIENT_DECREASE = 1e-4;
/** Share of the slope that may be left after a step. */
const CURVATURE = 0.9;
const TRIALS = 40;

/**
 * A step along a direction of descent that meets the weak Wolfe conditions, by bisection between steps that are too long
 * and too short (Lewis and Overton, "Nonsmooth optimization via quasi-Newton methods", 2013). Undefined values count as
 * too long. When there is no such step, the best one that decreases the objective; undefined when there is none either.
 */
export function lineSearch(objective: Objective, from: Evaluation, direction: Float64Array): Evaluation | undefined {
    const slope = dot(from.gradient, direction);
    let shortest = 0;
    let longest = Infinity;
    let step = 1;
    let best: Evaluation | undefined;
    for (let trial = 0; trial < TRIALS; trial++) {
        const length = step;
        const x = from.x.map((value, index) => value + length * direction[index]);
        const value = objective(x);
        if (!(value <= from.value + SUFFICIENT_DECREASE * step * slope)) {
            longest = step;
        } else {
            const reached = { x, value, gradient: centralGradient(objective, x) };
            best = best === undefined || value < best.value ? reached : best;
            if (!(dot(reached.gradient, direction) < CURVATURE * slope)) {
                return reached;
            }
            shortest = step;
        }
        step = longest < Infinity ? (shortest + longest) / 2 : 2 * shortest;
    }
    return best;
}

/** The sum of the products of the components. */
export function dot(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < a.length; index++) {
        sum += a[index] * b[index];
    }
    return sum;
}
