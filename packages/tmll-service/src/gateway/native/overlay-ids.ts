import { createHash } from 'node:crypto';

/**
 * Trace servers count their entries from 0; ours lie from here on, below 2^31, which every client keeps in an integer.
 */
const LOWEST = 2 ** 30;
const COUNT = 2 ** 30;

/** Whether an entry is one of ours, by its id. */
export function isOverlayId(id: number): boolean {
    return Number.isInteger(id) && id >= LOWEST && id < LOWEST + COUNT;
}

/**
 * Ids of entries that follow from what they name, so that an open chart still asks for the right ones after a restart. Where
 * two would be equal the later one takes the next that is free.
 */
export function overlayIds(names: readonly (readonly string[])[]): number[] {
    const taken = new Set<number>();
    return names.map(name => {
        let offset = createHash('sha256').update(JSON.stringify(name)).digest().readUInt32BE() % COUNT;
        while (taken.has(offset)) {
            offset = (offset + 1) % COUNT;
        }
        taken.add(offset);
        return LOWEST + offset;
    });
}
