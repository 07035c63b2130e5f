import { ParameterError } from '../series/parameter-error';
import { ParameterProperty } from '../series/parameter-schema';
import { finiteValues } from '../statistics/finite-values';
import { mean } from '../statistics/moments';
import { leastValues, SarimaOrder } from '../statistics/sarima';
import { seasonalPeriod } from '../statistics/seasonality';
import { augmentedDickeyFuller } from '../statistics/unit-root';
import { requireWhole } from './parameter-bounds';

export interface SeasonalityParameters {
    /** Points in a period; 0 = found in the series. */
    readonly seasonalitySeasonalPeriod: number;
    /** Orders `p,d,q`, the middle one the letter d when the series shall decide: `1,d,1`. */
    readonly seasonalityArimaOrder: string;
    /** Orders `P,D,Q` at multiples of the period. */
    readonly seasonalitySeasonalOrder: string;
    /** Share of usual values outside the band. */
    readonly seasonalityConfidenceLevel: number;
}

const ARIMA_ORDER = '^([0-5]), ?([0-2]|d), ?([0-5])$';
const SEASONAL_ORDER = '^([0-2]), ?([0-2]), ?([0-2])$';

export const SEASONALITY_PROPERTIES: Readonly<Record<keyof SeasonalityParameters, ParameterProperty>> = {
    seasonalitySeasonalPeriod: {
        type: 'integer',
        title: 'Seasonal period',
        description: 'Number of points after which values repeat. 0: found in the series.',
        default: 0,
        minimum: 0
    },
    seasonalityArimaOrder: {
        type: 'string',
        title: 'ARIMA order',
        description:
            'Autoregressive terms, differences and moving-average terms, such as "1,2,1". ' +
            'The letter d for the differences: none when the series keeps coming back to its level, else one.',
        default: '1,d,1',
        pattern: ARIMA_ORDER
    },
    seasonalitySeasonalOrder: {
        type: 'string',
        title: 'Seasonal order',
        description: 'The same at multiples of the period, such as "1,1,1". Without a period it has no effect.',
        default: '1,1,1',
        pattern: SEASONAL_ORDER
    },
    seasonalityConfidenceLevel: {
        type: 'number',
        title: 'Confidence level',
        description: 'Share of usual values that may lie outside the band: 0.05 for a band of 95 %.',
        default: 0.00005,
        exclusiveMinimum: 0,
        maximum: 0.5
    }
};

/** Share of the values that must be there. */
const LEAST_SHARE = 0.1;
/** Values that must be left for each fit, beyond those that it takes at the least. */
const SPARE = 15;
/** Values that the test for differences looks at: those in the middle of a longer series. */
const TESTED = 5000;
/** A p-value up to this speaks against differences. */
const SIGNIFICANCE = 0.05;

/** A model's order, and the level that is taken off the values before they are fitted. */
export interface ChosenOrder {
    readonly order: SarimaOrder;
    readonly level: number;
}

/** @throws ParameterError when a parameter is out of its bounds */
export function requireSeasonality(parameters: SeasonalityParameters): void {
    const { seasonalitySeasonalPeriod: period, seasonalityConfidenceLevel: share } = parameters;
    requireWhole('seasonalitySeasonalPeriod', period, 0);
    if (period === 1) {
        throw new ParameterError(
            'seasonalitySeasonalPeriod is 1; it must be at least 2, or 0 to find it in the series.'
        );
    }
    if (!(share > 0 && share <= 0.5)) {
        throw new ParameterError(`seasonalityConfidenceLevel is ${share}; it must be a number above 0, up to 0.5.`);
    }
    ordersOf('seasonalityArimaOrder', parameters.seasonalityArimaOrder, ARIMA_ORDER, '"1,0,1" or "1,d,1"');
    ordersOf('seasonalitySeasonalOrder', parameters.seasonalitySeasonalOrder, SEASONAL_ORDER, '"1,1,1"');
}

/**
 * The order of the model for a series. An order given in full is taken as statsmodels takes it: without a mean. Where the
 * series shall decide and needs no differences at all, its mean is taken off, for the test that says so is about a series
 * that comes back to a level, not to 0.
 *
 * @param slots evenly spaced, NaN = missing
 * @returns undefined when there are too few values for it, nine in ten are missing, or all are equal
 */
export function orderFor(slots: Float64Array, parameters: SeasonalityParameters): ChosenOrder | undefined {
    const there = finiteValues(slots);
    if (there.length < LEAST_SHARE * slots.length || !there.some(value => value !== there[0])) {
        return undefined;
    }
    const [p, d, q] = ordersOf('seasonalityArimaOrder', parameters.seasonalityArimaOrder, ARIMA_ORDER, '');
    const [P, D, Q] = ordersOf('seasonalitySeasonalOrder', parameters.seasonalitySeasonalOrder, SEASONAL_ORDER, '');
    const isSeasonal = P + D + Q > 0;
    const period = isSeasonal ? parameters.seasonalitySeasonalPeriod || seasonalPeriod(slots) : undefined;
    const seasonal = period === undefined ? { P: 0, D: 0, Q: 0, s: 0 } : { P, D, Q, s: period };
    const differences = Number.isNaN(d) ? differencesFor(there) : d;
    const order = { p, d: differences, q, ...seasonal };
    if (there.length < leastValues(order) + SPARE) {
        return undefined;
    }
    const comesBack = Number.isNaN(d) && differences + seasonal.D === 0;
    return { order, level: comesBack ? mean(there) : 0 };
}

/** One when a random walk could look like that, else none. */
function differencesFor(values: Float64Array): number {
    const start = Math.max(0, (values.length - TESTED) >> 1);
    const test = augmentedDickeyFuller(values.subarray(start, start + TESTED));
    return test === undefined || test.p <= SIGNIFICANCE ? 0 : 1;
}

/** The three numbers, NaN for the letter d. */
function ordersOf(name: string, text: string, pattern: string, example: string): number[] {
    const match = new RegExp(pattern).exec(text);
    if (match === null) {
        throw new ParameterError(`${name} is "${text}"; it must be three small whole numbers such as ${example}.`);
    }
    return match.slice(1).map(Number);
}
