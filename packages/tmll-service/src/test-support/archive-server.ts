import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { listen } from './listen';

/** An entry of a made-up archive. */
export interface ArchiveEntry {
    readonly path: string;
    readonly content?: string;
    readonly type?: 'file' | 'folder' | 'link' | 'hard-link' | 'device';
    readonly target?: string;
    readonly mode?: number;
}

/** A `.tar.gz` of entries, also of such as no honest program writes. */
export function makeArchive(entries: readonly ArchiveEntry[]): Buffer {
    const blocks = entries.flatMap(({ path, content = '', type = 'file', target = '', mode = 0o755 }) => {
        const data = Buffer.from(type === 'file' ? content : '');
        const header = Buffer.alloc(512);
        header.write(path, 0, 100);
        header.write(octal(mode, 7), 100);
        header.write(octal(0, 7), 108);
        header.write(octal(0, 7), 116);
        header.write(octal(data.length, 11), 124);
        header.write(octal(0, 11), 136);
        header.write('        ', 148);
        header.write({ file: '0', 'hard-link': '1', link: '2', device: '3', folder: '5' }[type], 156);
        header.write(target, 157, 100);
        header.write('ustar\u000000', 257);
        const sum = header.reduce((total, byte) => total + byte, 0);
        header.write(`${octal(sum, 6)}\u0000 `, 148);
        return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
    });
    return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function octal(value: number, digits: number): string {
    return value.toString(8).padStart(digits, '0');
}

/** How a server of archives behaves. */
export interface ArchiveBehaviour {
    archive: Buffer;
    /** Breaks the connection after so many bytes, so many times. */
    cutAfter?: number;
    cuts: number;
    /** Does not hold with ranges. */
    ignoresRanges?: boolean;
    /** Answers a range with another one. */
    wrongRange?: boolean;
    /** Says another length than it sends. */
    claimedLength?: number;
    /** Sends its last bytes never. */
    stalls?: boolean;
    status?: number;
    contentType?: string;
    /** Body of `.sha512`; undefined: there is none. */
    sha512?: string;
    etag: string;
}

export interface ArchiveServer {
    readonly url: string;
    readonly behaviour: ArchiveBehaviour;
    /** `Range` of each request for the archive. */
    readonly ranges: (string | undefined)[];
}

/** A server of one archive on this machine, as good or bad as a test wants it. */
export async function startArchiveServer(archive: Buffer): Promise<ArchiveServer> {
    const behaviour: ArchiveBehaviour = { archive, cuts: 0, etag: '"one"' };
    const ranges: (string | undefined)[] = [];
    const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        if (/\.sha\d+$/.test(request.url ?? '')) {
            const isThere = request.url?.endsWith('.sha512') && behaviour.sha512 !== undefined;
            response.writeHead(isThere ? 200 : 404).end(isThere ? behaviour.sha512 : '');
            return;
        }
        ranges.push(request.headers.range);
        await sendArchive(request, response, behaviour);
    };
    const { url } = await listen((request, response) => void handle(request, response));
    return { url: `${url}/server.tar.gz`, behaviour, ranges };
}

async function sendArchive(
    { headers }: IncomingMessage,
    response: ServerResponse,
    behaviour: ArchiveBehaviour
): Promise<void> {
    const { archive, etag } = behaviour;
    const asked = /^bytes=(\d+)-$/.exec(headers.range ?? '');
    const isPart = asked !== null && !behaviour.ignoresRanges && headers['if-range'] === etag;
    const start = isPart ? Number(asked[1]) : 0;
    const body = archive.subarray(start);
    const said = behaviour.wrongRange ? start + 1 : start;
    response.writeHead(behaviour.status ?? (isPart ? 206 : 200), {
        etag,
        'content-type': behaviour.contentType ?? 'application/gzip',
        'content-length': behaviour.claimedLength ?? body.length,
        ...(isPart && { 'content-range': `bytes ${said}-${archive.length - 1}/${archive.length}` })
    });
    if (behaviour.stalls) {
        response.write(body.subarray(0, body.length >> 1));
    } else if (behaviour.cutAfter !== undefined && behaviour.cuts > 0) {
        behaviour.cuts--;
        response.write(body.subarray(0, behaviour.cutAfter));
        // Whoever reads has what was written before the connection breaks.
        await pause(150);
        response.destroy();
    } else {
        response.end(body);
    }
}

export function sha512(data: Buffer): string {
    return createHash('sha512').update(data).digest('hex');
}
