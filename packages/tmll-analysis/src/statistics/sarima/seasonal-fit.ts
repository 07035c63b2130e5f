import { finiteValues } from '../finite-values';
import { seasonalShape } from '../seasonality/seasonal-shape';
import { fitSarima, FitOptions, leastValues, SarimaFit } from './fit';
import { armaStates, SarimaOrder } from './order';
import { forecastSarima, predictSarima, SarimaPrediction } from './predict';
import { typicalStretch } from './typical-stretch';

/** A model of a series of any length and period. */
export interface SeasonalFit {
    /** What was fitted to the values, or to what the shape leaves of them. */
    readonly fit: SarimaFit;
    /** What repeats, where it was taken away before the fit: by phase, the phase of value t being t modulo its length. */
    readonly shape?: Float64Array;
    /** Number of values that the fit was made on. */
    readonly fitted: number;
}

/** Most values in a fit: more make the coefficients more exact than matters. */
const MOST_VALUES = 20_000;
/** Most states that one pass of a fit goes through, which takes some 200 passes: about 2 s. */
const MOST_WORK = 1.5e6;
/** Periods that a fit has to see. */
const LEAST_PERIODS = 8;

/**
 * Fits a SARIMA model in a few seconds, however long the series and the period:
 * - on all values where one pass goes through up to 1.5 million states (values times about the period times P or Q), and
 *   up to 20,000 values;
 * - on a stretch of the series that is as long as that allows and changes as much as most, if it holds 8 periods;
 * - else the seasonal part is taken away beforehand, as the median of each phase (see `seasonalShape`), and ARIMA(p,d,q)
 *   is fitted to what is left. The variance of the noise is then raised by c/(c − 1), for c cycles: the medians have
 *   followed the values that they are compared with.
 *
 * @throws RangeError when the order is wrong or there are too few values for it
 */
export function fitSeasonal(values: Float64Array, order: SarimaOrder, options: FitOptions = {}): SeasonalFit {
    const longest = Math.min(MOST_VALUES, Math.floor(MOST_WORK / armaStates(order)));
    if (values.length <= longest) {
        return { fit: fitSarima(values, order, options), fitted: values.length };
    }
    const isSeasonal = order.P + order.D + order.Q > 0;
    const stretch = typicalStretch(values, longest);
    const suffices = longest >= LEAST_PERIODS * order.s && finiteValues(stretch).length >= leastValues(order);
    if (!isSeasonal || suffices) {
        return { fit: fitSarima(stretch, order, options), fitted: longest };
    }
    const seasonal = seasonalShape(values, order.s);
    const short = { ...order, P: 0, D: 0, Q: 0, s: 0 };
    if (seasonal === undefined) {
        return fitSeasonal(values, short, options);
    }
    const { shape, cycles } = seasonal;
    const { fit, fitted } = fitSeasonal(withoutShape(values, shape), short, options);
    const variance = (fit.model.variance * cycles) / (cycles - 1);
    return { fit: { ...fit, model: { ...fit.model, variance } }, shape, fitted };
}

/** `predictSarima` for a model of any length and period, on the values that it was fitted to. */
export function predictSeasonal({ fit, shape }: SeasonalFit, values: Float64Array): SarimaPrediction {
    return shape === undefined
        ? predictSarima(fit.model, values)
        : withShape(predictSarima(fit.model, withoutShape(values, shape)), shape, 0);
}

/** `forecastSarima` for a model of any length and period, on the values that it was fitted to. */
export function forecastSeasonal({ fit, shape }: SeasonalFit, values: Float64Array, horizon: number): SarimaPrediction {
    return shape === undefined
        ? forecastSarima(fit.model, values, horizon)
        : withShape(forecastSarima(fit.model, withoutShape(values, shape), horizon), shape, values.length);
}

function withoutShape(values: Float64Array, shape: Float64Array): Float64Array {
    return values.map((value, t) => value - shape[t % shape.length]);
}

function withShape(
    { means, standardDeviations }: SarimaPrediction,
    shape: Float64Array,
    from: number
): SarimaPrediction {
    return { means: means.map((mean, t) => mean + shape[(from + t) % shape.length]), standardDeviations };
}
