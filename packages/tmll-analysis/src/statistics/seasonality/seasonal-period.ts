import { bridgeGaps } from '../bridge-gaps';
import { finiteValues } from '../finite-values';
import { quantile } from '../quantile';
import { candidatePeriods } from './candidate-periods';
import { Seasonality, seasonalityOf } from './cycles';

/** Values looked at: those in the middle of a longer series. */
const LONGEST = 32_768;
/** Share of values that may be missing. */
const MISSING = 0.5;
const LEAST_VALUES = 10;
/** Relative to the largest value, distances from a straight line below this come from rounding. */
const ROUNDING = 1e-12;
/**
 * Values farther beyond the 5 % and 95 % quantiles than this, times their distance, are outliers. At first only such as
 * are far off, for a rare impulse may be what repeats; then all beyond, for bursts hide a wave that is smaller than they.
 */
const OUTLYING = [1.5, 0];
/** Probability by chance that the cycles must not reach; there are up to two dozen candidates. */
const SIGNIFICANCE = 1e-5;
/** Share of the variance without the trend that must repeat. */
const STRENGTH = 0.2;
/** Share and number of the cycles that must resemble the others: a few events at equal distances make no period. */
const AGREEMENT = 0.6;
const LEAST_CYCLES = 4;
/** A shorter period is preferred when it explains this share of what the best explains. */
const PREFERENCE = 0.75;

/**
 * The period of a series, in points: the shortest one that explains nearly as much as the best. Candidates are the peaks
 * of the autocorrelation, of the values and of their changes (which knows no trend), and of the periodogram; each must
 * line up its cycles better than chance would (see `seasonalityOf`). At least five cycles are needed, of a smooth wave
 * about seven.
 *
 * Missing values are interpolated, outliers brought near the others, so that a few of them decide nothing.
 *
 * @returns a whole number from 2 on; undefined when there is no period, or more than half of the values is missing
 */
export function seasonalPeriod(values: Float64Array): number | undefined {
    const start = Math.max(0, (values.length - LONGEST) >> 1);
    const level = withoutLine(values.subarray(start, start + LONGEST));
    if (level === undefined) {
        return undefined;
    }
    for (const outlying of OUTLYING) {
        const found = bestSeasonality(clipped(level, outlying));
        if (found !== undefined) {
            return found.period;
        }
    }
    return undefined;
}

function bestSeasonality(series: Float64Array): Seasonality | undefined {
    const longest = Math.floor(series.length / (LEAST_CYCLES + 1));
    const found = candidatePeriods(series, longest)
        .map(period => seasonalityOf(series, period))
        .filter(isSeasonal);
    const most = Math.max(...found.map(({ variance }) => variance));
    const preferred = shortest(found.filter(({ variance }) => variance >= PREFERENCE * most));
    return preferred === undefined ? undefined : withoutMultiple(series, refine(series, preferred));
}

function isSeasonal(seasonality: Seasonality | undefined): seasonality is Seasonality {
    return (
        seasonality !== undefined &&
        seasonality.p <= SIGNIFICANCE &&
        seasonality.strength >= STRENGTH &&
        seasonality.agreeing >= Math.max(LEAST_CYCLES, AGREEMENT * seasonality.cycles)
    );
}

function shortest(seasonalities: readonly Seasonality[]): Seasonality | undefined {
    return seasonalities.reduce<Seasonality | undefined>(
        (a, b) => (a === undefined || b.period < a.period ? b : a),
        undefined
    );
}

/** Interpolated, less the straight line that fits best; undefined when little is there, or nothing but the line. */
function withoutLine(values: Float64Array): Float64Array | undefined {
    const there = finiteValues(values);
    if (there.length < Math.max(LEAST_VALUES, (1 - MISSING) * values.length)) {
        return undefined;
    }
    const filled = bridgeGaps(fromFirstToLast(values));
    const { length } = filled;
    const center = (length - 1) / 2;
    const middle = filled.reduce((sum, value) => sum + value, 0) / length;
    const spread = (length * (length * length - 1)) / 12;
    const slope = filled.reduce((sum, value, t) => sum + (value - middle) * (t - center), 0) / spread;
    const largest = filled.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const level = filled.map((value, t) => value - middle - slope * (t - center));
    return level.some(value => Math.abs(value) > ROUNDING * largest) ? level : undefined;
}

/** Without the missing values at both ends. */
function fromFirstToLast(values: Float64Array): Float64Array {
    let end = values.length;
    while (end > 0 && !Number.isFinite(values[end - 1])) {
        end--;
    }
    return values.subarray(values.findIndex(Number.isFinite), end);
}

function clipped(values: Float64Array, outlying: number): Float64Array {
    const low = quantile(values, 0.05);
    const high = quantile(values, 0.95);
    const reach = high > low ? outlying * (high - low) : Infinity;
    return values.map(value => Math.min(high + reach, Math.max(low - reach, value)));
}

/** The best period near by: a peak may lie a few points beside it. */
function refine(series: Float64Array, found: Seasonality): Seasonality {
    const reach = Math.min(5, Math.ceil(0.02 * found.period));
    let best = found;
    for (let period = Math.max(2, found.period - reach); period <= found.period + reach; period++) {
        const seasonality = seasonalityOf(series, period);
        best = seasonality !== undefined && seasonality.variance > best.variance ? seasonality : best;
    }
    return best;
}

/** The period of which the one found is a multiple, where that explains nearly as much. */
function withoutMultiple(series: Float64Array, found: Seasonality): Seasonality {
    for (const divisor of [2, 3, 5]) {
        const part = seasonalityOf(series, Math.max(2, Math.round(found.period / divisor)));
        const best = part === undefined ? undefined : refine(series, part);
        if (isSeasonal(best) && best.period < found.period && best.variance >= PREFERENCE * found.variance) {
            return withoutMultiple(series, best);
        }
    }
    return found;
}
