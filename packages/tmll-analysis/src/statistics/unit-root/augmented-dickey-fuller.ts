import { finiteValues } from '../finite-values';
import { mean } from '../moments';
import { mackinnonP } from './mackinnon';
import { OrthogonalBasis, product } from './orthogonal-basis';

export interface UnitRootTest {
    /** The t-statistic of the level: the further below 0, the less like a random walk. */
    readonly statistic: number;
    /** Probability of such a statistic when there is a unit root. */
    readonly p: number;
    /** Lagged differences in the regression. */
    readonly lags: number;
}

/**
 * The augmented test of Dickey and Fuller (1979) for a unit root, as `adfuller` of statsmodels has it by default: the
 * changes are regressed on a constant, the level before and lagged changes, as many (up to 12·(n/100)^¼, Schwert 1989) as
 * Akaike's criterion prefers. A small p-value speaks for a series that comes back to its level, and against taking
 * differences.
 *
 * Missing values are left out as if the others had followed one another. Costs about n·lags² operations.
 *
 * @returns undefined when there are fewer than 4 values, or when they change in a way that leaves nothing to chance (a
 *     constant, a line, a sine)
 */
export function augmentedDickeyFuller(values: Float64Array): UnitRootTest | undefined {
    const there = finiteValues(values);
    const middle = mean(there);
    const level = there.map(value => value - middle);
    const most = Math.min(Math.floor(level.length / 2) - 2, Math.ceil(12 * (level.length / 100) ** 0.25));
    if (most < 0) {
        return undefined;
    }
    const lags = bestLags(level, most);
    const statistic = lags === undefined ? undefined : levelStatistic(level, lags);
    return lags === undefined || statistic === undefined ? undefined : { statistic, p: mackinnonP(statistic), lags };
}

/** By Akaike's criterion, all on the rows that the most lags leave; undefined when a regression leaves no error. */
function bestLags(level: Float64Array, most: number): number | undefined {
    const { change, lagged, before, constant } = regressors(level, most);
    const rows = change.length;
    const basis = new OrthogonalBasis();
    const total = product(change, change);
    let squares = total;
    let best: { lags: number; criterion: number } | undefined;
    for (let lags = -1; lags <= most; lags++) {
        for (const regressor of lags < 0 ? [constant] : lags === 0 ? [before] : [lagged(lags)]) {
            const column = basis.add(regressor);
            squares -= column === undefined ? 0 : product(column, change) ** 2;
        }
        if (!(squares > 1e-12 * total)) {
            return undefined;
        }
        const criterion = rows * Math.log(squares / rows) + 2 * (lags + 2);
        if (lags >= 0 && (best === undefined || criterion < best.criterion)) {
            best = { lags, criterion };
        }
    }
    return best?.lags;
}

/** The t-statistic of the level, taken into the regression last, where it needs no coefficients. */
function levelStatistic(level: Float64Array, lags: number): number | undefined {
    const { change, lagged, before, constant } = regressors(level, lags);
    const basis = new OrthogonalBasis();
    const columns = [constant, ...Array.from({ length: lags }, (_, index) => lagged(index + 1)), before].map(
        regressor => basis.add(regressor)
    );
    const last = columns[columns.length - 1];
    if (last === undefined) {
        return undefined;
    }
    const rest = Float64Array.from(change);
    for (const column of columns) {
        const share = column === undefined ? 0 : product(column, change);
        column?.forEach((value, row) => (rest[row] -= share * value));
    }
    const variance = product(rest, rest) / (change.length - columns.length);
    return product(last, change) / Math.sqrt(variance);
}

interface Regressors {
    readonly change: Float64Array;
    readonly lagged: (lag: number) => Float64Array;
    readonly before: Float64Array;
    readonly constant: Float64Array;
}

/** The rows that are left when `lags` lagged changes are needed. */
function regressors(level: Float64Array, lags: number): Regressors {
    const changes = level.subarray(1).map((value, index) => value - level[index]);
    const change = changes.subarray(lags);
    return {
        change,
        lagged: lag => changes.subarray(lags - lag, changes.length - lag),
        before: level.subarray(lags, level.length - 1),
        constant: new Float64Array(change.length).fill(1)
    };
}
