import { requireOrder, SarimaOrder } from './order';

/**
 * A SARIMA model with its coefficients, signs as in statsmodels: with the lag operator B and white noise ε,
 *
 * (1 − φ₁B − …)(1 − Φ₁Bˢ − …)(1 − B)ᵈ(1 − Bˢ)ᴰ y = (1 + θ₁B + …)(1 + Θ₁Bˢ + …) ε
 */
export interface SarimaModel {
    readonly order: SarimaOrder;
    /** φ, as many as `order.p`. */
    readonly ar: Float64Array;
    /** θ, as many as `order.q`. */
    readonly ma: Float64Array;
    /** Φ, as many as `order.P`. */
    readonly seasonalAr: Float64Array;
    /** Θ, as many as `order.Q`. */
    readonly seasonalMa: Float64Array;
    /** Of ε, in the squared unit of the values. */
    readonly variance: number;
}

/**
 * A model from its numbers in statsmodels' order: φ, θ, Φ, Θ, variance.
 * @throws RangeError when the order is wrong or there are not as many numbers as it asks for
 */
export function sarimaModel(order: SarimaOrder, numbers: ArrayLike<number>): SarimaModel {
    requireOrder(order);
    const { p, q, P, Q } = order;
    if (numbers.length !== p + q + P + Q + 1) {
        throw new RangeError(
            `The model has ${p + q + P + Q} coefficients and a variance, not ${numbers.length} numbers.`
        );
    }
    const all = Float64Array.from(numbers);
    return {
        order,
        ar: all.slice(0, p),
        ma: all.slice(p, p + q),
        seasonalAr: all.slice(p + q, p + q + P),
        seasonalMa: all.slice(p + q + P, p + q + P + Q),
        variance: all[p + q + P + Q]
    };
}

/** The numbers of a model in statsmodels' order: φ, θ, Φ, Θ, variance. */
export function modelNumbers(model: SarimaModel): Float64Array {
    return Float64Array.of(...model.ar, ...model.ma, ...model.seasonalAr, ...model.seasonalMa, model.variance);
}
