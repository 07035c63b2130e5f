import { ExpectedValue } from '../series/finding';
import { Detection } from './detection';

/** The expected value and the band around it at the point of an index. */
export type ExpectedAt = (index: number) => ExpectedValue;

/**
 * What was expected at each point, as it is told to people: a band does not reach below 0 when no value of the series
 * does, for there are no −50 events/s.
 */
export function expectations(values: Float64Array, detection: Detection): ExpectedAt {
    const isSigned = values.some(value => value < 0);
    return index => ({
        value: detection.expected[index],
        low: isSigned ? detection.low[index] : Math.max(0, detection.low[index]),
        high: detection.high[index]
    });
}
