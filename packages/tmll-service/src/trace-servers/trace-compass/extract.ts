import { posix } from 'node:path';
import { extract as untar, list, ReadEntry } from 'tar';
import { messageOf } from '../../service/errors';
import { InstallError } from './install-error';

/** What an archive may unpack to. The server is some 300 MB in some 1,000 files. */
const LIMITS = { entries: 50_000, bytes: 4 * 1024 ** 3 };

const KINDS = new Set(['File', 'OldFile', 'ContiguousFile', 'Directory', 'SymbolicLink', 'Link']);

/**
 * Unpacks a `.tar.gz` into a folder that is there and empty. The whole archive is looked at before a file is written: one entry
 * that would lead out of the folder, and nothing is unpacked.
 * @throws InstallError in one sentence when it is damaged or leads out
 */
export async function extract(archive: string, folder: string): Promise<void> {
    let entries = 0;
    let bytes = 0;
    let refused: string | undefined;
    const look = (entry: ReadEntry): void => {
        entries++;
        bytes += entry.size;
        refused ??= objection(entry);
        if (entries > LIMITS.entries || bytes > LIMITS.bytes) {
            refused ??= 'it unpacks to more than a trace server can be';
        }
    };
    try {
        await list({ file: archive, strict: true, onReadEntry: look });
    } catch (error) {
        throw new InstallError(`The archive is damaged (${messageOf(error)}); download it again.`, { cause: error });
    }
    if (refused !== undefined || entries === 0) {
        throw new InstallError(`The archive is refused: ${refused ?? 'it is empty'}; do not use it.`);
    }
    try {
        await untar({ file: archive, cwd: folder, strict: true, preserveOwner: false });
    } catch (error) {
        throw new InstallError(`The archive cannot be unpacked (${messageOf(error)}); is there room on the disk?`, {
            cause: error
        });
    }
}

/** What is wrong with an entry, undefined when nothing is. */
function objection({ path, type, linkpath }: ReadEntry): string | undefined {
    if (!KINDS.has(type)) {
        return `${JSON.stringify(path)} is neither a file, nor a folder, nor a link`;
    }
    if (leadsOut(path)) {
        return `${JSON.stringify(path)} leads out of its folder`;
    }
    const target = type === 'SymbolicLink' ? posix.join(posix.dirname(path), linkpath ?? '') : (linkpath ?? '');
    if (type.endsWith('Link') && (isAbsolute(linkpath ?? '') || leadsOut(target))) {
        return `${JSON.stringify(path)} links to ${JSON.stringify(linkpath)}, out of its folder`;
    }
    return undefined;
}

function leadsOut(path: string): boolean {
    const clean = posix.normalize(path.replaceAll('\\', '/'));
    return isAbsolute(clean) || clean === '..' || clean.startsWith('../') || path.includes('\0');
}

function isAbsolute(path: string): boolean {
    return /^([/\\]|[A-Za-z]:)/.test(path);
}
