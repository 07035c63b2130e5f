import { setTimeout as pause } from 'node:timers/promises';

/**
 * The first value of a probe that is not undefined.
 * @throws Error when there is none within the limit
 */
export async function eventually<T>(
    probe: () => T | undefined | Promise<T | undefined>,
    what: string,
    limitMs = 10_000
): Promise<T> {
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
        const value = await probe();
        if (value !== undefined) {
            return value;
        }
        await pause(20);
    }
    throw new Error(`Waited in vain for ${what}.`);
}
