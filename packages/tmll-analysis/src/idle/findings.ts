import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatValue } from '../series/format';
import { TimeRange } from '../series/time-series';
import { IdleData, IdleResource } from './idle-result';
import { percent } from './recommendations';

/** Of a resource no more than the longest periods are findings. */
const MOST_PERIODS = 5;
const BUSY = 0.8;

/** A finding a long idle period, and one for CPUs that are short. The worst first; rest is never severe. */
export function idleFindings({ resources, scheduling }: IdleData, range: TimeRange): Finding[] {
    const idle = resources.flatMap(resource =>
        [...resource.periods]
            .sort((a, b) => Number(b.endNs - b.startNs - (a.endNs - a.startNs)))
            .slice(0, MOST_PERIODS)
            .map(period => idleFinding(resource, period, range))
    );
    const busy = (scheduling?.cpus ?? [])
        .filter(({ utilization }) => utilization > BUSY)
        .map(({ cpu, utilization }): Finding => ({
            id: `busy-cpu/${cpu}`,
            kind: 'busy-cpu',
            ...range,
            severity: 30 + 150 * (utilization - BUSY),
            confidence: 1,
            actual: 100 * utilization,
            expected: { high: 100 * BUSY },
            unit: '%',
            sentence: `CPU ${cpu} is busy for ${percent(utilization)} of the time, by its states: there is little room left.`
        }));
    return [...idle, ...busy].sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
}

function idleFinding(resource: IdleResource, { startNs, endNs }: TimeRange, range: TimeRange): Finding {
    const { series, id, name, unit, threshold, average } = resource;
    const share = Number(endNs - startNs) / Math.max(1, Number(range.endNs - range.startNs));
    return {
        id: ['idle-resource', series.outputId, id, startNs].join('/'),
        kind: 'idle-resource',
        series,
        startNs,
        endNs,
        // Rest is worth knowing, no alarm: at most 30.
        severity: 30 * Math.min(1, share),
        confidence: 1,
        expected: { low: threshold },
        unit,
        sentence:
            `${name} is idle for ${formatDuration(endNs - startNs)}: below ${formatValue(threshold, unit)}, ` +
            `at an average of ${formatValue(average, unit)} over the whole range.`
    };
}
