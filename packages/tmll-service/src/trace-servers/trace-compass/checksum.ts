import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { InstallError } from './install-error';

/** The best first. MD5 and SHA-1 prove nothing and are not looked at. */
const KINDS = [
    { name: 'sha512', digits: 128 },
    { name: 'sha256', digits: 64 }
] as const;

const ANSWER_LIMIT_MS = 20_000;
/** A checksum's file is a line, or a line for each of some files. */
const MAX_LENGTH = 65_536;

/**
 * Checks a downloaded file against the checksum that is published beside it: `<url>.sha512` or `<url>.sha256`.
 * @returns the kind of the checksum that it was checked against, undefined when none is published
 * @throws InstallError when the file is another one, or the checksum makes no sense; the signal's reason when cancelled
 */
export async function verifyChecksum(url: string, path: string, signal?: AbortSignal): Promise<string | undefined> {
    for (const { name, digits } of KINDS) {
        const published = await publishedAt(`${url}.${name}`, digits, url, signal);
        if (published !== undefined) {
            if ((await digestOf(path, name)) !== published) {
                throw new InstallError(
                    `The download from ${url} is not the file that its checksum (${name}) names; try again, and do not use it.`
                );
            }
            return name;
        }
    }
    return undefined;
}

async function publishedAt(
    address: string,
    digits: number,
    url: string,
    signal: AbortSignal | undefined
): Promise<string | undefined> {
    let text: string;
    try {
        const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
        const response = await fetch(address, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
        const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
        if (response.status === 404 || response.status === 403 || (response.ok && isPage)) {
            await response.body?.cancel();
            return undefined;
        }
        if (!response.ok) {
            throw new Error(`HTTP ${response.status}`);
        }
        text = (await response.text()).slice(0, MAX_LENGTH);
    } catch (error) {
        signal?.throwIfAborted();
        throw new InstallError(`The checksum at ${address} cannot be read; try again.`, { cause: error });
    }
    const file = new URL(url).pathname.split('/').at(-1) ?? '';
    const lines = text.split(/\r?\n/).filter(Boolean);
    const line = lines.find(each => each.includes(file)) ?? (lines.length === 1 ? lines[0] : undefined);
    const found = new RegExp(`(?:^|[\\s=])([0-9a-fA-F]{${digits}})(?:\\s|$)`).exec(line ?? '');
    if (found === null) {
        throw new InstallError(`The checksum at ${address} makes no sense; try again, and do not use the download.`);
    }
    return found[1].toLowerCase();
}

async function digestOf(path: string, kind: string): Promise<string> {
    const hash = createHash(kind);
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
}
