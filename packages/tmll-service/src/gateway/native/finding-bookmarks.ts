import { createHash } from 'node:crypto';
import { JsonValue } from 'tmll-trace-server';
import { ModuleFinding } from './current-results';

/** So many findings are bookmarked: the worst. */
const MAX_BOOKMARKS = 100;

export interface FindingBookmark {
    readonly uuid: string;
    readonly name: string;
    readonly start: bigint;
    readonly end: bigint;
    readonly [member: string]: JsonValue;
}

/** Findings as bookmarks, the worst first. Their UUIDs follow from the findings, so they are the same in each run. */
export function findingBookmarks(findings: readonly ModuleFinding[]): FindingBookmark[] {
    return findings.slice(0, MAX_BOOKMARKS).map(({ module, finding: { id, sentence, startNs, endNs } }) => ({
        uuid: uuidOf(`${module}/${id}`),
        name: sentence,
        start: startNs,
        end: endNs
    }));
}

/** A UUID of version 8: own digits, here those of a hash. */
function uuidOf(name: string): string {
    const digest = createHash('sha256').update(name).digest();
    digest[6] = (digest[6] & 0x0f) | 0x80;
    digest[8] = (digest[8] & 0x3f) | 0x80;
    return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
