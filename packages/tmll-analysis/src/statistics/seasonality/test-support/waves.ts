import { SeededRandom } from '../../seeded-random';

/** Numbers from 0 to 1 by phase from 0 to 1: what repeats. */
export const SHAPES: Readonly<Record<string, (phase: number) => number>> = {
    sine: phase => 0.5 + 0.5 * Math.sin(2 * Math.PI * phase),
    square: phase => (phase < 0.25 ? 1 : 0),
    sawtooth: phase => phase,
    impulse: phase => (phase === 0 ? 1 : 0)
};

/** A shape that repeats, `height` standard deviations of the Gaussian noise high. */
export function wave(shape: string, period: number, length: number, height: number, seed: number): Float64Array {
    const random = new SeededRandom(seed);
    return Float64Array.from({ length }, (_, t) => height * SHAPES[shape]((t % period) / period) + random.gaussian());
}

/** u(t) = φ·u(t − 1) + noise: a random walk for φ = 1. */
export function redNoise(phi: number, length: number, seed: number): Float64Array {
    const random = new SeededRandom(seed);
    let level = 0;
    return Float64Array.from({ length }, () => (level = phi * level + random.gaussian()));
}
