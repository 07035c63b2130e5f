import { stat } from 'node:fs/promises';
import { isErrorCode } from './errors';

/** A folder that was looked at so short a while ago is not looked at again. */
const CHECKED_MS = 50;
/** Another change within the same tick of the file system's clock would not show. */
const SETTLED_MS = 100;

/**
 * What the files of a folder say, read anew when the folder changes: other processes may write to it as well. Files are taken to come
 * and go whole, so that each change of one is a change of the folder.
 */
export class FolderCache<T> {
    private cached: { readonly changedMs: number; readonly value: T } | undefined;
    private checkedAt = -Infinity;
    /** Counts what `forget` was called for: what was read before is not kept after it. */
    private changes = 0;

    /** @param read reads the folder, which may not be there */
    constructor(
        private readonly folder: string,
        private readonly read: () => Promise<T>
    ) {}

    async get(): Promise<T> {
        if (this.cached && performance.now() - this.checkedAt < CHECKED_MS) {
            return this.cached.value;
        }
        const { changes } = this;
        const changedMs = await this.lastChange();
        if (this.cached?.changedMs === changedMs) {
            this.checkedAt = performance.now();
            return this.cached.value;
        }
        const value = await this.read();
        const isSettled = Date.now() - changedMs > SETTLED_MS && changes === this.changes;
        this.cached = isSettled ? { changedMs, value } : undefined;
        this.checkedAt = performance.now();
        return value;
    }

    /** To be called by who changes the folder, so that it shows at once. */
    forget(): void {
        this.cached = undefined;
        this.changes++;
    }

    private async lastChange(): Promise<number> {
        try {
            return (await stat(this.folder)).mtimeMs;
        } catch (error) {
            if (isErrorCode(error, 'ENOENT')) {
                return 0;
            }
            throw error;
        }
    }
}
