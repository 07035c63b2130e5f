import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { userDataFolder } from '../../protocol';
import { verifyChecksum } from './checksum';
import { download, DownloadOptions } from './download';
import { extract } from './extract';
import { executableBelow, INSTALL_FOLDER_NAME } from './find-executable';
import { InstallError } from './install-error';
import { latestRelease } from './release';

export interface InstallOptions {
    /** Default: the user's data folder (`userDataFolder`). */
    readonly dataFolder?: string;
    /** Address of the archive (`.tar.gz`); default: the latest build for this machine from the project's download address. */
    readonly url?: string;
    /** Installs again though one is there. */
    readonly force?: boolean;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: InstallProgress) => void;
    /** How the download deals with bad connections. */
    readonly download?: Pick<DownloadOptions, 'silenceMs' | 'attempts' | 'pauseMs' | 'limitBytes'>;
}

export interface InstallProgress {
    readonly step: 'downloading' | 'checking' | 'unpacking' | 'done';
    /** Bytes that are there, while it downloads. */
    readonly bytes?: number;
    readonly totalBytes?: number;
}

/** A trace server that is installed. */
export interface InstalledTraceServer {
    readonly executable: string;
    /** The kind of the published checksum that the download was checked against; undefined when none is published. */
    readonly checksum?: string;
}

/** What an installation that died left behind goes after a day. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/**
 * Installs the Trace Compass server into the user's data folder: downloads it, checks size and checksum, looks at every path in
 * the archive, unpacks it beside and puts it in place in one step. Whatever fails, what was installed before stays. Needs no rights
 * beyond the user's.
 * @throws InstallError in one sentence that says what to do; the signal's reason when cancelled, and the download goes on from
 * there the next time
 */
export async function installTraceServer(options: InstallOptions = {}): Promise<InstalledTraceServer> {
    const { signal, onProgress } = options;
    const dataFolder = options.dataFolder ?? userDataFolder(process.platform, process.env, homedir());
    const release = latestOf(options.url);
    const target = join(dataFolder, INSTALL_FOLDER_NAME);
    const present = options.force ? undefined : await executableBelow(target, release.executable);
    if (present !== undefined) {
        onProgress?.({ step: 'done' });
        return { executable: present };
    }
    const work = join(dataFolder, `${INSTALL_FOLDER_NAME}.install`);
    await mkdir(work, { recursive: true, mode: 0o700 });
    const archive = join(work, 'trace-compass-server.tar.gz');
    await download(release.url, archive, {
        ...options.download,
        signal,
        onProgress: (bytes, totalBytes) => onProgress?.({ step: 'downloading', bytes, totalBytes })
    });
    const unpacked = join(work, randomBytes(6).toString('hex'));
    try {
        onProgress?.({ step: 'checking' });
        const checksum = await verifyChecksum(release.url, archive, signal);
        onProgress?.({ step: 'unpacking' });
        await mkdir(unpacked);
        await extract(archive, unpacked);
        signal?.throwIfAborted();
        const executable = await executableBelow(unpacked, release.executable);
        if (executable === undefined) {
            throw new InstallError(`${release.url} holds no ${release.executable}; give another address.`);
        }
        await putInPlace(unpacked, target, work);
        onProgress?.({ step: 'done' });
        return { executable: join(target, relative(unpacked, executable)), checksum };
    } finally {
        // An archive that was good is not needed any more, a bad one must not be taken up again.
        await Promise.all([rm(archive, { force: true }), rm(unpacked, { recursive: true, force: true })]);
        await tidy(work);
    }
}

function latestOf(url: string | undefined): { readonly url: string; readonly executable: string } {
    const { platform, arch } = process;
    if (url === undefined) {
        return latestRelease(platform, arch);
    }
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new InstallError(`"${url}" is no address of an archive; give one that begins with https://.`);
    }
    return { url, executable: platform === 'win32' ? 'tracecompass-server.exe' : 'tracecompass-server' };
}

/** Renames are whole or not at all; the old one is moved away first, and back when the new one does not get there. */
async function putInPlace(unpacked: string, target: string, work: string): Promise<void> {
    const old = join(work, `old-${randomBytes(6).toString('hex')}`);
    const hadOld = await rename(target, old).then(
        () => true,
        () => false
    );
    try {
        await rename(unpacked, target);
    } catch (error) {
        if (hadOld) {
            await rename(old, target);
        }
        throw error;
    }
    await rm(old, { recursive: true, force: true });
}

async function tidy(work: string): Promise<void> {
    for (const name of await readdir(work).catch(() => [])) {
        const path = join(work, name);
        const entry = await stat(path).catch(() => undefined);
        if (entry?.isDirectory() && Date.now() - entry.mtimeMs > LEFT_BEHIND_MS) {
            await rm(path, { recursive: true, force: true });
        }
    }
}
