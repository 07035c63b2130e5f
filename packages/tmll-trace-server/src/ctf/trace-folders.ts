import { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TraceError } from '../trace/trace';
import { fileError } from '../trace/file-error';

const METADATA = 'metadata';
const DOCUMENT = /\.json(\.gz)?$/i;
/** LTTng sessions put their traces at most seven folders deep. */
const MAX_DEPTH = 16;
const MAX_FOLDERS = 100_000;

/** What a search found, in the order of the names. */
export interface FoundTraces {
    /** Folders with a metadata file. Several of them can be parts of one trace. */
    readonly folders: readonly string[];
    /** JSON files elsewhere, packed or not: they may hold trace events. */
    readonly documents: readonly string[];
}

/**
 * Searches a folder, and all below it, for what can be a trace.
 *
 * @throws TraceError when the path does not exist, is a file or cannot be read
 */
export async function searchTraces(path: string): Promise<FoundTraces> {
    const root = resolve(path);
    try {
        if (!(await stat(root)).isDirectory()) {
            throw new TraceError(
                `${root} is a file, but a CTF trace is a folder with a file named metadata; open its folder.`,
                root
            );
        }
        const search = new Search();
        await search.visit(root, 0);
        return search;
    } catch (error) {
        throw fileError(error, root);
    }
}

/**
 * The folders at or below a path that have a metadata file.
 *
 * @throws TraceError as `searchTraces`, and when there is none
 */
export async function traceFolders(path: string): Promise<readonly string[]> {
    const { folders } = await searchTraces(path);
    if (folders.length === 0) {
        const root = resolve(path);
        throw new TraceError(
            `${root} holds no CTF trace: neither it nor a folder below has a file named metadata.`,
            root
        );
    }
    return folders;
}

class Search implements FoundTraces {
    readonly folders: string[] = [];
    readonly documents: string[] = [];
    private visited = 0;

    async visit(folder: string, depth: number): Promise<void> {
        if (++this.visited > MAX_FOLDERS) {
            throw new TraceError(`There are more than ${MAX_FOLDERS} folders here; open the trace's own one.`, folder);
        }
        const entries = await this.entries(folder);
        if (entries.some(entry => entry.name === METADATA && !entry.isDirectory())) {
            this.folders.push(folder);
            return;
        }
        this.documents.push(
            ...entries
                .filter(entry => entry.isFile() && DOCUMENT.test(entry.name))
                .map(({ name }) => join(folder, name))
        );
        if (depth < MAX_DEPTH) {
            for (const entry of entries) {
                // Links are not followed, so the search ends.
                if (entry.isDirectory()) {
                    await this.visit(join(folder, entry.name), depth + 1);
                }
            }
        }
    }

    private async entries(folder: string): Promise<Dirent[]> {
        try {
            const entries = await readdir(folder, { withFileTypes: true });
            return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
        } catch (error) {
            throw fileError(error, folder);
        }
    }
}

/** The files of a trace folder that can be streams, in the natural order of their names. */
export async function streamFiles(folder: string): Promise<string[]> {
    try {
        const entries = await readdir(folder, { withFileTypes: true });
        const order = new Intl.Collator('en', { numeric: true });
        return entries
            .filter(entry => !entry.isDirectory() && entry.name !== METADATA && !entry.name.startsWith('.'))
            .map(entry => entry.name)
            .sort(order.compare)
            .map(name => join(folder, name));
    } catch (error) {
        throw fileError(error, folder);
    }
}
