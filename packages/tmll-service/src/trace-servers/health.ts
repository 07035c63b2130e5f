import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 100;

/**
 * Waits until a trace server says that it is up.
 * @param url base URL of its TSP
 * @throws Error when it does not say so within the limit, the signal's reason when cancelled
 */
export async function waitUntilHealthy(url: string, limitMs: number, signal?: AbortSignal): Promise<void> {
    const deadline = Date.now() + limitMs;
    for (;;) {
        const left = deadline - Date.now();
        if (left <= 0) {
            throw new Error(`The trace server at ${url} did not answer within ${limitMs / 1000} s.`);
        }
        if (await isHealthy(url, left, signal)) {
            return;
        }
        await pause(Math.min(INTERVAL_MS, left), undefined, { signal });
    }
}

/** Whether a trace server says within the limit that it is up. */
export async function isHealthy(url: string, limitMs: number, signal?: AbortSignal): Promise<boolean> {
    try {
        const limit = AbortSignal.timeout(limitMs);
        const response = await fetch(`${url}/health`, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
        return response.ok;
    } catch {
        return false;
    }
}
