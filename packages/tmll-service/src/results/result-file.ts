import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Raised when the form of the files or of what is in them changes; files of another version are dropped. */
export const SCHEMA_VERSION = 1;

/** What is known of a result without reading it: the first line of its file. The second line is the result, as it is served. */
export interface ResultHeader {
    readonly schemaVersion: number;
    readonly id: string;
    /** Fingerprint of the traces that it was computed from. */
    readonly fingerprint: string;
    readonly experimentId: string;
    readonly module: string;
    readonly method: string;
    readonly findings: number;
    readonly severity: number;
    /** ISO 8601. */
    readonly createdAt: string;
    /** Length and SHA-256 of the second line, by which a damaged file is known. */
    readonly bytes: number;
    readonly sha256: string;
}

/** What the writer of a result says of it; the rest of the header follows from the result itself. */
export type ResultDescription = Omit<ResultHeader, 'schemaVersion' | 'bytes' | 'sha256'>;

/** A file that holds no result that can be used, and why. */
export class ResultFileError extends Error {
    override readonly name = 'ResultFileError';
}

/** A header is a few hundred bytes; a first line longer than this is none. */
const HEADER_LIMIT_BYTES = 16_384;

/**
 * Writes a result so that the file either is there, complete, or is not there: to a file beside it, onto the disk, then renamed.
 * @param json the result as a JSON document without line breaks
 */
export async function writeResultFile(path: string, description: ResultDescription, json: Uint8Array): Promise<void> {
    const header: ResultHeader = {
        schemaVersion: SCHEMA_VERSION,
        ...description,
        bytes: json.length,
        sha256: createHash('sha256').update(json).digest('hex')
    };
    const unfinished = join(dirname(path), `${description.id}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
    try {
        const file = await open(unfinished, 'wx', 0o600);
        try {
            await file.write(Buffer.from(`${JSON.stringify(header)}\n`));
            await file.writeFile(json);
            await file.sync();
        } finally {
            await file.close();
        }
        await rename(unfinished, path);
    } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
    }
}

/** @throws ResultFileError when the file begins with no header of this version */
export async function readResultHeader(path: string): Promise<ResultHeader> {
    const file = await open(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_LIMIT_BYTES), 0, HEADER_LIMIT_BYTES, 0);
        return parseHeader(buffer.subarray(0, bytesRead));
    } finally {
        await file.close();
    }
}

/**
 * The result of a file, as bytes of JSON.
 * @throws ResultFileError when the file is of another version or damaged
 */
export async function readResultFile(path: string): Promise<Buffer> {
    const content = await readFile(path);
    const header = parseHeader(content);
    const json = content.subarray(content.indexOf('\n') + 1);
    if (json.length !== header.bytes || createHash('sha256').update(json).digest('hex') !== header.sha256) {
        throw new ResultFileError('it is damaged');
    }
    return json;
}

function parseHeader(content: Buffer): ResultHeader {
    const end = content.subarray(0, HEADER_LIMIT_BYTES).indexOf('\n');
    if (end < 0) {
        throw new ResultFileError('it is damaged');
    }
    let header: Partial<ResultHeader> | null;
    try {
        header = JSON.parse(content.toString('utf8', 0, end)) as Partial<ResultHeader> | null;
    } catch (error) {
        throw new ResultFileError('it is damaged', { cause: error });
    }
    if (header?.schemaVersion !== SCHEMA_VERSION) {
        throw new ResultFileError(
            `it is of version ${header?.schemaVersion}, this program keeps version ${SCHEMA_VERSION}`
        );
    }
    return header as ResultHeader;
}
