import { createWriteStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../service/errors';
import { InstallError } from './install-error';

export interface DownloadOptions {
    readonly signal?: AbortSignal;
    /** Told how much is there, and of how much, where the server says. */
    readonly onProgress?: (bytes: number, total: number | undefined) => void;
    /** A connection that brings nothing for so long is given up. */
    readonly silenceMs?: number;
    /** How many times in a row it may fail to bring anything before it is given up. */
    readonly attempts?: number;
    /** Before another attempt; doubled each time. */
    readonly pauseMs?: number;
    /** A file larger than this is refused. */
    readonly limitBytes?: number;
}

const DEFAULTS = { silenceMs: 30_000, attempts: 5, pauseMs: 500, limitBytes: 2 * 1024 ** 3 };

/** What is known of a file that is there in part. */
interface Partial {
    readonly url: string;
    /** By this the server tells whether its file is still the same. */
    readonly validator?: string;
    readonly total?: number;
}

/**
 * Downloads a file. A connection that breaks is taken up where it broke, also by a later call; where the server's file has changed
 * since, or it does not hold with ranges, it begins again. The file is there when this resolves, and whole as far as the server
 * says how large it is.
 * @throws InstallError in one sentence; the signal's reason when cancelled, and then what is there stays for the next time
 */
export async function download(url: string, path: string, options: DownloadOptions = {}): Promise<void> {
    const { attempts, pauseMs } = { ...DEFAULTS, ...options };
    let failures = 0;
    let before = await sizeOf(path);
    for (;;) {
        try {
            await attempt(url, path, options);
            await rm(notesOf(path), { force: true });
            return;
        } catch (error) {
            options.signal?.throwIfAborted();
            if (error instanceof InstallError) {
                await forget(path);
                throw error;
            }
            const now = await sizeOf(path);
            failures = now > before ? 1 : failures + 1;
            before = now;
            if (failures >= attempts) {
                throw new InstallError(
                    `The download from ${url} failed ${attempts} times in a row (${reasonOf(error)}); check the connection and try again, it goes on where it stopped.`,
                    { cause: error }
                );
            }
            await pause(pauseMs * 2 ** (failures - 1), undefined, { signal: options.signal });
        }
    }
}

async function attempt(url: string, path: string, options: DownloadOptions): Promise<void> {
    const { silenceMs, limitBytes } = { ...DEFAULTS, ...options };
    const watch = new Silence(silenceMs, options.signal);
    try {
        const have = await resumable(url, path);
        const headers: Record<string, string> = have
            ? { Range: `bytes=${have.size}-`, 'If-Range': have.validator, 'Accept-Encoding': 'identity' }
            : { 'Accept-Encoding': 'identity' };
        const response = await fetch(url, { headers, signal: watch.signal });
        if (response.status === 416) {
            await forget(path);
            throw new Error('the server holds another file now');
        }
        if (!response.ok) {
            await response.body?.cancel();
            if (response.status >= 500 || response.status === 408 || response.status === 429) {
                throw new Error(`the server answered ${response.status}`);
            }
            throw new InstallError(
                `${url} cannot be downloaded: the server answered ${response.status}; give another address, or install the trace server by hand.`
            );
        }
        if (response.headers.get('content-type')?.startsWith('text/html')) {
            await response.body?.cancel();
            throw new InstallError(`${url} is a web page, not an archive; give another address.`);
        }
        const start = startOf(response, have?.size);
        if (start === undefined) {
            await Promise.all([response.body?.cancel(), forget(path)]);
            throw new Error('the server sent another part than was asked for');
        }
        const total = totalOf(response, start);
        if (total !== undefined && total > limitBytes) {
            await response.body?.cancel();
            throw new InstallError(`${url} is ${total} bytes, more than a trace server can be; give another address.`);
        }
        await writeFile(
            notesOf(path),
            JSON.stringify({ url, total, validator: validatorOf(response) } satisfies Partial)
        );
        await append(response, path, start, { ...options, limitBytes, total, watch });
        const size = await sizeOf(path);
        if (total !== undefined && size !== total) {
            if (size > total) {
                await forget(path);
            }
            throw new Error(`${size} of ${total} bytes came`);
        }
    } finally {
        watch.end();
    }
}

async function append(
    response: Response,
    path: string,
    start: number,
    { onProgress, limitBytes, total, watch }: DownloadOptions & { limitBytes: number; total?: number; watch: Silence }
): Promise<void> {
    let bytes = start;
    const body = Readable.fromWeb((response.body ?? new Blob([]).stream()) as ReadableStream);
    await pipeline(
        body,
        async function* (chunks: AsyncIterable<Uint8Array>) {
            for await (const chunk of chunks) {
                bytes += chunk.length;
                watch.heard();
                if (bytes > limitBytes) {
                    throw new InstallError(`The download is larger than a trace server can be; give another address.`);
                }
                onProgress?.(bytes, total);
                yield chunk;
            }
        },
        createWriteStream(path, { flags: start > 0 ? 'r+' : 'w', start }),
        { signal: watch.signal }
    );
}

/** What is there of the same file, where it can be gone on with. */
async function resumable(url: string, path: string): Promise<{ size: number; validator: string } | undefined> {
    const size = await sizeOf(path);
    try {
        const notes = JSON.parse(await readFile(notesOf(path), 'utf8')) as Partial;
        return size > 0 && notes.url === url && notes.validator !== undefined && size < (notes.total ?? Infinity)
            ? { size, validator: notes.validator }
            : undefined;
    } catch {
        return undefined;
    }
}

/** Where the bytes of an answer belong: at the front where the server does not hold with ranges, undefined when it is nowhere. */
function startOf(response: Response, asked: number | undefined): number | undefined {
    if (response.status !== 206) {
        return 0;
    }
    const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
    return range !== null && Number(range[1]) === asked ? asked : undefined;
}

function totalOf(response: Response, start: number): number | undefined {
    const ranged = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '');
    const length = response.headers.get('content-length');
    if (ranged) {
        return Number(ranged[1]);
    }
    return length === null ? undefined : start + Number(length);
}

