import { JsonObject } from './json-object';

/** The UUID that a fragment gives as sixteen numbers, in its usual notation. */
export function uuidOf(fragment: JsonObject): string | undefined {
    if (fragment.value('uuid') === undefined) {
        return undefined;
    }
    const bytes = fragment.array('uuid');
    if (
        bytes.length !== 16 ||
        !bytes.every(byte => Number.isInteger(byte) && Number(byte) >= 0 && Number(byte) < 256)
    ) {
        throw fragment.error('"uuid" must be the 16 bytes of a UUID');
    }
    const digits = Buffer.from(bytes as number[]).toString('hex');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
