import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { nameUuid } from '../../name-uuid';
import { VERSION } from '../../version';
import type { FinishedRecording } from '../worker-messages';
import { contentKey, filesOf, type FileState, type HashedFile, hashFiles, isSame } from './fingerprint';

/** Changes whenever recorders keep something else, so that what an older version kept is not taken for it. */
const FORMAT = `${VERSION} 1 ${process.version}`;
const DIGEST_BYTES = 32;
/** Reading so few events again is as fast. */
const FEWEST_EVENTS = 10_000;
const MAX_BYTES = 4 * 2 ** 30;

/**
 * Recordings in files, named after the content of their traces: found again wherever the same trace is, and not when a byte of it changed.
 * The content is read again only when size, times or inode of a file differ from last time. What does not have the
 * digest that stands before it is deleted; so can everything in the folder be at any time.
 */
export class RecordingCache {
    /** The files of the last trace that was looked for, as they were then. */
    private looked: { readonly path: string; readonly files: readonly HashedFile[] } | undefined;

    /** @param fewestEvents recordings of fewer events are not kept */
    constructor(
        private readonly folder: string,
        private readonly fewestEvents = FEWEST_EVENTS
    ) {}

    /** What was kept of the trace at a path; undefined when that is nothing. */
    read(path: string): FinishedRecording | undefined {
        const files = this.hashed(path);
        if (!files) {
            return undefined;
        }
        this.looked = { path, files };
        const file = this.fileOf(files);
        const content = readIfThere(file);
        if (!content) {
            return undefined;
        }
        const payload = content.subarray(DIGEST_BYTES);
        if (!digestOf(payload).equals(content.subarray(0, DIGEST_BYTES))) {
            rmSync(file, { force: true });
            return undefined;
        }
        const now = new Date();
        utimesSync(file, now, now);
        return deserialize(payload) as FinishedRecording;
    }

    /**
     * Keeps what was read of the trace for which `read` found nothing, unless it has few events or changed meanwhile.
     *
     * @throws Error of the file system
     */
    write(path: string, finished: FinishedRecording): void {
        if (this.looked?.path !== path || finished.result.events < this.fewestEvents) {
            return;
        }
        const { files } = this.looked;
        if (!isSame(files, filesOf(path))) {
            return;
        }
        mkdirSync(this.folder, { recursive: true });
        const payload = serialize(finished);
        replace(this.fileOf(files), Buffer.concat([digestOf(payload), payload]));
        replace(this.indexOf(path), Buffer.from(JSON.stringify(files)));
        this.evict();
    }

    /** The files with their hashes: those of last time where nothing changed since. */
    private hashed(path: string): HashedFile[] | undefined {
        const files = filesOf(path);
        if (!files) {
            return undefined;
        }
        const index = readIfThere(this.indexOf(path));
        const known = index && parseIndex(index.toString());
        return known && isSame(known, files) ? known : hashFiles(path, files);
    }

    private fileOf(files: readonly HashedFile[]): string {
        return join(this.folder, `${contentKey(files, FORMAT)}.recording`);
    }

    private indexOf(path: string): string {
        return join(this.folder, `${nameUuid(path)}.json`);
    }

    /** Deletes what was not used for the longest time while there is too much. */
    private evict(): void {
        const kept = readdirSync(this.folder)
            .map(name => join(this.folder, name))
            .map(file => ({ file, stats: statSync(file, { throwIfNoEntry: false }) }))
            .sort((a, b) => (b.stats?.mtimeMs ?? 0) - (a.stats?.mtimeMs ?? 0));
        let bytes = 0;
        for (const { file, stats } of kept) {
            bytes += stats?.size ?? 0;
            if (bytes > MAX_BYTES) {
                rmSync(file, { force: true });
            }
        }
    }
}

function digestOf(payload: Buffer): Buffer {
    return createHash('sha256').update(payload).digest();
}

/** Another process sees the old file or the new one, never a part. */
function replace(file: string, content: Buffer): void {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
}

function readIfThere(file: string): Buffer | undefined {
    try {
        return readFileSync(file);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return undefined;
        }
        throw error;
    }
}

/** An index that is broken is one that is not there. */
function parseIndex(text: string): HashedFile[] | undefined {
    try {
        const value: unknown = JSON.parse(text);
        const isFile = (entry: Partial<HashedFile & FileState> | undefined): boolean =>
            typeof entry?.name === 'string' && typeof entry.hash === 'string';
        return Array.isArray(value) && value.every(isFile) ? (value as HashedFile[]) : undefined;
    } catch {
        return undefined;
    }
}
