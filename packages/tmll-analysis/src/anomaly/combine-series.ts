import { TimeSeries } from '../series/time-series';
import { moments, varianceOf } from '../statistics/moments';
import { principalComponents } from '../statistics/principal-components';

/** How several series are made one, as TMLL calls it. */
export type CombineMethod = 'zscore' | 'pca';

/**
 * One series of several, so that what moves a little in each of them stands out.
 * - `zscore`: √(mean of z²) over the series, with z the distance from the mean in standard deviations of the population: about
 *   1 where all are as usual, whatever their units.
 * - `pca`: the first principal component of the series, each brought to 0 to 1: what they have in common. Its sign is chosen so
 *   that it rises with most of them.
 *
 * At a time at which a series has no value, `zscore` takes the others and `pca` that series' mean. Series without spread are
 * left out.
 * @param series on one grid, as of `align`
 * @returns undefined when fewer than two series vary
 */
export function combineSeries(series: readonly TimeSeries[], method: CombineMethod): TimeSeries | undefined {
    const columns = series.map(({ values }) => values).filter(hasSpread);
    if (columns.length < 2) {
        return undefined;
    }
    const name = `combined (${method})`;
    const values = method === 'zscore' ? rootMeanSquare(columns) : firstComponent(columns);
    return { ...series[0], id: name, name, path: [name], unit: '', values };
}

function hasSpread(values: Float64Array): boolean {
    return varianceOf(moments(values), 'population') > 0;
}

function rootMeanSquare(columns: readonly Float64Array[]): Float64Array {
    const scores = columns.map(values => {
        const whole = moments(values);
        const deviation = Math.sqrt(varianceOf(whole, 'population'));
        return values.map(value => (value - whole.mean) / deviation);
    });
    return scores[0].map((_, index) => {
        const there = scores.map(score => score[index]).filter(Number.isFinite);
        return there.length === 0 ? NaN : Math.sqrt(there.reduce((sum, z) => sum + z * z, 0) / there.length);
    });
}

function firstComponent(columns: readonly Float64Array[]): Float64Array {
    const centred = columns.map(fromZeroToOne);
    const size = columns.length;
    const covariance = Float64Array.from({ length: size * size }, (_, cell) =>
        dot(centred[Math.floor(cell / size)], centred[cell % size])
    );
    const { components } = principalComponents(covariance, 1);
    return columns[0].map((_, index) =>
        columns.some(values => Number.isFinite(values[index]))
            ? centred.reduce((sum, values, place) => sum + components[place] * values[index], 0)
            : NaN
    );
}

/** Brought to 0 to 1 and less their mean, which stands for what is missing. */
function fromZeroToOne(values: Float64Array): Float64Array {
    const { mean } = moments(values);
    let least = Infinity;
    let greatest = -Infinity;
    for (let index = 0; index < values.length; index++) {
        if (Number.isFinite(values[index])) {
            least = Math.min(least, values[index]);
            greatest = Math.max(greatest, values[index]);
        }
    }
    return values.map(value => (Number.isFinite(value) ? (value - mean) / (greatest - least) : 0));
}

function dot(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < a.length; index++) {
        sum += a[index] * b[index];
    }
    return sum;
}
