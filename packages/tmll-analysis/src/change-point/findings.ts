import { Finding } from '../series/finding';
import { formatDuration } from '../series/duration';
import { formatValue } from '../series/format';
import { ChangePoint, ChangePointData, JointChangePoint, JointMethod, SeriesChangePoints } from './change-point-result';

/** Of a series that changes more often than this only the most severe changes are findings. */
const MOST_PER_SERIES = 20;
/** So many series are named in a sentence. */
const NAMED = 3;

/** One finding a change, of series alone and together, the worst first. Ids are the same whenever the result is. */
export function changePointFindings({ series, joint }: ChangePointData): Finding[] {
    const single = series.flatMap(each =>
        [...each.changes]
            .sort((a, b) => b.severity - a.severity)
            .slice(0, MOST_PER_SERIES)
            .map(change => seriesFinding(each, change))
    );
    const together = joint.flatMap(({ method, changes }) => changes.map(change => jointFinding(method, change)));
    return [...single, ...together].sort(
        (a, b) => b.severity - a.severity || compare(a.startNs, b.startNs) || compare(a.id, b.id)
    );
}

function seriesFinding(series: SeriesChangePoints, change: ChangePoint): Finding {
    const { before, after } = change;
    return {
        id: ['change-point', series.series.outputId, series.id, change.ns].join('/'),
        kind: 'change-point',
        series: series.series,
        startNs: change.startNs,
        endNs: change.endNs,
        severity: change.severity,
        confidence: change.probability,
        actual: after.mean,
        expected: {
            value: before.mean,
            low: before.mean - 2 * before.deviation,
            high: before.mean + 2 * before.deviation
        },
        unit: series.unit,
        sentence: `${series.name} ${describeChange(series, change)}.`
    };
}

function jointFinding(method: JointMethod, change: JointChangePoint): Finding {
    const named = change.members
        .slice(0, NAMED)
        .map(
            ({ name, before, after, unit }) =>
                `${name} from ${formatValue(before, unit)} to ${formatValue(after, unit)}`
        );
    const more = change.members.length - named.length;
    const list = named.join(', ') + (more > 0 ? ` and ${more} more` : '');
    return {
        id: ['change-point', method, change.ns].join('/'),
        kind: 'change-point',
        startNs: change.startNs,
        endNs: change.endNs,
        severity: change.severity,
        confidence: change.probability,
        unit: '',
        sentence: `${change.members.length} of ${change.of} series change together: ${list}.`
    };
}

/** "rises from 20 % to 80 % and stays there for 3.2 s", "begins to grow by 11 KiB/s", "scatters 4 times as much". */
export function describeChange(
    { unit, model }: Pick<SeriesChangePoints, 'unit' | 'model'>,
    change: ChangePoint
): string {
    const { before, after, step, slopeChange } = change;
    const lasting = formatDuration(after.endNs - after.startNs);
    const later = Math.abs(step + (slopeChange * Number(after.endNs - after.startNs)) / 1e9);
    if (model === 'trend' && later > Math.abs(step)) {
        return describeSlopes(before.slope, after.slope, unit, lasting);
    }
    if (model === 'mean_variance' && 2 * Math.abs(after.deviation - before.deviation) > Math.abs(step)) {
        const factor = after.deviation / before.deviation;
        const how = Number.isFinite(factor) ? ` (${formatValue(factor, '')} times as much as before)` : '';
        return `begins to scatter by ±${formatValue(after.deviation, unit)}${how}, for ${lasting}`;
    }
    const beside = [before.mean];
    const [from, to] =
        model === 'trend'
            ? [
                  formatValue(levelBefore(change), unit, [levelBefore(change) + step]),
                  formatValue(levelBefore(change) + step, unit, [levelBefore(change)])
              ]
            : [formatValue(before.mean, unit, [after.mean]), formatValue(after.mean, unit, beside)];
    const verb = step > 0 ? 'rises' : 'falls';
    return model === 'trend'
        ? `${verb} at once from ${from} to ${to}`
        : `${verb} from ${from} to ${to}, for ${lasting}`;
}

function describeSlopes(before: number, after: number, unit: string, lasting: string): string {
    const rate = (slope: number): string => formatValue(Math.abs(slope), rateUnit(unit));
    if (Math.abs(before) < 0.1 * Math.abs(after)) {
        return `begins to ${after > 0 ? 'grow' : 'shrink'} by ${rate(after)}, for ${lasting}`;
    }
    if (Math.abs(after) < 0.1 * Math.abs(before)) {
        return `stops ${before > 0 ? 'growing' : 'shrinking'} (by ${rate(before)} before), for ${lasting}`;
    }
    const verb = (slope: number): string => (slope > 0 ? 'grow' : 'shrink');
    return `begins to ${verb(after)} by ${rate(after)} (before: to ${verb(before)} by ${rate(before)}), for ${lasting}`;
}

/** The end of the line before a change. */
function levelBefore({ before }: ChangePoint): number {
    return before.mean + (before.slope * Number(before.endNs - before.startNs)) / 2e9;
}

/** Of a change a second. */
export function rateUnit(unit: string): string {
    return unit === '' ? '/s' : unit.endsWith('/s') ? `${unit.slice(0, -2)}/s²` : `${unit}/s`;
}

function compare<T>(a: T, b: T): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
