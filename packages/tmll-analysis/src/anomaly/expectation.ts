import { ExpectedValue } from '../series/finding';
import { Detection } from './detection';

/** The expected value and the band around it at the point of an index. */
export type ExpectedAt = (index: number) => ExpectedValue;

/**
 * What was expected at each point, as it is told to people: a band does not reach below 0 when no value of the series
 * does, for there are no −50 events/s.
 */
export function expectations(values: Float64Array, detection: Detection): ExpectedAt {
    const floor = hasNegative(values) ? -Infinity : 0;
    return index => ({
        value: detection.expected[index],
        low: Math.max(floor, detection.low[index]),
        high: detection.high[index]
    });
}

function hasNegative(values: Float64Array): boolean {
    for (let index = 0; index < values.length; index++) {
        if (values[index] < 0) {
            return true;
        }
    }
    return false;
}
