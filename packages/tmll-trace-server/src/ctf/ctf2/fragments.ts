import { parseJson } from '../../json/parse-json';
import { JsonObject } from './json-object';
import { MetadataError } from './metadata-error';

/** Begins each JSON text of a sequence (RFC 7464). */
const RECORD_SEPARATOR = '\x1e';

/** Field classes are nested less deep; more levels cost memory before anything is looked at. */
const MAX_DEPTH = 2000;

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
            if (depthOf(part) > MAX_DEPTH) {
                throw new MetadataError(where, `it is nested deeper than ${MAX_DEPTH} levels`);
            }
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

/** How deep objects and arrays are nested at most; what stands in texts may count too. */
function depthOf(json: string): number {
    let depth = 0;
    let deepest = 0;
    for (let index = 0; index < json.length; index++) {
        const character = json[index];
        if (character === '[' || character === '{') {
            deepest = Math.max(deepest, ++depth);
        } else if (character === ']' || character === '}') {
            depth--;
        }
    }
    return deepest;
}
