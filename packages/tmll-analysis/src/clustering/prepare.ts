import { mean, standardDeviation } from '../statistics/moments';
import { median, quantile } from '../statistics/quantile';
import { Rows } from './distances';

/** How columns are made comparable. */
export type Scaling = 'none' | 'standard' | 'minmax' | 'maxabs' | 'robust';

/** Where a column's 0 is, and what its 1 is. */
const SCALES: Readonly<Record<Scaling, (column: Float64Array) => readonly [number, number]>> = {
    none: () => [0, 1],
    standard: column => [mean(column), standardDeviation(column, 'population')],
    minmax: column => {
        const least = quantile(column, 0);
        return [least, quantile(column, 1) - least];
    },
    maxabs: column => [0, quantile(column.map(Math.abs), 1)],
    robust: column => [median(column), quantile(column, 0.75) - quantile(column, 0.25)]
};

/**
 * Columns brought to the same scale, as scikit-learn's scalers do: `standard` to mean 0 and deviation 1, `minmax` to 0 … 1, `maxabs` by the largest magnitude,
 * `robust` by median and interquartile range. A column without spread becomes 0.
 */
export function scaleColumns(rows: Rows, scaling: Scaling): Float64Array[] {
    const width = rows[0]?.length ?? 0;
    const scales = Array.from({ length: width }, (_, index) =>
        SCALES[scaling](Float64Array.from(rows, row => row[index]))
    );
    return rows.map(row =>
        row.map((value, index) => {
            const [zero, unit] = scales[index];
            return unit > 0 ? (value - zero) / unit : 0;
        })
    );
}

/** A column a category, in alphabetical order, 1 where a row has it. */
export function encodeOneHot(categories: readonly string[]): Float64Array[] {
    const known = [...new Set(categories)].sort();
    return categories.map(category => Float64Array.from(known, each => (each === category ? 1 : 0)));
}

/** The place of each category in alphabetical order. */
export function encodeOrdinal(categories: readonly string[]): Float64Array {
    const known = [...new Set(categories)].sort();
    return Float64Array.from(categories, category => known.indexOf(category));
}

/**
 * Which rows have no outlier in any column, on either side: beyond `threshold` standard deviations from the mean (`zscore`), or beyond
 * 1.5 interquartile ranges from the quartiles (`iqr`).
 */
export function withoutOutliers(rows: Rows, method: 'zscore' | 'iqr', threshold = 3): boolean[] {
    const width = rows[0]?.length ?? 0;
    const bands = Array.from({ length: width }, (_, index) => {
        const column = Float64Array.from(rows, row => row[index]);
        if (method === 'zscore') {
            const reach = threshold * standardDeviation(column, 'population');
            return [mean(column) - reach, mean(column) + reach];
        }
        const [low, high] = [quantile(column, 0.25), quantile(column, 0.75)];
        return [low - 1.5 * (high - low), high + 1.5 * (high - low)];
    });
    return rows.map(row => row.every((value, index) => value >= bands[index][0] && value <= bands[index][1]));
}
