import { join, resolve, sep } from 'node:path';
import { readMetadata } from './metadata/read-metadata';
import { TraceClass } from './metadata/trace-class';
import { traceFolders } from './trace-folders';

/** Folders that hold one trace together: mostly one, several for rotation chunks and snapshots, which share a UUID. */
export interface TraceParts {
    /** The folder that they have in common. */
    readonly path: string;
    readonly folders: readonly string[];
    /** The metadata that declares most; the others are earlier states of it. */
    readonly traceClass: TraceClass;
}

/**
 * The traces at or below a path.
 *
 * @throws TraceError when there is none, or metadata cannot be read
 */
export async function traceParts(path: string): Promise<TraceParts[]> {
    const groups = new Map<string, { folders: string[]; traceClass: TraceClass }>();
    for (const folder of await traceFolders(path)) {
        const traceClass = await readMetadata(join(folder, 'metadata'));
        const key = traceClass.identity ?? folder;
        const group = groups.get(key);
        if (!group) {
            groups.set(key, { folders: [folder], traceClass });
            continue;
        }
        group.folders.push(folder);
        if (declarations(traceClass) > declarations(group.traceClass)) {
            group.traceClass = traceClass;
        }
    }
    return [...groups.values()].map(group => ({ ...group, path: commonFolder(group.folders) }));
}

/**
 * Paths of which `openCtfTrace` opens one trace each, at or below a path; together they cover all traces there. Chunks and
 * snapshots of one trace are one path, that of the folder around them.
 *
 * @throws TraceError when the path does not exist, cannot be read or holds no trace
 */
export async function findTraces(path: string): Promise<string[]> {
    const paths = [...new Set((await traceParts(resolve(path))).map(parts => parts.path))];
    return paths.filter(one => !paths.some(other => other !== one && one.startsWith(join(other, sep))));
}

function declarations({ streams }: TraceClass): number {
    return streams.reduce((sum, stream) => sum + 1 + stream.events.length, 0);
}

function commonFolder(folders: readonly string[]): string {
    const [first, ...others] = folders.map(folder => folder.split(sep));
    const length = first.findIndex((name, index) => others.some(other => other[index] !== name));
    return first.slice(0, length < 0 ? first.length : length).join(sep) || sep;
}
