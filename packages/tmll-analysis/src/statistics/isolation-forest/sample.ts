import { SeededRandom } from '../seeded-random';

/**
 * Different whole numbers below n, drawn at random without replacement, each set as likely as any other, by Floyd's
 * algorithm (Bentley and Floyd, "A sample of brilliance", 1987): as many draws as numbers, whatever n.
 * @param size at most n
 */
export function sampleOf(n: number, size: number, random: SeededRandom): Uint32Array {
    const chosen = new Set<number>();
    for (let last = n - size; last < n; last++) {
        const drawn = Math.floor(random.uniform() * (last + 1));
        chosen.add(chosen.has(drawn) ? last : drawn);
    }
    return Uint32Array.from(chosen);
}
