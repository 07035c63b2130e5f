import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../../series/test-support/shared-folder';
import { SarimaOrder } from '../order';

/** A fit of `SARIMAX` of statsmodels 0.13.5, by exact maximum likelihood with its default options. */
export interface StatsmodelsCase {
    readonly name: string;
    readonly order: SarimaOrder;
    readonly values: Float64Array;
    readonly alpha: number;
    /** The coefficients and the variance, in the order of `modelNumbers`. */
    readonly params: readonly number[];
    readonly logLikelihood: number;
    readonly predictedMean: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
    /** Rows outside the interval. */
    readonly flagged: readonly number[];
    readonly forecast: readonly number[];
    readonly forecastLower: readonly number[];
    readonly forecastUpper: readonly number[];
    /** `adfuller` of the values, lags chosen by AIC. */
    readonly adf: { readonly statistic: number; readonly p: number };
}

interface CaseFile extends Omit<StatsmodelsCase, 'name' | 'order' | 'values'> {
    readonly values: readonly number[];
    readonly order: readonly [number, number, number];
    readonly seasonalOrder: readonly [number, number, number, number];
}

/** The cases of the reference folder; none where it is not at hand. */
export function statsmodelsCases(): StatsmodelsCase[] {
    const folder = sharedFolder('reference/sarima');
    const files = folder === undefined ? [] : readdirSync(folder).filter(file => file.endsWith('.json'));
    return files.map(file => {
        const content = JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')) as CaseFile;
        const [p, d, q] = content.order;
        const [P, D, Q, s] = content.seasonalOrder;
        const order = { p, d, q, P, D, Q, s };
        return { ...content, name: file.replace('.json', ''), order, values: Float64Array.from(content.values) };
    });
}
