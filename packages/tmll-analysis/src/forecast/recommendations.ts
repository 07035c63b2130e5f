import { formatDuration } from '../series/duration';
import { formatShare, formatValue } from '../series/format';
import { ResourceForecast } from './capacity-result';
import { nextViolation } from './findings';

/** What to do, by how soon. */
export interface CapacityRecommendations {
    readonly immediate: readonly string[];
    readonly shortTerm: readonly string[];
    readonly longTerm: readonly string[];
    readonly optimization: readonly string[];
}

const HOUR_NS = 3_600_000_000_000n;
/** A peak from this share of the limit on leaves little room. */
const CLOSE = 0.9;
/** An average below this share of the limit leaves much. */
const ROOMY = 0.3;

/**
 * Recommendations in TMLL's four groups: limits exceeded within an hour or already; within a day; variable use and peaks close to
 * the limit; steady use far below it.
 */
export function recommend(resources: readonly ResourceForecast[]): CapacityRecommendations {
    const immediate: string[] = [];
    const shortTerm: string[] = [];
    const longTerm: string[] = [];
    const optimization: string[] = [];
    for (const resource of resources) {
        const { name, unit, threshold, peak, average, pattern, forecast, thresholdReason } = resource;
        const limit = formatValue(threshold, unit, [peak]);
        const violation = nextViolation(resource);
        const end = forecast.originNs + BigInt(forecast.times[0]);
        if (violation !== undefined) {
            const within = violation.startNs - end;
            const text =
                within > 0n
                    ? `${name} exceeds ${limit} within ${formatDuration(within)}: add capacity or shed load before that.`
                    : `${name} exceeds ${limit} at once: add capacity or shed load now.`;
            (within < HOUR_NS ? immediate : shortTerm).push(text);
        }
        if (resource.exceeded > 0) {
            immediate.push(`${name} was above ${limit} for ${formatShare(resource.exceeded, 1)} of the trace.`);
        }
        if (pattern === 'highly variable') {
            longTerm.push(
                `${name} is highly variable: plan for its peak of ${formatValue(peak, unit)}, or smooth the load.`
            );
        }
        if (thresholdReason === 'parameter' && peak > CLOSE * threshold && resource.exceeded === 0) {
            longTerm.push(`${name} comes close to ${limit}: its peak is ${formatValue(peak, unit)}.`);
        }
        const isSteady = pattern === 'stable' || pattern === 'very stable';
        if (thresholdReason === 'parameter' && isSteady && average < ROOMY * threshold) {
            optimization.push(
                `${name} stays far below ${limit}: ${formatValue(average, unit)} on average. Less would do.`
            );
        }
    }
    return { immediate, shortTerm, longTerm, optimization };
}
