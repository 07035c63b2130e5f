import { formatShare, formatValue } from '../series/format';
import { IdleData } from './idle-result';

/** What could be done with what rests or is short. */
export interface IdleRecommendations {
    readonly workload: readonly string[];
    readonly utilization: readonly string[];
    readonly performance: readonly string[];
    readonly configuration: readonly string[];
}

/** CPUs whose utilizations differ by more are out of balance. */
const UNBALANCED = 0.5;
const BUSY = 0.8;
const LIGHT = 0.3;
const MANY_SWITCHES = 10_000;
const HIGH_PEAK = 90;
/** A resource that is idle for more of the time than this. */
const MOSTLY = 0.5;

/** Recommendations in TMLL's four groups, from whatever was analysed: resources, scheduling, or both. */
export function recommendForIdle({ resources, scheduling }: IdleData): IdleRecommendations {
    const workload: string[] = [];
    const utilization: string[] = [];
    const performance: string[] = [];
    const configuration: string[] = [];
    if (scheduling !== undefined && scheduling.cpus.length > 0) {
        const byUse = [...scheduling.cpus].sort((a, b) => b.utilization - a.utilization);
        const [most, least] = [byUse[0], byUse[byUse.length - 1]];
        if (most.utilization - least.utilization > UNBALANCED) {
            workload.push(
                `CPU ${most.cpu} is busy for ${percent(most.utilization)}, CPU ${least.cpu} for ${percent(least.utilization)}: spread the work, or see what pins it.`
            );
        }
        if (scheduling.utilization > BUSY) {
            workload.push(`The CPUs are busy for ${percent(scheduling.utilization)}: there is little room left.`);
        }
        if (scheduling.utilization < LIGHT) {
            configuration.push(`The CPUs are busy for ${percent(scheduling.utilization)} only: fewer would do.`);
        }
        for (const { cpu, contextSwitchesPerSecond } of scheduling.cpus) {
            if (contextSwitchesPerSecond > MANY_SWITCHES) {
                performance.push(
                    `CPU ${cpu} switches threads ${formatValue(contextSwitchesPerSecond, '')} times a second: look for contended locks and tiny pieces of work.`
                );
            }
        }
    }
    for (const { name, unit, kind, idleShare, peak, average, pattern } of resources) {
        if (idleShare > MOSTLY) {
            utilization.push(`${name} is idle for ${percent(idleShare)} of the time: share it, or make it smaller.`);
        }
        if (kind === 'cpu' && unit === '%' && peak > HIGH_PEAK && average < HIGH_PEAK / 2) {
            performance.push(
                `${name} peaks at ${formatValue(peak, unit)} at an average of ${formatValue(average, unit)}: smooth the bursts.`
            );
        } else if (pattern === 'highly variable' && idleShare <= MOSTLY) {
            performance.push(`${name} is highly variable: batch or smooth what uses it.`);
        }
        if (kind === 'memory' && peak > 0 && average < peak / 2) {
            configuration.push(
                `${name} needs ${formatValue(peak, unit)} at its peak but ${formatValue(average, unit)} on average.`
            );
        }
    }
    return { workload, utilization, performance, configuration };
}

export function percent(share: number): string {
    return formatShare(share, share < 0.1 ? 1 : 0);
}
