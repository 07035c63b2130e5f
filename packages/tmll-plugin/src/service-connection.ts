import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE_NAME, userDataFolder } from 'tmll-service/protocol';
import type { ErrorBody, ResultSummary, ServiceLock, StoredResult } from 'tmll-service/protocol';

/** No answer of a service on this machine takes longer. */
const ANSWER_LIMIT_MS = 10_000;

/** The running `tmll-service`, found through its lock file. */
export class ServiceConnection {
    private constructor(private readonly lock: ServiceLock) {}

    /**
     * Finds the service of this user.
     * @throws Error with one sentence when none has been started
     */
    static async find(
        dataFolder: string = userDataFolder(process.platform, process.env, homedir())
    ): Promise<ServiceConnection> {
        const text = await readFile(join(dataFolder, LOCK_FILE_NAME), 'utf8').catch(() => undefined);
        if (text === undefined) {
            throw new Error('No TMLL service runs on this machine: start TMLL for Theia, or "tmll serve".');
        }
        return new ServiceConnection(JSON.parse(text) as ServiceLock);
    }

    /** All stored results, newest first. */
    results(): Promise<ResultSummary[]> {
        return this.get('/tmll/results');
    }

    result(id: string): Promise<StoredResult> {
        return this.get(`/tmll/results/${encodeURIComponent(id)}`);
    }

    private async get<T>(path: string): Promise<T> {
        const response = await fetch(`http://127.0.0.1:${this.lock.port}${path}`, {
            headers: { Authorization: `Bearer ${this.lock.token}` },
            signal: AbortSignal.timeout(ANSWER_LIMIT_MS)
        }).catch(() => {
            throw new Error('The TMLL service does not answer: start TMLL for Theia, or "tmll serve", again.');
        });
        if (!response.ok) {
            const error = (await response.json().catch(() => undefined)) as ErrorBody | undefined;
            throw new Error(error?.detail ?? `The TMLL service answered ${response.status} to ${path}.`);
        }
        return (await response.json()) as T;
    }
}
