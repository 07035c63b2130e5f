import { Objective } from '../optimize/gradient';
import { minimize, MinimizeOptions } from '../optimize/minimize';
import { computeInnovations, innovationsSpace } from './innovations';
import { armaOf, differencing } from './lag-polynomial';
import { differencedAway, SarimaOrder } from './order';
import { constrainedModel } from './transform';

/**
 * Partial autocorrelations that are tried for the first term of each part, −φ and θ where it is the only one: often the
 * first is near 1, and the second near −1 after too many differences.
 */
const AUTOREGRESSIVE = [0.5, 0, -0.5, -0.9];
const MOVING_AVERAGE = [-0.9, -0.5, 0, 0.5];
/** And for the second term. */
const SECOND = [-0.6, 0, 0.6];
/** Points of the grid from which the search goes on. */
const KEPT = 3;
/** Values that suffice to choose them. */
const SHORT = 2000;

/**
 * Points of the unconstrained parameter space near which the likelihood is great: the least conditional sums of squares
 * (Box and Jenkins 1970, 7.1), searched from the best points of a coarse grid. A sum costs much less than a likelihood,
 * and the grid keeps the search out of the lesser maxima where autoregression and moving average nearly cancel.
 *
 * @param values the first ones, as many as differencing uses up, must be there
 */
export function startParameters(
    order: SarimaOrder,
    values: Float64Array,
    { shouldStop }: MinimizeOptions = {}
): readonly Float64Array[] {
    const rough = conditionalObjective(
        order,
        values.subarray(0, differencedAway(order) + Math.max(SHORT, 6 * order.s))
    );
    const objective = conditionalObjective(order, values);
    return grid(order)
        .map(x => ({ x, value: rough(x) }))
        .filter(({ value }) => Number.isFinite(value))
        .sort((a, b) => a.value - b.value)
        .slice(0, KEPT)
        .map(({ x }) => minimize(objective, x, { maxIterations: 30, gradientTolerance: 1e-4, shouldStop }).x);
}

/** The logarithm of the conditional sum of squares, which makes the search independent of the unit. */
function conditionalObjective(order: SarimaOrder, values: Float64Array): Objective {
    const difference = differencing(order);
    const space = innovationsSpace(values.length);
    return x => {
        computeInnovations(armaOf(constrainedModel(order, x)), difference, values, 'zero', space);
        return Math.log(sumOfSquares(space.errors));
    };
}

function sumOfSquares(errors: Float64Array): number {
    let sum = 0;
    for (let t = 0; t < errors.length; t++) {
        const error = errors[t];
        sum += error === error ? error * error : 0;
    }
    return sum;
}

/** The first number of each part, and the second of those within a period, take the values tried; the others are 0. */
function grid({ p, q, P, Q }: SarimaOrder): Float64Array[] {
    const parts: readonly [number, ...(readonly number[])[]][] = [
        [p, AUTOREGRESSIVE, SECOND],
        [q, MOVING_AVERAGE, SECOND],
        [P, AUTOREGRESSIVE],
        [Q, MOVING_AVERAGE]
    ];
    let points: number[][] = [[]];
    for (const [length, ...tried] of parts) {
        for (let place = 0; place < length; place++) {
            const numbers = (tried[place] ?? [0]).map(value => value / Math.sqrt(1 - value * value));
            points = points.flatMap(point => numbers.map(number => [...point, number]));
        }
    }
    return points.map(point => Float64Array.from(point));
}
