import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameUuid } from '../../name-uuid';
import { VERSION } from '../../version';
import { isIntact } from '../file/recording-file';
import { contentKey, filesOf, type FileState, type HashedFile, hashFiles, isSame } from './fingerprint';

const FORMAT = `${VERSION} 2 ${process.version} ${process.arch}`;
/** Reading so few events again is as fast. */
const FEWEST_EVENTS = 10_000;
const MAX_BYTES = 4 * 2 ** 30;
/** What a program that was ended left unfinished goes after a day. */
const UNFINISHED = '.part';
const UNFINISHED_MS = 24 * 60 * 60 * 1000;

/**
 * Recordings in files, named after the content of their traces: found again wherever the same trace is, and not when a byte of it changed.
 * The content is read again only when size, times or inode of a file differ from last time. A file whose checksum is wrong is deleted; so
 * can everything in the folder be at any time.
 */
export class RecordingCache {
    /** The files of the last trace that was looked for, as they were then. */
    private looked: { readonly path: string; readonly files: readonly HashedFile[] } | undefined;

    /**
     * @param program names the code that makes recordings (`programDigest`): what other code kept is not taken for its own
     * @param fewestEvents recordings of fewer events are not kept
     */
    constructor(
        private readonly folder: string,
        private readonly program: string,
        private readonly fewestEvents = FEWEST_EVENTS
    ) {}

    /** The file of what was kept of the trace at a path; undefined when that is nothing. @throws Error of the file system */
    find(path: string): string | undefined {
        const files = this.hashed(path);
        if (!files) {
            return undefined;
        }
        this.looked = { path, files };
        const file = this.fileOf(files);
        if (!statSync(file, { throwIfNoEntry: false })) {
            return undefined;
        }
        if (!isIntact(file)) {
            rmSync(file, { force: true });
            return undefined;
        }
        const now = new Date();
        utimesSync(file, now, now);
        return file;
    }

    /**
     * Keeps a file with what was read of the trace for which `find` found nothing, unless it has few events or changed meanwhile.
     *
     * @returns the file where it is now; undefined when it is where it was
     * @throws Error of the file system
     */
    keep(path: string, recorded: string, events: number): string | undefined {
        if (this.looked?.path !== path || events < this.fewestEvents) {
            return undefined;
        }
        const { files } = this.looked;
        if (!isSame(files, filesOf(path))) {
            return undefined;
        }
        mkdirSync(this.folder, { recursive: true });
        const file = this.fileOf(files);
        renameSync(recorded, file);
        replace(this.indexOf(path), JSON.stringify(files));
        this.evict();
        return file;
    }

    /** The files with their hashes: those of last time where nothing changed since. */
    private hashed(path: string): HashedFile[] | undefined {
        const files = filesOf(path);
        if (!files) {
            return undefined;
        }
        const known = parseIndex(readIfThere(this.indexOf(path)));
        return known && isSame(known, files) ? known : hashFiles(path, files);
    }

    private fileOf(files: readonly HashedFile[]): string {
        return join(this.folder, `${contentKey(files, `${FORMAT} ${this.program}`)}.recording`);
    }

    private indexOf(path: string): string {
        return join(this.folder, `${nameUuid(path)}.json`);
    }

    /** Deletes what was not used for the longest time while there is too much, and what was never finished. */
    private evict(): void {
        const kept = readdirSync(this.folder)
            .map(name => join(this.folder, name))
            .map(file => ({ file, stats: statSync(file, { throwIfNoEntry: false }) }))
            .sort((a, b) => (b.stats?.mtimeMs ?? 0) - (a.stats?.mtimeMs ?? 0));
        let bytes = 0;
        for (const { file, stats } of kept) {
            bytes += stats?.size ?? 0;
            const isOld = Date.now() - (stats?.mtimeMs ?? 0) > UNFINISHED_MS;
            if (bytes > MAX_BYTES || (isOld && file.endsWith(UNFINISHED))) {
                rmSync(file, { force: true });
            }
        }
    }
}

/** Another process sees the old file or the new one, never a part. */
function replace(file: string, content: string): void {
    const unfinished = `${file}.${process.pid}${UNFINISHED}`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
}

function readIfThere(file: string): string | undefined {
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return undefined;
        }
        throw error;
    }
}

/** An index that is broken is one that is not there. */
function parseIndex(text: string | undefined): HashedFile[] | undefined {
    try {
        const value: unknown = text && JSON.parse(text);
        const isFile = (entry: Partial<HashedFile & FileState> | undefined): boolean =>
            typeof entry?.name === 'string' && typeof entry.hash === 'string';
        return Array.isArray(value) && value.every(isFile) ? (value as HashedFile[]) : undefined;
    } catch {
        return undefined;
    }
}
