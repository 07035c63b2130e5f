import { parseDuration } from '../series/duration';
import { ResourceKind, resourceKindOf, resourceLimit } from '../series/resource-kind';
import { thin } from '../series/thin';
import { SeriesReference, TimeSeries } from '../series/time-series';
import { typicalStep } from '../series/typical-step';
import { bridgeGaps } from '../statistics/bridge-gaps';
import { finiteValues } from '../statistics/finite-values';
import { normalCdf, normalQuantile } from '../statistics/normal-distribution';
import { usagePattern } from '../statistics/usage-pattern';
import { ForecastCurve, ResourceForecast, Violation } from './capacity-result';
import { CapacityParameters } from './capacity-schema';
import { forecastSeries, SeriesForecast } from './forecast-series';
import { periodsOf } from './periods';
import { plausible } from './rolling-origin';

/** Without a limit, this multiple of the peak is one. */
const HEADROOM = 1.5;
/** From this probability on, a violation is possible. */
const POSSIBLE = 0.1;

/**
 * Goes on with a series of a resource and tells when its limit is exceeded. Missing values are bridged by straight lines.
 * @param given forecast of another kind, as of several series at once
 * @returns undefined when there is no value, or none that a resource could have: all are negative
 * @throws ParameterError when there is no such method
 */
export function forecastResource(
    series: TimeSeries,
    reference: SeriesReference,
    parameters: CapacityParameters,
    given?: SeriesForecast
): ResourceForecast | undefined {
    const there = finiteValues(series.values);
    const peak = there.reduce((a, b) => Math.max(a, b), -Infinity);
    if (peak < 0) {
        return undefined;
    }
    const values = bridgeGaps(series.values);
    const step = typicalStep(series.times) ?? 1e9;
    const periods = parameters.period > 0 ? [parameters.period] : periodsOf(values, step);
    const forecast = given ?? forecastSeries(values, parameters.forecastSteps, periods, parameters.method);
    const kind = resourceKindOf(series.path);
    const { threshold, thresholdReason } = thresholdOf(kind, peak, parameters);
    const curve = curveOf(series, step, forecast, { threshold, confidence: parameters.confidence });
    const possible = curve.riskValues.findIndex(risk => risk >= POSSIBLE);
    return {
        series: reference,
        id: series.id,
        name: series.name,
        unit: series.unit,
        kind,
        length: there.length,
        current: there[there.length - 1],
        average: there.reduce((sum, value) => sum + value, 0) / there.length,
        peak,
        pattern: usagePattern(there),
        exceeded: there.filter(value => value > threshold).length / there.length,
        threshold,
        thresholdReason,
        history: historyOf(series),
        forecast: curve,
        violations: violationsOf(curve, threshold, step, parameters),
        possibleFromNs: possible < 0 ? undefined : curve.originNs + BigInt(curve.times[possible]),
        risk: curve.riskValues.reduce((a, b) => Math.max(a, b), 0),
        methods: forecast.methods,
        periods,
        error: Number.isFinite(forecast.error) ? forecast.error : undefined
    };
}

function historyOf(series: TimeSeries): ResourceForecast['history'] {
    const { origin, times, values } = thin(series);
    return { originNs: origin, times, values };
}

/** The limit of a kind of resource. CPU usage of n CPUs goes up to n times 100 %, and so does the limit. */
function thresholdOf(
    kind: ResourceKind,
    peak: number,
    { cpuThreshold, memoryThreshold, diskThreshold }: CapacityParameters
): Pick<ResourceForecast, 'threshold' | 'thresholdReason'> {
    const limits = { cpu: cpuThreshold, memory: memoryThreshold, disk: diskThreshold };
    const threshold = resourceLimit(kind, peak, limits);
    return threshold > 0
        ? { threshold, thresholdReason: 'parameter' }
        : { threshold: HEADROOM * peak, thresholdReason: 'peak' };
}

function curveOf(
    { origin, times, values }: TimeSeries,
    step: number,
    { meanValues, deviationValues }: SeriesForecast,
    { threshold, confidence }: { readonly threshold: number; readonly confidence: number }
): ForecastCurve {
    const z = normalQuantile((1 + confidence) / 2);
    const there = finiteValues(values);
    const start = times[times.length - 1];
    const at = (index: number): number => meanValues[index] + z * deviationValues[index];
    return {
        originNs: origin,
        times: meanValues.map((_, index) => Math.round(start + (index + 1) * step)),
        meanValues,
        lowValues: plausible(
            meanValues.map((value, index) => value - z * deviationValues[index]),
            there
        ).map((low, index) => Math.min(low, meanValues[index])),
        highValues: meanValues.map((_, index) => at(index)),
        riskValues: meanValues.map((value, index) =>
            deviationValues[index] > 0
                ? 1 - normalCdf((threshold - value) / deviationValues[index])
                : Number(value > threshold)
        )
    };
}

function violationsOf(
    { originNs, times, meanValues, riskValues }: ForecastCurve,
    threshold: number,
    step: number,
    { warningPeriod }: CapacityParameters
): Violation[] {
    const lasting = warningPeriod === '' ? (step * times.length) / 10 : Number(parseDuration(warningPeriod));
    const violations: Violation[] = [];
    for (let first = 0; first < times.length; first++) {
        if (!(meanValues[first] > threshold)) {
            continue;
        }
        let last = first;
        while (last + 1 < times.length && meanValues[last + 1] > threshold) {
            last++;
        }
        violations.push({
            startNs: originNs + BigInt(times[first]),
            endNs: originNs + BigInt(times[last]),
            peak: meanValues.subarray(first, last + 1).reduce((a, b) => Math.max(a, b)),
            probability: riskValues.subarray(first, last + 1).reduce((a, b) => Math.max(a, b)),
            isSustained: times[last] - times[first] + step >= lasting
        });
        first = last;
    }
    return violations;
}
