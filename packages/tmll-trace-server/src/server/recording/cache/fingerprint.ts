import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of a trace, and what tells whether it changed since it was read. */
export interface FileState {
    /** Path relative to the trace. */
    readonly name: string;
    readonly size: string;
    /** When its content or its properties last changed, in ns since the epoch; cannot be set by hand, as `modified` can. */
    readonly changed: string;
    readonly modified: string;
    readonly inode: string;
}

/** The same with a hash of what is in it. */
export interface HashedFile extends FileState {
    readonly hash: string;
}

/** A folder with more files is no trace of which something is kept. */
const MAX_FILES = 100_000;
const BLOCK = 1 << 20;

/**
 * The files of a trace, ordered by name; undefined when there are too many.
 *
 * @param path a folder, all files below which belong to the trace, or a single file
 */
export function filesOf(path: string): FileState[] | undefined {
    const names = statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, withFileTypes: true })
              .filter(entry => entry.isFile())
              .map(entry => relative(path, join(entry.parentPath, entry.name)))
        : [''];
    return names.length > MAX_FILES ? undefined : names.sort().map(name => stateOf(path, name));
}

/** Whether nothing changed between two looks at the same files. */
export function isSame(before: readonly FileState[], after: readonly FileState[] | undefined): boolean {
    const text = (files: readonly FileState[]): string =>
        JSON.stringify(files.map(({ name, size, changed, modified, inode }) => [name, size, changed, modified, inode]));
    return after !== undefined && text(before) === text(after);
}

/** Reads the files and adds a hash of what is in each. */
export function hashFiles(path: string, files: readonly FileState[]): HashedFile[] {
    const block = Buffer.alloc(BLOCK);
    return files.map(file => {
        const hash = createHash('sha256');
        const descriptor = openSync(join(path, file.name), 'r');
        try {
            for (let read = readSync(descriptor, block); read > 0; read = readSync(descriptor, block)) {
                hash.update(block.subarray(0, read));
            }
        } finally {
            closeSync(descriptor);
        }
        return { ...file, hash: hash.digest('hex') };
    });
}

/** Names what is in the files, whatever the trace's folder is called and whenever they were written. */
export function contentKey(files: readonly HashedFile[], version: string): string {
    const hash = createHash('sha256').update(version);
    for (const { name, hash: content } of files) {
        hash.update(`\0${name}\0${content}`);
    }
    return hash.digest('hex');
}

function stateOf(path: string, name: string): FileState {
    const { size, ctimeNs, mtimeNs, ino }: BigIntStats = statSync(join(path, name), { bigint: true });
    return {
        name,
        size: String(size),
        changed: String(ctimeNs),
        modified: String(mtimeNs),
        inode: String(ino)
    };
}
