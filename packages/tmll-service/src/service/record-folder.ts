import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './atomic-file';
import { isErrorCode } from './errors';
import { FolderCache } from './folder-cache';
import { Log } from './log';

/** What the records of a folder are. */
export interface RecordKind {
    /** For the log, at the beginning of a sentence: `The run`. */
    readonly what: string;
    /** Of the names of their files: `.run.json`. */
    readonly suffix: string;
    /** Raised when the form of the files changes; files of other versions are dropped. */
    readonly schemaVersion: number;
    readonly idPattern: RegExp;
}

/** Small records on disk, one file of JSON each, that all services of a user share. What is damaged is dropped with a word in the log. */
export class RecordFolder<T extends { readonly id: string }> {
    private readonly records: FolderCache<readonly T[]>;

    constructor(
        private readonly folder: string,
        private readonly kind: RecordKind,
        private readonly log: Log
    ) {
        this.records = new FolderCache(folder, () => this.readAll());
    }

    all(): Promise<readonly T[]> {
        return this.records.get();
    }

    /** Keeps a record; one under the same id is replaced. */
    async write(record: T): Promise<void> {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        const text = JSON.stringify({ schemaVersion: this.kind.schemaVersion, ...record });
        await writeWhole(this.path(record.id), file => file.writeFile(text));
        this.records.forget();
    }

    async delete(id: string): Promise<void> {
        if (this.kind.idPattern.test(id)) {
            await rm(this.path(id), { force: true });
            this.records.forget();
        }
    }

    private path(id: string): string {
        return join(this.folder, id + this.kind.suffix);
    }

    private async readAll(): Promise<readonly T[]> {
        const names = (await readdir(this.folder).catch(ifMissing)) ?? [];
        const paths = names.filter(name => name.endsWith(this.kind.suffix)).map(name => join(this.folder, name));
        return (await Promise.all(paths.map(path => this.read(path)))).filter(record => record !== undefined);
    }

    private async read(path: string): Promise<T | undefined> {
        const { what, schemaVersion, idPattern } = this.kind;
        try {
            const record = JSON.parse(await readFile(path, 'utf8')) as (T & { schemaVersion: number }) | null;
            if (record?.schemaVersion === schemaVersion && idPattern.test(record.id ?? '')) {
                return record;
            }
        } catch (error) {
            if (isErrorCode(error, 'ENOENT')) {
                return undefined;
            }
            if (!(error instanceof SyntaxError)) {
                throw error;
            }
        }
        this.log(`${what} ${path} is dropped: it is damaged or of another version.`);
        await rm(path, { force: true });
        return undefined;
    }
}

function ifMissing(error: unknown): undefined {
    if (!isErrorCode(error, 'ENOENT')) {
        throw error;
    }
    return undefined;
}
