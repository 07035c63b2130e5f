import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatShare, formatValue } from '../series/format';
import { ResourceForecast, Violation } from './capacity-result';

/** From this probability on, a risk without a violation is told. */
const TOLD = 0.2;

/** One finding a resource whose limit is, or may be, exceeded: the first violation, sustained ones first. The worst first. */
export function capacityFindings(resources: readonly ResourceForecast[]): Finding[] {
    return resources
        .flatMap(resource => findingOf(resource))
        .sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
}

/** The violation that matters most: the first sustained one, else the first. */
export function nextViolation({ violations }: ResourceForecast): Violation | undefined {
    return violations.find(({ isSustained }) => isSustained) ?? violations[0];
}

function findingOf(resource: ResourceForecast): Finding[] {
    const { forecast, name, unit, threshold, series, id, risk, possibleFromNs } = resource;
    const violation = nextViolation(resource);
    const lastKnown = forecast.originNs + BigInt(forecast.times[0]);
    const end = forecast.originNs + BigInt(forecast.times[forecast.times.length - 1]);
    const startNs = violation?.startNs ?? possibleFromNs;
    if (startNs === undefined || (violation === undefined && risk < TOLD)) {
        return [];
    }
    const length = Number(end - lastKnown) || 1;
    const soon = 1 - Number(startNs - lastKnown) / length;
    const probability = violation?.probability ?? risk;
    const peak = violation?.peak ?? forecast.highValues.reduce((a, b) => Math.max(a, b));
    const limit = `the limit of ${formatValue(threshold, unit, [peak])}${resource.thresholdReason === 'peak' ? ' (1.5 times the peak)' : ''}`;
    const after = formatDuration(startNs - lastKnown);
    const when = startNs === lastKnown ? 'at once' : `${after} after the end of the trace`;
    const sentence =
        violation === undefined
            ? `${name} may exceed ${limit} ${when}: up to ${formatValue(peak, unit)} is possible (probability ${formatShare(risk)}).`
            : `${name} is forecast to exceed ${limit} ${when}, up to ${formatValue(peak, unit)}, ` +
              `for ${formatDuration(violation.endNs - violation.startNs)}${violation.isSustained ? '' : ', not sustained'} (probability ${formatShare(probability)}).`;
    return [
        {
            id: ['capacity', series.outputId, id].join('/'),
            kind: 'capacity',
            series,
            startNs,
            endNs: violation?.endNs ?? end,
            severity: (violation === undefined ? 40 : violation.isSustained ? 90 : 60) * probability * (0.5 + soon / 2),
            confidence: probability,
            actual: peak,
            expected: { high: threshold },
            unit,
            sentence
        }
    ];
}
