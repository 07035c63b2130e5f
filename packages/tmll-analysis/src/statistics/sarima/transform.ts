import { SarimaModel } from './model';
import { SarimaOrder } from './order';

/**
 * Coefficients of a stationary autoregression from any real numbers x, one to one: x/√(1+x²) are taken as the partial
 * autocorrelations (Monahan, "A note on enforcing stationarity in autoregressive-moving average models", 1984), with the
 * sign that statsmodels gives them, −1.
 */
export function stationary(x: ArrayLike<number>): Float64Array {
    const coefficients = new Float64Array(x.length);
    for (let order = 0; order < x.length; order++) {
        const partial = x[order] / Math.sqrt(1 + x[order] * x[order]);
        const before = coefficients.slice(0, order);
        for (let index = 0; index < order; index++) {
            coefficients[index] = before[index] + partial * before[order - 1 - index];
        }
        coefficients[order] = partial;
    }
    return coefficients.map(value => -value);
}

/** The numbers from which `stationary` makes these coefficients; not finite when they are not stationary. */
export function unconstrained(coefficients: ArrayLike<number>): Float64Array {
    const rest = Float64Array.from(coefficients, value => -value);
    const x = new Float64Array(rest.length);
    for (let order = rest.length - 1; order >= 0; order--) {
        const partial = rest[order];
        x[order] = Math.abs(partial) < 1 ? partial / Math.sqrt(1 - partial * partial) : NaN;
        const before = rest.slice(0, order);
        for (let index = 0; index < order; index++) {
            rest[index] = (before[index] - partial * before[order - 1 - index]) / (1 - partial * partial);
        }
    }
    return x;
}

/** The coefficients of a model from as many real numbers, stationary and invertible whatever they are. */
export function constrainedModel(order: SarimaOrder, x: Float64Array): Omit<SarimaModel, 'variance'> {
    const { p, q, P, Q } = order;
    const invertible = (part: Float64Array): Float64Array => stationary(part).map(value => -value);
    return {
        order,
        ar: stationary(x.subarray(0, p)),
        ma: invertible(x.subarray(p, p + q)),
        seasonalAr: stationary(x.subarray(p + q, p + q + P)),
        seasonalMa: invertible(x.subarray(p + q + P, p + q + P + Q))
    };
}
