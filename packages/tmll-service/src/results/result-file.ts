import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { writeWhole } from '../service/atomic-file';
import { isReadable, migrateHeader, SCHEMA_VERSION } from './result-migrations';

export { SCHEMA_VERSION };

/** What is known of a result without reading it: the first line of its file. The second line is the result, as it is served. */
export interface ResultHeader {
    readonly schemaVersion: number;
    readonly id: string;
    /** Fingerprint of the traces that it was computed from. */
    readonly fingerprint: string;
    /** `traceSource` of them; empty when it was not kept. */
    readonly source: string;
    readonly experimentId: string;
    /** `questionKey` of what was asked; of a migrated result, which does not know it, its id. */
    readonly questionId: string;
    /** `aboutQuestion` of what was asked. */
    readonly about: string;
    readonly module: string;
    /** With all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
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

/** What a file holds. */
export interface ResultContent {
    readonly header: ResultHeader;
    /** The result, as bytes of JSON. */
    readonly json: Buffer;
    /** Whether the file is of an older version and was read as one of this; it is to be written anew. */
    readonly isMigrated: boolean;
}

/**
 * Writes a result, whole or not at all.
 * @param json the result as a JSON document without line breaks
 */
export async function writeResultFile(path: string, description: ResultDescription, json: Uint8Array): Promise<void> {
    const header: ResultHeader = {
        ...description,
        schemaVersion: SCHEMA_VERSION,
        bytes: json.length,
        sha256: createHash('sha256').update(json).digest('hex')
    };
    await writeWhole(path, async file => {
        await file.write(Buffer.from(`${JSON.stringify(header)}\n`));
        await file.writeFile(json);
    });
}

/**
 * The header of a file of this version; undefined when it is of an older one that `readResultFile` can migrate.
 * @throws ResultFileError when the file begins with no header of such a version
 */
export async function readResultHeader(path: string): Promise<ResultHeader | undefined> {
    const file = await open(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_LIMIT_BYTES), 0, HEADER_LIMIT_BYTES, 0);
        const header = parseHeader(buffer.subarray(0, bytesRead));
        return header.schemaVersion === SCHEMA_VERSION ? (header as unknown as ResultHeader) : undefined;
    } finally {
        await file.close();
    }
}

/**
 * All of a file, migrated when it is of an older version.
 * @throws ResultFileError when the file is damaged, or of a version that cannot be migrated
 */
export async function readResultFile(path: string): Promise<ResultContent> {
    const content = await readFile(path);
    const header = parseHeader(content);
    const json = content.subarray(content.indexOf('\n') + 1);
    if (json.length !== header.bytes || createHash('sha256').update(json).digest('hex') !== header.sha256) {
        throw new ResultFileError('it is damaged');
    }
    const isMigrated = header.schemaVersion !== SCHEMA_VERSION;
    const current = isMigrated ? migrateHeader(header, json) : header;
    return { header: current as unknown as ResultHeader, json, isMigrated };
}

function parseHeader(content: Buffer): Record<string, unknown> {
    const end = content.subarray(0, HEADER_LIMIT_BYTES).indexOf('\n');
    if (end < 0) {
        throw new ResultFileError('it is damaged');
    }
    let header: Record<string, unknown> | null;
    try {
        header = JSON.parse(content.toString('utf8', 0, end)) as Record<string, unknown> | null;
    } catch (error) {
        throw new ResultFileError('it is damaged', { cause: error });
    }
    const version = header?.schemaVersion;
    if (header === null || typeof version !== 'number' || !isReadable(version)) {
        throw new ResultFileError(`it is of version ${version}, this program keeps version ${SCHEMA_VERSION}`);
    }
    return header;
}
