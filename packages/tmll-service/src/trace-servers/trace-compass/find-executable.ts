import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { executableOf } from './release';

/** The folder of an installed Trace Compass in the user's data folder. */
export const INSTALL_FOLDER_NAME = 'trace-compass';

export interface FoundTraceCompass {
    readonly executable: string;
    /** Where it was found, for people. */
    readonly from: 'preference' | 'TRACE_SERVER_PATH' | 'installation' | 'PATH';
}

export interface FindOptions {
    /** The path in the user's preferences: the executable, or a folder that holds it. */
    readonly path?: string;
    readonly platform: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    /** The user's data folder. */
    readonly dataFolder: string;
}

/** How deep below a folder the executable is looked for; macOS has it in `….app/Contents/MacOS`. */
const MAX_DEPTH = 5;

/**
 * The Trace Compass server of this machine: the one that the user names, by preference or by `TRACE_SERVER_PATH`, else the one
 * that was installed from here, else one in `PATH`; undefined when there is none.
 * @throws Error in one sentence when the one that the user names is none
 */
export async function findTraceCompass(options: FindOptions): Promise<FoundTraceCompass | undefined> {
    const { path, platform, environment, dataFolder } = options;
    const name = executableOf(platform);
    const named: readonly (readonly [string | undefined, FoundTraceCompass['from']])[] = [
        [path, 'preference'],
        [environment.TRACE_SERVER_PATH, 'TRACE_SERVER_PATH']
    ];
    for (const [place, from] of named) {
        if (place) {
            const executable = await executableAt(place, name);
            if (executable === undefined) {
                throw new Error(
                    `There is no Trace Compass server at ${place} (${from}): it has no ${name}; correct it.`
                );
            }
            return { executable, from };
        }
    }
    const installed = await executableBelow(join(dataFolder, INSTALL_FOLDER_NAME), name);
    if (installed) {
        return { executable: installed, from: 'installation' };
    }
    for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
        const executable = join(folder, name);
        if (await isExecutable(executable)) {
            return { executable, from: 'PATH' };
        }
    }
    return undefined;
}

/** The executable that a path is, or that lies in or below the folder that it is. */
async function executableAt(path: string, name: string): Promise<string | undefined> {
    return (await isExecutable(path)) ? path : executableBelow(path, name);
}

/** The executable of a name in or below a folder, the topmost first; links to folders are not followed. */
export async function executableBelow(folder: string, name: string, depth = 0): Promise<string | undefined> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const own = entries.find(entry => entry.name === name && !entry.isDirectory());
    if (own && (await isExecutable(join(folder, name)))) {
        return join(folder, name);
    }
    for (const entry of depth < MAX_DEPTH ? entries : []) {
        const found = entry.isDirectory() && (await executableBelow(join(folder, entry.name), name, depth + 1));
        if (found) {
            return found;
        }
    }
    return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
    try {
        await access(path, constants.X_OK);
        return (await stat(path)).isFile();
    } catch {
        return false;
    }
}
