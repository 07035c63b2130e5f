import { formatDuration } from '../../series/duration';
import { Finding } from '../../series/finding';
import { TimeRange } from '../../series/time-series';
import { LagData } from './lag-result';
import { coefficientText } from '../wording';

const MOST_SEVERE = 30;

/** One finding when a lag stands out, none else. */
export function lagFindings(data: LagData, { startNs, endNs }: TimeRange): Finding[] {
    if (!data.standsOut) {
        return [];
    }
    return [
        {
            id: ['lag', data.first.id, data.second.id].join('/'),
            kind: 'lag',
            series: data.first.series,
            startNs,
            endNs,
            severity: MOST_SEVERE * Math.abs(data.best.levelCoefficient),
            confidence: 1 - data.adjustedPValue,
            actual: Number(data.best.ns),
            unit: 'ns',
            sentence: lagSentence(data)
        }
    ];
}

/** "load leads queue by 400 ms: …", "… move together without a lag …" or "No lag stands out between …". */
export function lagSentence({ first, second, best, standsOut, lags }: LagData): string {
    if (!standsOut) {
        return `No lag stands out between ${first.name} and ${second.name}.`;
    }
    const coefficient = coefficientText(best.levelCoefficient);
    if (best.ns === 0n) {
        const how = best.levelCoefficient < 0 ? 'against each other' : 'together';
        return `${first.name} and ${second.name} move ${how} without a lag (${coefficient}).`;
    }
    const [leader, follower] = best.ns > 0n ? [first, second] : [second, first];
    const duration = formatDuration(best.ns > 0n ? best.ns : -best.ns);
    const without = lags.find(({ ns }) => ns === 0n);
    const beside = without === undefined ? '' : `, ${coefficientText(without.levelCoefficient)} without a lag`;
    return `${leader.name} leads ${follower.name} by ${duration}: correlation ${coefficient} at that lag${beside}.`;
}
