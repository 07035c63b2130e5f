/**
 * Random numbers that are the same for the same seed, in every engine.
 *
 * Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, passes gjrand's tests, enough for simulations of
 * up to some hundred million numbers.
 */
export class SeededRandom {
    private state: number;
    private spare: number | undefined;

    /** @param seed a whole number; only its lowest 32 bits count */
    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** Uniform from 0, inclusive, to 1, exclusive. */
    uniform(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let bits = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
        return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
    }

    /** Gaussian with mean 0 and standard deviation 1, by the polar method of Marsaglia and Bray (1964). */
    gaussian(): number {
        if (this.spare !== undefined) {
            const spare = this.spare;
            this.spare = undefined;
            return spare;
        }
        for (;;) {
            const u = 2 * this.uniform() - 1;
            const v = 2 * this.uniform() - 1;
            const s = u * u + v * v;
            if (s > 0 && s < 1) {
                const factor = Math.sqrt((-2 * Math.log(s)) / s);
                this.spare = v * factor;
                return u * factor;
            }
        }
    }
}