/** A weak validator says that a file is alike, not that its bytes are the same. */
function validatorOf({ headers }: Response): string | undefined {
    const tag = headers.get('etag');
    return tag !== null && !tag.startsWith('W/') ? tag : (headers.get('last-modified') ?? undefined);
}

function notesOf(path: string): string {
    return `${path}.json`;
}

async function forget(path: string): Promise<void> {
    await Promise.all([rm(path, { force: true }), rm(notesOf(path), { force: true })]);
}

async function sizeOf(path: string): Promise<number> {
    return stat(path).then(
        ({ size }) => size,
        () => 0
    );
}

/** `fetch` itself only says "fetch failed"; the cause says why. */
function reasonOf(error: unknown): string {
    const { cause } = error as { cause?: unknown };
    return cause === undefined ? messageOf(error) : reasonOf(cause);
}

/** Aborts when nothing is heard for a while. */
class Silence {
    private readonly controller = new AbortController();
    private timer: NodeJS.Timeout;
    readonly signal: AbortSignal;

    constructor(
        private readonly limitMs: number,
        outer: AbortSignal | undefined
    ) {
        this.signal = outer ? AbortSignal.any([outer, this.controller.signal]) : this.controller.signal;
        this.timer = this.start();
    }

    heard(): void {
        clearTimeout(this.timer);
        this.timer = this.start();
    }

    end(): void {
        clearTimeout(this.timer);
    }

    private start(): NodeJS.Timeout {
        const reason = new Error(`nothing came for ${this.limitMs / 1000} s`);
        return setTimeout(() => this.controller.abort(reason), this.limitMs);
    }
}
