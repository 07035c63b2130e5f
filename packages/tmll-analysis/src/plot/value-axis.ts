import type { YAXisComponentOption } from 'echarts';
import { unitScale } from '../series/format';

/** A value axis of a plot, in the prefix of its unit that suits the values: times in ms, sizes in MiB. */
export interface ValueAxis {
    readonly option: YAXisComponentOption;
    /** Place on the axis of a value. */
    at(value: number): number;
    /** Places of values; NaN stays. */
    all(values: Float64Array): Float64Array;
}

/** @param columns values that are drawn on it; those that are not finite count for nothing */
export function valueAxis(columns: readonly Float64Array[], unit: string): ValueAxis {
    const largest = columns.reduce(
        (most, values) =>
            values.reduce((own, value) => (Number.isFinite(value) ? Math.max(own, Math.abs(value)) : own), most),
        0
    );
    const { divisor, unit: name } = unitScale(largest, unit);
    return {
        option: { type: 'value', name, scale: true },
        at: value => value / divisor,
        all: values => (divisor === 1 ? values : values.map(value => value / divisor))
    };
}
