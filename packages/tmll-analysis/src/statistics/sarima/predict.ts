import { computeInnovations, innovationsSpace } from './innovations';
import { kalmanFilter } from './kalman-filter';
import { armaOf, differencing } from './lag-polynomial';
import { DIFFUSE } from './likelihood';
import { bridgeStart, fromFirstValue, hasMissing } from './missing-values';
import { SarimaModel } from './model';
import { armaStates, differencedAway } from './order';
import { stateSpace } from './state-space';

/** What a model expects at each point from the values before it. NaN where these do not suffice. */
export interface SarimaPrediction {
    readonly means: Float64Array;
    /** Of the value about the mean; 0 when the model has no noise. */
    readonly standardDeviations: Float64Array;
}

/** Most elements of covariances that the Kalman filter goes through for one prediction. */
const AFFORDABLE = 2e8;
/** Share of a diffuse variance from which on a prediction knows nothing. */
const UNKNOWN = 1e-3;

/**
 * One-step predictions of each value from those before it, with the errors to expect. Missing values (NaN, infinite) are
 * predicted from ever farther away. The first values, as many as differencing uses up, cannot be predicted.
 *
 * Exact without missing values, and with them where the Kalman filter is affordable (up to 2·10⁸ values times squared
 * states). Otherwise they are bridged (see `computeInnovations`).
 */
export function predictSarima(model: SarimaModel, values: Float64Array): SarimaPrediction {
    const { values: series, offset } = fromFirstValue(values);
    const size = differencedAway(model.order) + armaStates(model.order);
    const exact = hasMissing(series) && series.length * size * size <= AFFORDABLE;
    const { means, variances } = exact ? predictSkipping(model, series) : predictBridging(model, series);
    const padded = (column: Float64Array): Float64Array => {
        const whole = new Float64Array(values.length).fill(NaN);
        whole.set(column, offset);
        return whole;
    };
    return {
        means: padded(means),
        standardDeviations: padded(variances.map(variance => Math.sqrt(variance * model.variance)))
    };
}

/**
 * What a model expects of the `horizon` points that follow the values: as one-step predictions that go on where there are
 * no values any more.
 */
export function forecastSarima(model: SarimaModel, values: Float64Array, horizon: number): SarimaPrediction {
    const extended = new Float64Array(values.length + horizon).fill(NaN);
    extended.set(values);
    const { means, standardDeviations } = predictSarima(model, extended);
    return { means: means.slice(values.length), standardDeviations: standardDeviations.slice(values.length) };
}

interface Prediction {
    readonly means: Float64Array;
    /** In units of the noise's. */
    readonly variances: Float64Array;
}

function predictSkipping(model: SarimaModel, series: Float64Array): Prediction {
    // A diffuse start knows no level, but rounding does.
    const level = differencedAway(model.order) > 0 ? series[0] : 0;
    const centered = series.map(value => value - level);
    const { means, variances } = kalmanFilter(stateSpace(model, DIFFUSE), centered);
    const known = (column: Float64Array): Float64Array =>
        column.map((value, t) => (variances[t] < UNKNOWN * DIFFUSE ? value : NaN));
    return { means: known(means.map(mean => mean + level)), variances: known(variances) };
}

function predictBridging(model: SarimaModel, series: Float64Array): Prediction {
    const used = differencedAway(model.order);
    const space = innovationsSpace(series.length);
    computeInnovations(
        armaOf(model),
        differencing(model.order),
        bridgeStart(series, used, model.order.s),
        'exact',
        space
    );
    return { means: space.predictions, variances: space.variances };
}
