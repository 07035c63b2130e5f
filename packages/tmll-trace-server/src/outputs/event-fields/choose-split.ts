import type { FieldRows, NumericField } from './field-table';
import type { SplitColumn } from './split-column';

/** Share of the variance that the groups must explain, adjusted for their number. */
const MIN_EXPLAINED = 0.5;

/**
 * The field whose values tell a type's series apart; undefined when none does. A field called `name` or alike always does, so
 * that a gauge event gives one series a gauge. Another one does when the values depend on it: when for one of the numeric
 * fields its groups explain at least half of the variance (the correlation ratio eta squared, adjusted for the number of groups as R
 * squared is for that of predictors: groups of one event each explain everything and say nothing).
 */
export function chooseSplit({ fields, splits }: FieldRows): SplitColumn | undefined {
    return splits.find(
        split =>
            split.isUsable &&
            (split.names ||
                (split.labels.length > 1 && fields.some(field => explainedVariance(field, split) >= MIN_EXPLAINED)))
    );
}

/** Adjusted eta squared of a field over the groups of a split; 0 for a constant, and when there are no more events than groups. */
function explainedVariance({ values }: NumericField, split: SplitColumn): number {
    const groups = split.labels.length;
    const sums = new Float64Array(groups);
    const counts = new Float64Array(groups);
    // Deviations from the first value: sums of squares of large values would lose the small differences.
    const origin = firstNumber(values);
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let row = 0; row < values.length; row++) {
        const deviation = values.at(row) - origin;
        if (!Number.isNaN(deviation)) {
            const group = split.rows.at(row);
            sums[group] += deviation;
            counts[group]++;
            sum += deviation;
            squares += deviation * deviation;
            count++;
        }
    }
    const total = squares - (sum * sum) / count;
    let between = -(sum * sum) / count;
    for (let group = 0; group < groups; group++) {
        between += counts[group] > 0 ? (sums[group] * sums[group]) / counts[group] : 0;
    }
    const freedom = count - groups;
    return total > 0 && freedom > 0 ? 1 - ((1 - between / total) * (count - 1)) / freedom : 0;
}

function firstNumber(values: NumericField['values']): number {
    for (let row = 0; row < values.length; row++) {
        if (!Number.isNaN(values.at(row))) {
            return values.at(row);
        }
    }
    return NaN;
}
