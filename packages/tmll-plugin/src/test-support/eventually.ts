import { setTimeout as pause } from 'node:timers/promises';

/**
 * The first value of a probe that is neither undefined nor false.
 * @throws Error when there is none within the limit
 */
export async function eventually<T>(
    probe: () => T | undefined | false | Promise<T | undefined | false>,
    what: string,
    limitMs = 30_000
): Promise<T> {
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
        const value = await probe();
        if (value !== undefined && value !== false) {
            return value;
        }
        await pause(25);
    }
    throw new Error(`Waited in vain for ${what}.`);
}
