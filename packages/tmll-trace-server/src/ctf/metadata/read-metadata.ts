import { readFile, stat } from 'node:fs/promises';
import { TraceError } from '../../trace/trace';
import { fileError } from '../../trace/file-error';
import { isFragments, parseFragments } from '../ctf2/fragments';
import { MetadataError } from '../ctf2/metadata-error';
import { buildTraceClass as buildFromFragments } from '../ctf2/trace-class-builder';
import { parseTsdl } from '../tsdl/parser';
import { TsdlError } from '../tsdl/tsdl-error';
import { metadataText } from './metadata-text';
import { buildTraceClass } from './trace-class-builder';
import { TraceClass } from './trace-class';

/** Metadata of the largest traces known is below 2 MB. */
const MAX_METADATA_BYTES = 64 * 1024 * 1024;

/** Reads and understands a trace's metadata file. Throws `TraceError`; errors of its text say line and column. */
export async function readMetadata(path: string): Promise<TraceClass> {
    let bytes: Buffer;
    try {
        const { size } = await stat(path);
        if (size > MAX_METADATA_BYTES) {
            throw new TraceError(`The metadata file ${path} is too large (${size} bytes) to be one.`, path);
        }
        bytes = await readFile(path);
    } catch (error) {
        throw fileError(error, path);
    }
    return parseMetadata(metadataText(bytes, path), path);
}

/** Understands the text of a metadata file; `path` is for the messages. */
export function parseMetadata(text: string, path: string): TraceClass {
    try {
        return isFragments(text) ? buildFromFragments(parseFragments(text)) : buildTraceClass(parseTsdl(text));
    } catch (error) {
        if (error instanceof MetadataError) {
            throw misunderstood(path, error.message, error);
        }
        if (error instanceof TsdlError) {
            const { line, column } = error.at;
            throw misunderstood(path, `line ${line}, column ${column}: ${error.message}`, error);
        }
        throw error;
    }
}

function misunderstood(path: string, problem: string, cause: Error): TraceError {
    // Names out of the metadata may hold line breaks; the sentence must not.
    const sentence = problem.replace(/\s+/g, ' ');
    return new TraceError(`The metadata ${path} cannot be understood: ${sentence}.`, path, { cause });
}
