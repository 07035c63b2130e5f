import { createHash, Hash } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrorCode } from '../service/errors';

/** Bytes at either end of a file that are looked at: headers at the front, the latest events at the back. */
const SAMPLE_BYTES = 4096;

/** What is known of an experiment's trace. */
export interface FingerprintedTrace {
    readonly name: string;
    /** On the machine of the trace server. */
    readonly path: string;
    readonly uuid: string;
    readonly events: number;
    readonly startNs: bigint;
    readonly endNs: bigint;
}

/**
 * Tells whether traces are still those that a result was computed from, without reading them whole: of every file the
 * name, size, time of last change and both ends count. Where the files are not at hand, what the trace server says of the trace
 * stands in. Names of traces count too, because they are part of the paths of series.
 * @param local whether the trace server runs on this machine, so that its paths are ours
 */
export async function traceFingerprint(traces: readonly FingerprintedTrace[], local: boolean): Promise<string> {
    const hash = createHash('sha256');
    for (const trace of [...traces].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        hash.update(`trace ${JSON.stringify(trace.name)}\n`);
        if (!local || !(await addPath(hash, trace.path, ''))) {
            hash.update(`${trace.uuid} ${trace.events} ${trace.startNs} ${trace.endNs}\n`);
        }
    }
    return hash.digest('hex');
}

/**
 * Names traces by where they lie, whatever is in them: the same for a trace and for what has become of it, so that what was computed
 * from it before is known to be of old.
 */
export function traceSource(traces: readonly Pick<FingerprintedTrace, 'name' | 'path'>[]): string {
    const places = traces.map(({ name, path }) => JSON.stringify([name, path])).sort();
    return createHash('sha256').update(places.join('\n')).digest('hex').slice(0, 32);
}

/** Adds a file, or all files below a folder; false when it cannot be looked at. */
async function addPath(hash: Hash, path: string, name: string): Promise<boolean> {
    try {
        const entry = await stat(path);
        if (entry.isDirectory()) {
            await addFolder(hash, path, name);
        } else {
            hash.update(`file ${JSON.stringify(name)} ${entry.size} ${entry.mtimeMs}\n`);
            await addEnds(hash, path, entry.size);
        }
        return true;
    } catch (error) {
        if (isErrorCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) {
            return false;
        }
        throw error;
    }
}

/** Links are left out: they may lead in circles, and traces hold none. */
async function addFolder(hash: Hash, path: string, name: string): Promise<void> {
    const children = (await readdir(path, { withFileTypes: true })).filter(
        child => child.isDirectory() || child.isFile()
    );
    for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        await addPath(hash, join(path, child.name), `${name}/${child.name}`);
    }
}

async function addEnds(hash: Hash, path: string, size: number): Promise<void> {
    const file = await open(path, 'r');
    try {
        for (const position of [0, Math.max(0, size - SAMPLE_BYTES)]) {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, position);
            hash.update(buffer.subarray(0, bytesRead));
        }
    } finally {
        await file.close();
    }
}
