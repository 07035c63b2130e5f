import { bridgeGaps } from '../bridge-gaps';
import { finiteValues } from '../finite-values';
import { median } from '../quantile';
import { withoutTrend } from './cycles';

/** What repeats from period to period, by phase; the phase of value t is t modulo the period. */
export interface SeasonalShape {
    /** As many as a period has points, of mean 0. NaN where no value of a phase is there. */
    readonly shape: Float64Array;
    /** Cycles that it was made from. */
    readonly cycles: number;
}

/**
 * The seasonal part of a series by classical decomposition made robust: the trend is a moving average over one period, and
 * the shape the median of what is left at each phase, which a few anomalies do not move. Costs n operations.
 *
 * @returns undefined when there are fewer than two cycles besides one for the trend
 */
export function seasonalShape(values: Float64Array, period: number): SeasonalShape | undefined {
    if (!values.some(Number.isFinite) || values.length < 3 * period) {
        return undefined;
    }
    const start = period >> 1;
    const phases: number[][] = Array.from({ length: period }, () => []);
    withoutTrend(bridgeGaps(values), period).forEach((value, index) => {
        const t = start + index;
        if (Number.isFinite(values[t])) {
            phases[t % period].push(value);
        }
    });
    const shape = Float64Array.from(phases, phase => median(Float64Array.from(phase)));
    const there = finiteValues(shape);
    const middle = there.reduce((sum, value) => sum + value, 0) / there.length;
    return { shape: shape.map(value => value - middle), cycles: Math.floor(values.length / period) - 1 };
}
