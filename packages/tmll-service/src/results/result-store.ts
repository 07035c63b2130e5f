import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrorCode } from '../service/errors';
import { FolderCache } from '../service/folder-cache';
import { Log } from '../service/log';
import {
    readResultFile,
    readResultHeader,
    ResultContent,
    ResultDescription,
    ResultFileError,
    ResultHeader,
    writeResultFile
} from './result-file';
import { isOf, TraceIdentity } from './trace-identity';

const SUFFIX = '.result';
const ID_PATTERN = /^[0-9a-f]{32}$/;
const DEFAULT_LIMIT_BYTES = 2 * 1024 ** 3;
/** An unfinished file older than this was left by a process that ended while it wrote. */
const UNFINISHED_AGE_MS = 3_600_000;

/**
 * Results of analyses on disk, one file each, under the key of what was asked (`resultKey`). Several processes may use one
 * folder at once: files come and go whole. What is damaged or of another version is dropped with a word in the log, and what
 * has not been asked for longest goes when the folder outgrows its limit.
 */
export class ResultStore {
    /** Lists are asked for with every request of a trace viewer. */
    private readonly headers: FolderCache<readonly ResultHeader[]>;

    constructor(
        private readonly folder: string,
        private readonly log: Log,
        private readonly limitBytes: number = DEFAULT_LIMIT_BYTES
    ) {
        this.headers = new FolderCache(folder, () => this.readHeaders());
    }

    /** What is known of the result with this id, undefined when there is none. */
    async find(id: string): Promise<ResultHeader | undefined> {
        if (!ID_PATTERN.test(id)) {
            return undefined;
        }
        return this.dropIfUnusable(
            id,
            async path => (await readResultHeader(path)) ?? (await this.readContent(path)).header
        );
    }

    /** The result with this id as bytes of JSON, undefined when there is none. */
    async read(id: string): Promise<Buffer | undefined> {
        if (!ID_PATTERN.test(id)) {
            return undefined;
        }
        const content = await this.dropIfUnusable(id, path => this.readContent(path));
        if (content) {
            await this.touch(id);
        }
        return content?.json;
    }

    /** Keeps a result; one under the same id is replaced. */
    async write(description: ResultDescription, json: Uint8Array): Promise<void> {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        await writeResultFile(this.path(description.id), description, json);
        await this.prune(description.id);
        this.headers.forget();
    }

    /** All results, or those of the traces with a fingerprint; the newest first. */
    async list(fingerprint?: string): Promise<ResultHeader[]> {
        return (await this.headers.get())
            .filter(header => fingerprint === undefined || header.fingerprint === fingerprint)
            .sort(byAge);
    }

    /** Those of the traces as they are, and those of what the traces were before they changed; the newest first. */
    async listWithStale(traces: TraceIdentity): Promise<ResultHeader[]> {
        return (await this.headers.get()).filter(header => isOf(traces, header)).sort(byAge);
    }

    async delete(id: string): Promise<void> {
        if (ID_PATTERN.test(id)) {
            await rm(this.path(id), { force: true });
            this.headers.forget();
        }
    }

    private async readHeaders(): Promise<readonly ResultHeader[]> {
        const ids = (await this.fileNames())
            .filter(name => name.endsWith(SUFFIX))
            .map(name => name.slice(0, -SUFFIX.length));
        return (await Promise.all(ids.map(id => this.find(id)))).filter(header => header !== undefined);
    }

    private path(id: string): string {
        return join(this.folder, id + SUFFIX);
    }

    /** A file of an older version becomes one of this as soon as it is read. */
    private async readContent(path: string): Promise<ResultContent> {
        const content = await readResultFile(path);
        if (content.isMigrated) {
            await writeResultFile(path, content.header, content.json);
            this.log(`The stored result ${path} was brought to version ${content.header.schemaVersion}.`);
        }
        return content;
    }

    private async dropIfUnusable<T>(id: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
        try {
            return await read(this.path(id));
        } catch (error) {
            if (isErrorCode(error, 'ENOENT')) {
                return undefined;
            }
            if (error instanceof ResultFileError) {
                this.log(`The stored result ${this.path(id)} is dropped: ${error.message}.`);
                await this.delete(id);
                return undefined;
            }
            throw error;
        }
    }

    private async fileNames(): Promise<string[]> {
        try {
            return await readdir(this.folder);
        } catch (error) {
            if (isErrorCode(error, 'ENOENT')) {
                return [];
            }
            throw error;
        }
    }

    /** The time of a file's last change is the time when it was last asked for. */
    private async touch(id: string): Promise<void> {
        const now = new Date();
        await utimes(this.path(id), now, now).catch(ignoreMissing);
    }

    /** Removes what was left unfinished, and the results not asked for longest beyond the limit, but never the newest. */
    private async prune(newest: string): Promise<void> {
        const files = await this.files();
        const unfinished = files.filter(
            file => file.name.endsWith('.tmp') && Date.now() - file.mtimeMs > UNFINISHED_AGE_MS
        );
        const results = files.filter(file => file.name.endsWith(SUFFIX)).sort((a, b) => b.mtimeMs - a.mtimeMs);
        let total = 0;
        const beyond = results.filter(file => (total += file.size) > this.limitBytes && file.name !== newest + SUFFIX);
        await Promise.all([...unfinished, ...beyond].map(file => rm(join(this.folder, file.name), { force: true })));
    }

    private async files(): Promise<{ name: string; size: number; mtimeMs: number }[]> {
        const files = await Promise.all(
            (await this.fileNames()).map(async name => {
                const entry = await stat(join(this.folder, name)).catch(ignoreMissing);
                return entry && { name, size: entry.size, mtimeMs: entry.mtimeMs };
            })
        );
        return files.filter(file => file !== undefined);
    }
}

function byAge(a: ResultHeader, b: ResultHeader): number {
    return b.createdAt.localeCompare(a.createdAt);
}

/** Another process may have removed a file since it was listed. */
function ignoreMissing(error: unknown): undefined {
    if (!isErrorCode(error, 'ENOENT')) {
        throw error;
    }
    return undefined;
}
