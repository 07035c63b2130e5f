import { SarimaModel } from './model';
import { armaStates, SarimaOrder } from './order';

/**
 * 1 + Σ coefficients[k] · B^lags[k], with B the lag operator. Only the lags that occur are kept: with a period of 300
 * points a polynomial of degree 301 has three of them.
 */
export interface LagPolynomial {
    /** Ascending, from 1 on. */
    readonly lags: Int32Array;
    readonly coefficients: Float64Array;
}

/** 1 + c₁Bˢ + c₂B²ˢ + … */
export function lagPolynomial(coefficients: ArrayLike<number>, s = 1): LagPolynomial {
    return {
        lags: Int32Array.from(coefficients, (_, index) => (index + 1) * s),
        coefficients: Float64Array.from(coefficients)
    };
}

export function multiply(a: LagPolynomial, b: LagPolynomial): LagPolynomial {
    const terms = new Map<number, number>();
    const add = (lag: number, value: number): void => void terms.set(lag, (terms.get(lag) ?? 0) + value);
    a.lags.forEach((lag, i) => add(lag, a.coefficients[i]));
    b.lags.forEach((lag, j) => add(lag, b.coefficients[j]));
    a.lags.forEach((lag, i) => b.lags.forEach((other, j) => add(lag + other, a.coefficients[i] * b.coefficients[j])));
    const lags = Int32Array.from(terms.keys()).sort();
    return { lags, coefficients: Float64Array.from(lags, lag => terms.get(lag) ?? 0) };
}

/** (1 − B)ᵈ(1 − Bˢ)ᴰ: what turns the values into the differenced process. */
export function differencing({ d, D, s }: SarimaOrder): LagPolynomial {
    let product = lagPolynomial([]);
    for (let index = 0; index < d + D; index++) {
        product = multiply(product, lagPolynomial([-1], index < d ? 1 : s));
    }
    return product;
}

/** The differenced process w = φ₁w₋₁ + … + ε + θ₁ε₋₁ + …, both sides multiplied out, the noise of variance 1. */
export interface Arma {
    /** Lags and φ, signs as above: not those of the polynomial 1 − φ₁B − …. */
    readonly ar: LagPolynomial;
    readonly ma: LagPolynomial;
    /** States in Harvey's form; no lag of `ar` is above it, none of `ma` reaches it. */
    readonly states: number;
}

/** The differenced process of a model. */
export function armaOf(model: Omit<SarimaModel, 'variance'>): Arma {
    const { s } = model.order;
    const ar = multiply(lagPolynomial(negative(model.ar)), lagPolynomial(negative(model.seasonalAr), s));
    return {
        ar: { lags: ar.lags, coefficients: negative(ar.coefficients) },
        ma: multiply(lagPolynomial(model.ma), lagPolynomial(model.seasonalMa, s)),
        states: armaStates(model.order)
    };
}

/** The first weights ψ₀ = 1, ψ₁, … with which past noise adds up to the differenced process: θ(B)/φ(B). */
export function noiseWeights({ ar, ma }: Pick<Arma, 'ar' | 'ma'>, count: number): Float64Array {
    const weights = new Float64Array(count);
    weights.fill(1, 0, 1);
    ma.lags.forEach((lag, index) => {
        if (lag < count) {
            weights[lag] = ma.coefficients[index];
        }
    });
    for (let t = 1; t < count; t++) {
        for (let index = 0; index < ar.lags.length && ar.lags[index] <= t; index++) {
            weights[t] += ar.coefficients[index] * weights[t - ar.lags[index]];
        }
    }
    return weights;
}

/** The same for the values themselves, so with the differences taken back. */
export function integratedNoiseWeights({ ar, ma }: Arma, difference: LagPolynomial, count: number): Float64Array {
    const { lags, coefficients } = multiply({ lags: ar.lags, coefficients: negative(ar.coefficients) }, difference);
    return noiseWeights({ ar: { lags, coefficients: negative(coefficients) }, ma }, count);
}

function negative(values: Float64Array): Float64Array {
    return values.map(value => -value);
}
