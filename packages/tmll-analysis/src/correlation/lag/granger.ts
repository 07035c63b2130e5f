import { Matrix, QrDecomposition } from 'ml-matrix';
import { betaTail } from '../../statistics/beta-distribution';
import { bridgeGaps } from '../../statistics/bridge-gaps';

/** Whether the past of one series helps to foretell another, beyond that one's own past. */
export interface GrangerTest {
    /** Number of values before a point that are taken of each series. */
    readonly order: number;
    readonly statistic: number;
    /** The probability of so great a statistic when the past of the one tells nothing. */
    readonly pValue: number;
}

const MOST_ORDER = 10;

/**
 * The test of Granger, "Investigating causal relations by econometric models" (1969), as an F-test of two regressions (statsmodels'
 * `ssr_ftest`). Missing values are bridged. To foretell is not to cause: both may follow a third.
 *
 * @param order number of past values; by Akaike's criterion of the larger regression, up to 10, when not given
 * @returns undefined for fewer points than it takes, and for constants
 */
export function grangerTest(cause: Float64Array, effect: Float64Array, order?: number): GrangerTest | undefined {
    const [x, y] = [bridgeGaps(cause), bridgeGaps(effect)];
    if ([x, y].some(values => values.every(value => value === values[0]))) {
        return undefined;
    }
    const most = Math.min(order ?? MOST_ORDER, Math.floor((y.length - 2) / 3) - 1);
    let best: (GrangerTest & { readonly criterion: number }) | undefined;
    for (let lags = order ?? 1; lags <= most; lags++) {
        // All orders are compared on the same points.
        const start = order ?? most;
        const own = residualSquares(y, [y], lags, start);
        const both = residualSquares(y, [y, x], lags, start);
        const freedom = y.length - start - 2 * lags - 1;
        if (!(both > 0) || freedom < 1) {
            continue;
        }
        const statistic = Math.max(0, ((own - both) / both) * (freedom / lags));
        const share = (lags * statistic) / (lags * statistic + freedom);
        const criterion = (y.length - start) * Math.log(both) + 2 * (2 * lags + 1);
        if (best === undefined || criterion < best.criterion) {
            best = { order: lags, statistic, pValue: betaTail(share, lags / 2, freedom / 2), criterion };
        }
    }
    return best && { order: best.order, statistic: best.statistic, pValue: best.pValue };
}

/** What is left of a series, from `start` on, when the past values of some are fitted to it, and a constant. */
function residualSquares(target: Float64Array, series: readonly Float64Array[], lags: number, start: number): number {
    const rows = target.length - start;
    const design = new Matrix(rows, series.length * lags + 1);
    for (let row = 0; row < rows; row++) {
        design.set(row, 0, 1);
        series.forEach((values, index) => {
            for (let lag = 1; lag <= lags; lag++) {
                design.set(row, 1 + index * lags + lag - 1, values[start + row - lag]);
            }
        });
    }
    const wanted = Matrix.columnVector(Array.from(target.subarray(start)));
    const decomposition = new QrDecomposition(design);
    if (!decomposition.isFullRank()) {
        return NaN;
    }
    const rest = Matrix.sub(wanted, design.mmul(decomposition.solve(wanted)));
    return rest.to1DArray().reduce((sum, value) => sum + value * value, 0);
}
