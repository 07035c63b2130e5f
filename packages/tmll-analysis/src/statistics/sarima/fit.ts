import { Objective } from '../optimize/gradient';
import { minimize, MinimizeOptions, Minimum } from '../optimize/minimize';
import { fastLikelihood, Likelihood, skippingLikelihood } from './likelihood';
import { bridgeStart, fromFirstValue, hasMissing } from './missing-values';
import { SarimaModel } from './model';
import { armaStates, coefficientCount, differencedAway, formatOrder, requireOrder, SarimaOrder } from './order';
import { startParameters } from './start-parameters';
import { constrainedModel } from './transform';

export interface FitOptions {
    /** Most steps of a search; 50 by default. */
    readonly maxIterations?: number;
    /** Asked before each step; `true` ends the search with the best model so far. */
    readonly shouldStop?: () => boolean;
}

export interface SarimaFit {
    readonly model: SarimaModel;
    /** Infinity when the differences alone explain all values. */
    readonly logLikelihood: number;
    /** Akaike's criterion −2 log L + 2 k, the variance counted among the k parameters. */
    readonly aic: number;
    /** Number of values in the likelihood: those there, less those used up by differencing. */
    readonly count: number;
    readonly iterations: number;
    /** Whether the search ended by itself. */
    readonly converged: boolean;
    /** Whether missing values were skipped exactly, or bridged. */
    readonly likelihood: 'exact' | 'bridged';
}

/** Most elements of covariances that the Kalman filter goes through in one pass of a search, which takes some fifty. */
const AFFORDABLE = 3e6;
/** Most states that the fast recursions go through in one pass for the search to be begun from every start. */
const CHEAP = 5e4;
/** Relative to the largest value, errors below this come from rounding. */
const ROUNDING = 1e-12;

/**
 * Fits a SARIMA model by exact maximum likelihood: stationary and invertible coefficients, no trend and no mean, a
 * differenced process given its first values. That is the limit of the approximately diffuse start of statsmodels'
 * `SARIMAX` as its variance grows beyond 10⁶; unlike it, it does not depend on the unit of the values.
 *
 * Infinite and NaN values are missing. The Kalman filter skips them where that is affordable. Where it is not (beyond
 * 3·10⁶ values times squared states, say 6,000 values with a period of 10), they are bridged (see `computeInnovations`),
 * which is nearly as good; the fit then says `bridged`.
 *
 * @throws RangeError when the order is wrong or there are too few values for it
 */
export function fitSarima(values: Float64Array, order: SarimaOrder, options: FitOptions = {}): SarimaFit {
    requireOrder(order);
    const series = fromFirstValue(values).values;
    const there = series.length - series.filter(Number.isNaN).length;
    const least = leastValues(order);
    if (there < least) {
        throw new RangeError(
            `A SARIMA model ${formatOrder(order)} takes at least ${least} values; there are ${there}.`
        );
    }
    const likelihood = fastLikelihood(order, series);
    const noise = new Float64Array(coefficientCount(order));
    if (likelihood(noise).variance <= (ROUNDING * largest(series)) ** 2) {
        return withoutNoise(order, there);
    }
    const starts = [noise, ...startParameters(order, bridgeStart(series, differencedAway(order), order.s), options)];
    const cheap = series.length * armaStates(order) <= CHEAP;
    const bridged = searchFrom(cheap ? starts : highest(starts, likelihood), likelihood, options);
    if (!hasMissing(series)) {
        return fitOf(order, bridged, likelihood, 'exact');
    }
    if (series.length * (differencedAway(order) + armaStates(order)) ** 2 > AFFORDABLE) {
        return fitOf(order, bridged, likelihood, 'bridged');
    }
    const skipping = skippingLikelihood(order, series);
    const { inverseHessian } = bridged;
    return fitOf(order, searchFrom([bridged.x], skipping, { ...options, inverseHessian }), skipping, 'exact');
}

/** Fewest values that a fit takes: one more than there are parameters, after differencing. */
export function leastValues(order: SarimaOrder): number {
    return differencedAway(order) + coefficientCount(order) + 2;
}

function fitOf(
    order: SarimaOrder,
    { x, iterations, converged }: Minimum,
    likelihoodAt: Likelihood,
    likelihood: 'exact' | 'bridged'
): SarimaFit {
    const { variance, logLikelihood, count } = likelihoodAt(x);
    return {
        model: { ...constrainedModel(order, x), variance },
        logLikelihood,
        aic: 2 * (x.length + 1) - 2 * logLikelihood,
        count,
        iterations,
        converged,
        likelihood
    };
}

/** The differences are all 0: the values repeat exactly. */
function withoutNoise(order: SarimaOrder, there: number): SarimaFit {
    return {
        model: { ...constrainedModel(order, new Float64Array(coefficientCount(order))), variance: 0 },
        logLikelihood: Infinity,
        aic: -Infinity,
        count: there - differencedAway(order),
        iterations: 0,
        converged: true,
        likelihood: 'exact'
    };
}

/** The highest point that the searches from the starts lead to. */
function searchFrom(starts: readonly Float64Array[], likelihood: Likelihood, options: MinimizeOptions): Minimum {
    const objective: Objective = x => {
        const { logLikelihood, count } = likelihood(x);
        return -logLikelihood / count;
    };
    const tolerances = { gradientTolerance: 1e-5, valueTolerance: 1e-9 };
    return starts
        .filter(start => Number.isFinite(objective(start)))
        .map(start => minimize(objective, start, { maxIterations: 50, ...options, ...tolerances }))
        .reduce((a, b) => (b.value < a.value ? b : a));
}

function highest(points: readonly Float64Array[], likelihood: Likelihood): Float64Array[] {
    const heights = points.map(point => likelihood(point).logLikelihood);
    return [points[heights.indexOf(Math.max(...heights.filter(Number.isFinite)))]];
}

function largest(values: Float64Array): number {
    return values.reduce((greatest, value) => Math.max(greatest, Number.isNaN(value) ? 0 : Math.abs(value)), 0);
}
