import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_FILE_NAME, PROTOCOL_VERSION, requestService, ServiceHealth, ServiceLock } from 'tmll-service/protocol';

/** A service that lives answers at once. */
const ANSWER_LIMIT_MS = 3_000;

/**
 * The service of this user that runs already, found through its lock file. One that does not answer, or speaks another version
 * of the protocol, is none.
 */
export async function findRunningService(dataFolder: string): Promise<ServiceLock | undefined> {
    const lock = await readLock(dataFolder);
    return lock && (await answers(lock)) ? lock : undefined;
}

async function readLock(dataFolder: string): Promise<ServiceLock | undefined> {
    try {
        const lock = JSON.parse(
            await readFile(join(dataFolder, LOCK_FILE_NAME), 'utf8')
        ) as Partial<ServiceLock> | null;
        return isLock(lock) && lock.protocolVersion === PROTOCOL_VERSION ? lock : undefined;
    } catch {
        // None was started, or it has just ended.
        return undefined;
    }
}

async function answers(lock: ServiceLock): Promise<boolean> {
    try {
        const request = { method: 'GET', path: '/health', timeoutMs: ANSWER_LIMIT_MS } as const;
        return (await requestService<ServiceHealth>(lock, request)).protocolVersion === PROTOCOL_VERSION;
    } catch {
        // Its process has died and left the file behind.
        return false;
    }
}

export function isLock(value: unknown): value is ServiceLock {
    const lock = value as Partial<ServiceLock> | null | undefined;
    return typeof lock?.port === 'number' && typeof lock.token === 'string' && typeof lock.pid === 'number';
}
