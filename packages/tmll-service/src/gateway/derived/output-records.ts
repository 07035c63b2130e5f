import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import { writeWhole } from '../../service/atomic-file';
import { isErrorCode } from '../../service/errors';
import { FolderCache } from '../../service/folder-cache';
import { Log } from '../../service/log';

/** Raised when the form of the files changes. */
const SCHEMA_VERSION = 1;
const SUFFIX = '.output.json';
const ID_PATTERN = /^[0-9a-f]{32}$/;

/** A derived output that somebody made: what was asked and how it is called. The result is the store's. */
export interface OutputRecord {
    readonly schemaVersion: number;
    /** `questionKey` of what was asked. */
    readonly id: string;
    readonly fingerprint: string;
    readonly module: string;
    readonly name: string;
    readonly description: string;
    readonly request: Wire<Pick<AnalysisRequest, 'selection' | 'range' | 'parameters'>>;
    /** ISO 8601. */
    readonly createdAt: string;
}

/**
 * Records of derived outputs on disk, one file each, shared by all services of a user. They outlive the service, the program's
 * version and the result itself: an output whose result is gone is computed again when somebody looks at it.
 */
export class OutputRecords {
    private readonly all: FolderCache<readonly OutputRecord[]>;

    constructor(
        private readonly folder: string,
        private readonly log: Log
    ) {
        this.all = new FolderCache(folder, () => this.readAll());
    }

    /** Those of the traces with a fingerprint. */
    async list(fingerprint: string): Promise<OutputRecord[]> {
        return (await this.all.get()).filter(record => record.fingerprint === fingerprint);
    }

    /** Keeps a record; one under the same id is replaced. */
    async write(record: Omit<OutputRecord, 'schemaVersion'>): Promise<void> {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        const text = JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...record });
        await writeWhole(join(this.folder, record.id + SUFFIX), file => file.writeFile(text));
        this.all.forget();
    }

    async delete(id: string): Promise<void> {
        if (ID_PATTERN.test(id)) {
            await rm(join(this.folder, id + SUFFIX), { force: true });
            this.all.forget();
        }
    }

    private async readAll(): Promise<readonly OutputRecord[]> {
        const names = (await readdir(this.folder).catch(ifMissing)) ?? [];
        const paths = names.filter(name => name.endsWith(SUFFIX)).map(name => join(this.folder, name));
        return (await Promise.all(paths.map(path => this.read(path)))).filter(record => record !== undefined);
    }

    private async read(path: string): Promise<OutputRecord | undefined> {
        try {
            const record = JSON.parse(await readFile(path, 'utf8')) as Partial<OutputRecord> | null;
            if (record?.schemaVersion === SCHEMA_VERSION && ID_PATTERN.test(record.id ?? '')) {
                return record as OutputRecord;
            }
        } catch (error) {
            if (isErrorCode(error, 'ENOENT')) {
                return undefined;
            }
            if (!(error instanceof SyntaxError)) {
                throw error;
            }
        }
        this.log(`The derived output ${path} is dropped: it is damaged or of another version.`);
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
