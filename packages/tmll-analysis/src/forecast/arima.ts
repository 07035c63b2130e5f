import { mean, standardDeviation } from '../statistics/moments';
import { fitSeasonal, forecastSeasonal, SarimaOrder } from '../statistics/sarima';
import { augmentedDickeyFuller } from '../statistics/unit-root';
import { Forecaster } from './forecaster';
import { withoutSeason } from './without-season';

const SIGNIFICANCE = 0.05;
const FEWEST = 20;
/** A drift counts from so many standard errors on. */
const DRIFTING = 3;
const MOST_VALUES = 2000;
/** Numbers of autoregressive and moving-average terms that are tried. */
const TERMS = [
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 2]
];

/**
 * ARIMA(p,d,q), with one difference when the augmented Dickey-Fuller test (5 %) does not find that the series comes back to its level,
 * then with a drift where it is more than chance, and p and q by Akaike's criterion; what repeats is taken away before.
 */
export const ARIMA: Forecaster = {
    method: 'arima',
    title: 'ARIMA',
    description: 'Autoregression and moving average of the series or its changes.',
    forecast: (values, horizon, periods) => withoutSeason(values, periods, level => goOn(level, horizon))
};

function goOn(values: Float64Array, horizon: number): Float64Array | undefined {
    const recent = values.subarray(Math.max(0, values.length - MOST_VALUES));
    if (recent.length < FEWEST) {
        return undefined;
    }
    const test = augmentedDickeyFuller(recent);
    const d = test !== undefined && test.p < SIGNIFICANCE ? 0 : 1;
    const trend = d === 0 ? levelOf(recent) : driftOf(recent);
    const series = recent.map((value, t) => value - trend(t));
    const fits = TERMS.map(([p, q]) => {
        const order: SarimaOrder = { p, d, q, P: 0, D: 0, Q: 0, s: 0 };
        return fitSeasonal(series, order, { maxIterations: 30 });
    });
    const best = fits.reduce((a, b) => (b.fit.aic < a.fit.aic ? b : a));
    return forecastSeasonal(best, series, horizon).means.map((value, step) => value + trend(recent.length + step));
}

function levelOf(values: Float64Array): (t: number) => number {
    const level = mean(values);
    return () => level;
}

/** The mean change a step, where it is more than chance. */
function driftOf(values: Float64Array): (t: number) => number {
    const changes = values.subarray(1).map((value, t) => value - values[t]);
    const drift = mean(changes);
    const error = standardDeviation(changes, 'population') / Math.sqrt(changes.length);
    return Math.abs(drift) > DRIFTING * error ? t => drift * t : () => 0;
}
