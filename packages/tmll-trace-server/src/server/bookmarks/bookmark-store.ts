import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Experiment } from '../experiments/experiment';
import { parseJson } from '../../json/parse-json';
import { type JsonValue, writeJson } from '../json/write-json';
import { nameUuid } from '../name-uuid';
import { TspError } from '../tsp-error';

/** A named range of time of an experiment, in ns since the epoch, both ends included. */
export interface Bookmark {
    readonly uuid: string;
    readonly name: string;
    readonly start: bigint;
    readonly end: bigint;
}

/** More than anyone sets by hand. */
const MAX_BOOKMARKS = 10_000;

/**
 * The bookmarks of experiments: in a file for each set of traces, so that they are there again when the same traces are opened under the
 * same name, or without a folder only as long as the server runs.
 */
export class BookmarkStore {
    private readonly bookmarks = new Map<string, Map<string, Bookmark>>();

    /** @param folder where the files are kept; made when there is something to keep. Undefined: nothing is kept */
    constructor(private readonly folder?: string) {}

    /** All bookmarks of an experiment, in the order in which they were made. */
    all(experiment: Experiment): Bookmark[] {
        return [...this.of(experiment).values()];
    }

    /** @throws TspError 404 when there is none of this UUID */
    get(experiment: Experiment, uuid: string): Bookmark {
        const bookmark = this.of(experiment).get(uuid);
        if (!bookmark) {
            throw new TspError(404, 'Bookmark not found');
        }
        return bookmark;
    }

    /** @throws TspError 400 when there are too many; 500 when they cannot be kept */
    create(experiment: Experiment, content: Omit<Bookmark, 'uuid'>): Bookmark {
        const bookmarks = this.of(experiment);
        if (bookmarks.size >= MAX_BOOKMARKS) {
            throw new TspError(400, `An experiment has at most ${MAX_BOOKMARKS} bookmarks.`, 'Delete some.');
        }
        const bookmark = { uuid: randomUUID(), ...content };
        this.keep(experiment, new Map(bookmarks).set(bookmark.uuid, bookmark));
        return bookmark;
    }

    /** Changes a bookmark. @throws TspError 404 when there is none of this UUID; 500 when it cannot be kept */
    change(experiment: Experiment, uuid: string, content: Omit<Bookmark, 'uuid'>): Bookmark {
        const bookmark = { uuid: this.get(experiment, uuid).uuid, ...content };
        this.keep(experiment, new Map(this.of(experiment)).set(uuid, bookmark));
        return bookmark;
    }

    /** Deletes a bookmark and gives what it was. @throws TspError 404 when there is none of this UUID */
    delete(experiment: Experiment, uuid: string): Bookmark {
        const bookmark = this.get(experiment, uuid);
        const rest = new Map(this.of(experiment));
        rest.delete(uuid);
        this.keep(experiment, rest);
        return bookmark;
    }

    private of(experiment: Experiment): Map<string, Bookmark> {
        const key = keyOf(experiment);
        let bookmarks = this.bookmarks.get(key);
        if (!bookmarks) {
            bookmarks = this.read(key);
            this.bookmarks.set(key, bookmarks);
        }
        return bookmarks;
    }

    private read(key: string): Map<string, Bookmark> {
        if (this.folder === undefined) {
            return new Map();
        }
        const file = join(this.folder, `${key}.json`);
        try {
            return new Map(toBookmarks(parseJson(readFileSync(file, 'utf8'))).map(one => [one.uuid, one]));
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
                return new Map();
            }
            throw new TspError(
                500,
                `The bookmarks in ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
                'Repair or delete the file.'
            );
        }
    }

    /** Writes first, so that what a client is told is what is kept. */
    private keep(experiment: Experiment, bookmarks: Map<string, Bookmark>): void {
        const key = keyOf(experiment);
        if (this.folder !== undefined) {
            const file = join(this.folder, `${key}.json`);
            try {
                mkdirSync(this.folder, { recursive: true });
                if (bookmarks.size === 0) {
                    rmSync(file, { force: true });
                } else {
                    const unfinished = `${file}.${process.pid}`;
                    writeFileSync(unfinished, writeJson([...bookmarks.values()].map(toJson)));
                    renameSync(unfinished, file);
                }
            } catch (error) {
                const reason = error instanceof Error ? error.message : String(error);
                throw new TspError(500, `The bookmarks cannot be kept in ${this.folder}: ${reason}`);
            }
        }
        this.bookmarks.set(key, bookmarks);
    }
}

/** A bookmark as TSP shows it. */
export function toJson({ uuid, name, start, end }: Bookmark): JsonValue {
    return { uuid, name, start, end };
}

/** Experiments of the same name and traces have the same bookmarks. */
function keyOf({ uuid, traces }: Experiment): string {
    return nameUuid([uuid, ...traces.map(({ opened }) => opened.uuid).sort()].join('\0'));
}

function toBookmarks(value: unknown): Bookmark[] {
    if (!Array.isArray(value)) {
        throw new TypeError('it holds no list');
    }
    return value.map((entry: unknown) => {
        const { uuid, name, start, end } = entry as Record<string, unknown>;
        const isTime = (time: unknown): time is number | bigint => typeof time === 'number' || typeof time === 'bigint';
        if (typeof uuid !== 'string' || typeof name !== 'string' || !isTime(start) || !isTime(end)) {
            throw new TypeError('an entry is no bookmark');
        }
        return { uuid, name, start: BigInt(start), end: BigInt(end) };
    });
}
