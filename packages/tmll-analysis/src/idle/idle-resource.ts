import { parseDuration } from '../series/duration';
import { ResourceKind, resourceKindOf, resourceLimit } from '../series/resource-kind';
import { thin } from '../series/thin';
import { SeriesReference, TimeRange, TimeSeries } from '../series/time-series';
import { typicalStep } from '../series/typical-step';
import { finiteValues } from '../statistics/finite-values';
import { usagePattern } from '../statistics/usage-pattern';
import { IdleResource } from './idle-result';
import { IdleParameters } from './idle-schema';

/** Below this share of its peak a resource without a threshold is idle. */
const SHARE_OF_PEAK = 0.1;
/** Share of the range that an idle period lasts when nothing is said. */
const SHARE_OF_RANGE = 20n;

/**
 * How much a resource rests: stretches of values below its threshold that last long enough. A value stands for the step that begins with it; a missing one
 * ends a stretch.
 * @returns undefined when there is no value
 */
export function idleResource(
    series: TimeSeries,
    reference: SeriesReference,
    range: TimeRange,
    parameters: IdleParameters
): IdleResource | undefined {
    const there = finiteValues(series.values);
    if (there.length === 0) {
        return undefined;
    }
    const kind = resourceKindOf(series.path);
    const peak = there.reduce((a, b) => Math.max(a, b));
    const threshold = thresholdOf(kind, peak, parameters);
    const step = BigInt(Math.round(typicalStep(series.times) ?? 1));
    const idleTime =
        parameters.idleTime === ''
            ? (range.endNs - range.startNs) / SHARE_OF_RANGE
            : parseDuration(parameters.idleTime);
    const periods = stretchesBelow(series, threshold, step).filter(({ startNs, endNs }) => endNs - startNs >= idleTime);
    const idleNs = periods.reduce((sum, { startNs, endNs }) => sum + endNs - startNs, 0n);
    const knownNs = step * BigInt(there.length);
    const { origin, times, values } = thin(series);
    return {
        series: reference,
        id: series.id,
        name: series.name,
        unit: series.unit,
        kind,
        length: there.length,
        average: there.reduce((sum, value) => sum + value, 0) / there.length,
        peak,
        pattern: usagePattern(there),
        threshold,
        knownNs,
        idleNs,
        idleShare: Math.min(1, Number(idleNs) / Number(knownNs)),
        periods,
        curve: { originNs: origin, times, values }
    };
}

/** CPU usage of n CPUs goes up to n times 100 %, and so does the threshold. */
function thresholdOf(
    kind: ResourceKind,
    peak: number,
    { cpuIdleThreshold, memoryIdleThreshold, diskIdleThreshold }: IdleParameters
): number {
    const limits = { cpu: cpuIdleThreshold, memory: memoryIdleThreshold, disk: diskIdleThreshold };
    const limit = resourceLimit(kind, peak, limits);
    return limit > 0 ? limit : SHARE_OF_PEAK * peak;
}

function stretchesBelow({ origin, times, values }: TimeSeries, threshold: number, step: bigint): TimeRange[] {
    const stretches: TimeRange[] = [];
    // A resource that is never used is idle throughout, though its threshold is 0 as well.
    const isIdle = (value: number): boolean => value < threshold || (value === 0 && threshold === 0);
    for (let first = 0; first < values.length; first++) {
        if (!isIdle(values[first])) {
            continue;
        }
        let last = first;
        while (last + 1 < values.length && isIdle(values[last + 1])) {
            last++;
        }
        stretches.push({ startNs: origin + BigInt(times[first]), endNs: origin + BigInt(times[last]) + step });
        first = last;
    }
    return stretches;
}
