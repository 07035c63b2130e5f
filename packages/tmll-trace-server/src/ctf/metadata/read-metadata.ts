import { readFile, stat } from 'node:fs/promises';
import { TraceError } from '../../trace/trace';
import { fileError } from '../file-error';
import { parseTsdl } from '../tsdl/parser';
import { TsdlError } from '../tsdl/tsdl-error';
import { metadataText } from './metadata-text';
import { buildTraceClass } from './trace-class-builder';
import { TraceClass } from './trace-class';

/** Metadata of the largest traces known is below 2 MB. */
const MAX_METADATA_BYTES = 256 * 1024 * 1024;

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
    if (text.trimStart().startsWith('[') || text.trimStart().startsWith('{') || text.startsWith('\x1e')) {
        throw new TraceError(`The trace of ${path} is in the CTF 2 format, which is not supported yet.`, path);
    }
    try {
        return buildTraceClass(parseTsdl(text));
    } catch (error) {
        if (error instanceof TsdlError) {
            const { line, column } = error.at;
            throw new TraceError(
                `The metadata ${path} cannot be understood: line ${line}, column ${column}: ${error.message}.`,
                path,
                { cause: error }
            );
        }
        throw error;
    }
}
