/** How often and how fast a service that died is started again. */
export interface RestartPolicy {
    /** Wait before the first restart in ms; doubled for each further one. */
    readonly firstDelayMs: number;
    /** Restarts in a row before it is given up. */
    readonly attempts: number;
    /** A service that lived this long in ms died of something new: counting starts again. */
    readonly healthyAfterMs: number;
}

/** Gives up after about 15 seconds of failing. */
export const DEFAULT_RESTART_POLICY: RestartPolicy = { firstDelayMs: 500, attempts: 5, healthyAfterMs: 60_000 };

/**
 * The wait before the next start.
 * @param failures how often the service has died in a row, at least 1
 * @returns ms, or undefined when it should be given up
 */
export function restartDelay(policy: RestartPolicy, failures: number): number | undefined {
    return failures > policy.attempts ? undefined : policy.firstDelayMs * 2 ** (failures - 1);
}
