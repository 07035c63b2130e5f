import { parseJson } from '../../json/parse-json';
import { JsonObject } from './json-object';
import { MetadataError } from './metadata-error';

/** Begins each JSON text of a sequence (RFC 7464). */
const RECORD_SEPARATOR = '\x1e';

/** Is it the text of CTF 2 metadata? */
export function isFragments(text: string): boolean {
    return text.trimStart().startsWith(RECORD_SEPARATOR);
}

/**
 * The fragments of CTF 2 metadata, in order (CTF2-SPEC-2.0, section 5). Integers that are no safe numbers are bigints.
 *
 * @throws MetadataError when one of them is no JSON object
 */
export function parseFragments(text: string): JsonObject[] {
    return text
        .split(RECORD_SEPARATOR)
        .filter(part => part.trim() !== '')
        .map((part, index) => {
            const where = `fragment ${index + 1}`;
            let value: unknown;
            try {
                value = parseJson(part);
            } catch (error) {
                throw new MetadataError(where, `it is no JSON (${(error as Error).message})`);
            }
            const fragment = JsonObject.of(value, where);
            return JsonObject.of(value, `${where} (${fragment.text('type')})`);
        });
}
