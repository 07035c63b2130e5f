import { principalComponents } from './principal-components';
import { SeededRandom } from './seeded-random';

/** A covariance matrix of random rows. */
function randomCovariance(size: number): Float64Array {
    const random = new SeededRandom(6);
    const rows = Array.from({ length: 40 }, () => Float64Array.from({ length: size }, () => random.gaussian()));
    return Float64Array.from({ length: size * size }, (_, cell) =>
        rows.reduce((sum, row) => sum + row[Math.floor(cell / size)] * row[cell % size], 0)
    );
}

describe('principalComponents', () => {
    it('has the closed form of two dimensions', () => {
        const { components, shares, count } = principalComponents(Float64Array.of(2, 1, 1, 2), 2);
        expect(count).toBe(2);
        expect(shares[0]).toBeCloseTo(3 / 4, 12);
        expect(shares[1]).toBeCloseTo(1 / 4, 12);
        expect([...components.subarray(0, 2)].map(Math.abs)).toEqual([
            expect.closeTo(Math.SQRT1_2, 12),
            expect.closeTo(Math.SQRT1_2, 12)
        ]);
        expect(components[2] * components[3]).toBeCloseTo(-1 / 2, 12);
    });

    it('are unit vectors, at right angles, that make up the matrix', () => {
        const size = 7;
        const covariance = randomCovariance(size);
        const { components, shares } = principalComponents(covariance, size);
        const trace = covariance.reduce((sum, value, cell) => sum + (cell % (size + 1) === 0 ? value : 0), 0);
        const vector = (place: number): Float64Array => components.subarray(place * size, (place + 1) * size);
        for (let a = 0; a < size; a++) {
            for (let b = 0; b < size; b++) {
                const product = vector(a).reduce((sum, value, k) => sum + value * vector(b)[k], 0);
                expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
                const cell = shares.reduce((sum, part, k) => sum + part * trace * vector(k)[a] * vector(k)[b], 0);
                expect(cell).toBeCloseTo(covariance[a * size + b], 9);
            }
        }
    });

    it('come by how much varies in them, as many as are asked for', () => {
        const diagonal = Float64Array.of(1, 0, 0, 0, 6, 0, 0, 0, 3);
        const { components, shares } = principalComponents(diagonal, 2);
        expect([...components]).toEqual([0, 1, 0, 0, 0, 1]);
        expect([...shares]).toEqual([0.6, 0.3]);
    });

    it('have signs that do not hang on chance: none sums up to less than 0', () => {
        const { components, count } = principalComponents(randomCovariance(5), 5);
        for (let place = 0; place < count; place++) {
            const sum = components.subarray(5 * place, 5 * place + 5).reduce((total, each) => total + each, 0);
            expect(sum).toBeGreaterThanOrEqual(0);
        }
    });
});
