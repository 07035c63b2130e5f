import { Arma, LagPolynomial, noiseWeights } from './lag-polynomial';

/**
 * The covariances of the states of a stationary process in Harvey's form with its first state, which is the process
 * itself: the first column of the stationary covariance matrix, in units of the noise's variance.
 *
 * State i of t is Σₖ φ₍ᵢ₊ₖ₎ w₍ₜ₋₁₋ₖ₎ + Σₖ θ₍ᵢ₋₁₊ₖ₎ ε₍ₜ₋ₖ₎, so that autocovariances and noise weights are all it takes.
 */
export function stateCovarianceWithProcess(arma: Arma): Float64Array {
    const { ar, ma, states } = arma;
    const covariances = autocovariances(arma, states + 1);
    const weights = noiseWeights(arma, states);
    const column = new Float64Array(states);
    column[0] = covariances[0];
    ar.lags.forEach((lag, index) => {
        for (let i = 1; i < lag; i++) {
            column[i] += ar.coefficients[index] * covariances[lag - i];
        }
    });
    ma.lags.forEach((lag, index) => {
        for (let i = 1; i <= lag; i++) {
            column[i] += ma.coefficients[index] * weights[lag - i];
        }
    });
    return column;
}

/** Autocovariances of a stationary process at lags 0 … count − 1, in units of the noise's variance. */
export function autocovariances({ ar, ma }: Pick<Arma, 'ar' | 'ma'>, count: number): Float64Array {
    const reach = ma.lags.length === 0 ? 0 : ma.lags[ma.lags.length - 1];
    const autoregressive = autoregressionCovariances(ar, count + reach);
    const result = new Float64Array(count);
    for (const [shift, weight] of selfProducts(ma)) {
        for (let lag = 0; lag < count; lag++) {
            result[lag] += weight * autoregressive[Math.abs(lag - shift)];
            if (shift > 0) {
                result[lag] += weight * autoregressive[lag + shift];
            }
        }
    }
    return result;
}

/** Σ θᵢθᵢ₊ₘ by m, for the m that occur: the autocovariances of the moving average alone. */
function selfProducts(ma: LagPolynomial): Map<number, number> {
    const lags = [0, ...ma.lags];
    const weights = [1, ...ma.coefficients];
    const products = new Map<number, number>();
    lags.forEach((a, i) =>
        lags.forEach((b, j) => {
            if (b >= a) {
                products.set(b - a, (products.get(b - a) ?? 0) + weights[i] * weights[j]);
            }
        })
    );
    return products;
}

/**
 * Autocovariances of w = φ₁w₋₁ + … + ε by Levinson's recursion run backwards, to the partial autocorrelations, and
 * forwards again, which keeps its precision up to the border of stationarity. Quadratic in the degree.
 */
function autoregressionCovariances(ar: LagPolynomial, count: number): Float64Array {
    const degree = ar.lags.length === 0 ? 0 : ar.lags[ar.lags.length - 1];
    const orders = lowerOrders(ar, degree);
    const covariances = new Float64Array(Math.max(count, degree + 1));
    let variance = 1;
    for (let k = degree; k >= 1; k--) {
        const partial = orders[k][k - 1];
        variance /= 1 - partial * partial;
    }
    covariances[0] = variance;
    for (let k = 1; k <= degree; k++) {
        // The best linear prediction of order k − 1 leaves what the partial autocorrelation of order k explains.
        const partial = orders[k][k - 1];
        let sum = partial * variance;
        for (let j = 1; j < k; j++) {
            sum += orders[k - 1][j - 1] * covariances[k - j];
        }
        covariances[k] = sum;
        variance *= 1 - partial * partial;
    }
    for (let k = degree + 1; k < count; k++) {
        for (let index = 0; index < ar.lags.length; index++) {
            covariances[k] += ar.coefficients[index] * covariances[k - ar.lags[index]];
        }
    }
    return covariances;
}

/** By k, the k coefficients of the best linear prediction from k values. */
function lowerOrders(ar: LagPolynomial, degree: number): Float64Array[] {
    const orders: Float64Array[] = new Array(degree + 1);
    let higher = new Float64Array(degree);
    ar.lags.forEach((lag, index) => (higher[lag - 1] = ar.coefficients[index]));
    for (let k = degree; k >= 0; k--) {
        orders[k] = higher;
        const partial = higher[k - 1];
        const lower = new Float64Array(Math.max(0, k - 1));
        for (let j = 0; j < lower.length; j++) {
            lower[j] = (higher[j] + partial * higher[k - 2 - j]) / (1 - partial * partial);
        }
        higher = lower;
    }
    return orders;
}
