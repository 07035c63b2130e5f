import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_FILE_NAME, ServiceLock } from '../protocol';
import { isErrorCode } from './errors';

/** How long a service that a lock names has to answer before the lock counts as stale. */
const ANSWER_LIMIT_MS = 2000;

/**
 * The file by which hosts find a running service: `service.json` in the user's data folder, readable by the user only.
 * It names one service. Who starts while that one lives runs all the same, but unnamed; who finds that it is dead takes over.
 */
export class LockFile {
    readonly path: string;

    constructor(private readonly folder: string) {
        this.path = join(folder, LOCK_FILE_NAME);
    }

    /** The lock as it stands, undefined when there is none or it makes no sense. */
    async read(): Promise<ServiceLock | undefined> {
        try {
            const lock: unknown = JSON.parse(await readFile(this.path, 'utf8'));
            return isServiceLock(lock) ? lock : undefined;
        } catch (error) {
            if (error instanceof SyntaxError || isErrorCode(error, 'ENOENT')) {
                return undefined;
            }
            throw error;
        }
    }

    /**
     * Names this service in the lock file unless it names one that lives.
     * @returns whether the file now names this service
     */
    async acquire(lock: ServiceLock): Promise<boolean> {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        if (await this.create(lock)) {
            return true;
        }
        const other = await this.read();
        if (other && (await isAlive(other))) {
            return false;
        }
        await removeIfThere(this.path);
        return this.create(lock);
    }

    /** Removes the file if it still names this service. */
    async release(lock: ServiceLock): Promise<void> {
        if ((await this.read())?.token === lock.token) {
            await removeIfThere(this.path);
        }
    }

    /** A link either is there or is not, and what it leads to is complete: no reader ever sees half a lock. */
    private async create(lock: ServiceLock): Promise<boolean> {
        const complete = `${this.path}.${process.pid}.${randomBytes(4).toString('hex')}`;
        await writeFile(complete, JSON.stringify(lock), { mode: 0o600, flag: 'wx' });
        try {
            await link(complete, this.path);
            return true;
        } catch (error) {
            if (isErrorCode(error, 'EEXIST')) {
                return false;
            }
            throw error;
        } finally {
            await removeIfThere(complete);
        }
    }
}

async function removeIfThere(path: string): Promise<void> {
    try {
        await unlink(path);
    } catch (error) {
        if (!isErrorCode(error, 'ENOENT')) {
            throw error;
        }
    }
}

/** A pid may have been given to another process since: only an answer to the token proves that the service lives. */
async function isAlive(lock: ServiceLock): Promise<boolean> {
    try {
        process.kill(lock.pid, 0);
        const response = await fetch(`http://127.0.0.1:${lock.port}/tmll/health`, {
            headers: { authorization: `Bearer ${lock.token}` },
            signal: AbortSignal.timeout(ANSWER_LIMIT_MS)
        });
        return response.ok;
    } catch {
        return false;
    }
}

function isServiceLock(value: unknown): value is ServiceLock {
    const lock = value as Partial<ServiceLock> | undefined;
    return (
        typeof lock === 'object' &&
        lock !== null &&
        Number.isInteger(lock.pid) &&
        Number.isInteger(lock.port) &&
        typeof lock.token === 'string'
    );
}
