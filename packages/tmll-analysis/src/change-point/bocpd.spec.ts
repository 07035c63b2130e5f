import { SeededRandom } from '../statistics/seeded-random';
import { changeProbabilities } from './bocpd';

function gaussian(seed: number, length: number): Float64Array {
    const random = new SeededRandom(seed);
    return Float64Array.from({ length }, () => random.gaussian());
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('changeProbabilities', () => {
    it('expects one change where there is one, and tells where', () => {
        const values = gaussian(1, 300).map((value, index) => value + (index < 120 ? 0 : 5));
        const probabilities = changeProbabilities(values);
        expect(sum(probabilities.subarray(118, 123))).toBeGreaterThan(0.95);
        expect(sum(probabilities)).toBeLessThan(1.5);
    });

    it('tells a change of the spread', () => {
        const values = gaussian(2, 400).map((value, index) => value * (index < 200 ? 1 : 6));
        const probabilities = changeProbabilities(values, { lag: 30 });
        expect(sum(probabilities.subarray(190, 212))).toBeGreaterThan(0.7);
    });

    it('expects hardly any change in noise', () => {
        const expected = Array.from({ length: 20 }, (_, seed) => sum(changeProbabilities(gaussian(seed, 500))));
        expect(expected.reduce((total, value) => total + value, 0) / 20).toBeLessThan(0.5);
    });

    it('is what the definition says: the sum over all ways to cut, weighed by their likelihood', () => {
        // With lag 0 the last value's probability is that of a run of length 0 given all values, here by all cuts of 8 values.
        const values = Float64Array.of(-1, 0.5, 0, -0.5, 1, 6, 7, 5.5);
        const hazard = 0.1;
        const last = changeProbabilities(values, { hazard, lag: 0 })[7];
        expect(last).toBeCloseTo(posteriorOfLast(values, hazard), 10);
    });

    it('takes constant and few values', () => {
        expect(sum(changeProbabilities(new Float64Array(50).fill(3)))).toBe(0);
        expect(changeProbabilities(new Float64Array(0))).toHaveLength(0);
        expect(sum(changeProbabilities(Float64Array.of(1)))).toBe(0);
    });
});

/** By enumeration; the marginal likelihood of a run by the closed form of the normal-inverse-gamma distribution. */
function posteriorOfLast(values: Float64Array, hazard: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = (sorted[3] + sorted[4]) / 2;
    const distances = values.map(value => Math.abs(value - middle)).sort();
    const scale = (1.4826 * (distances[3] + distances[4])) / 2;
    const standard = values.map(value => (value - middle) / scale);
    let total = 0;
    let withLast = 0;
    for (let cut = 0; cut < 2 ** (values.length - 1); cut++) {
        const starts = [
            0,
            ...Array.from({ length: values.length - 1 }, (_, k) => k + 1).filter(k => (cut >> (k - 1)) & 1)
        ];
        const weight = starts.reduce((product, start, index) => {
            const run = standard.subarray(start, starts[index + 1] ?? values.length);
            return product * marginal(run) * (1 - hazard) ** (run.length - 1) * (index === 0 ? 1 : hazard);
        }, 1);
        total += weight;
        withLast += starts.includes(values.length - 1) ? weight : 0;
    }
    return withLast / total;
}

function marginal(run: Float64Array): number {
    const n = run.length;
    const mean = sum(run) / n;
    const squares = run.reduce((total, value) => total + (value - mean) ** 2, 0);
    const [kappa, alpha, beta] = [0.01, 1, 1];
    const b = beta + squares / 2 + (kappa * n * mean * mean) / (2 * (kappa + n));
    const a = alpha + n / 2;
    return (
        ((gamma(a) / gamma(alpha)) * (beta ** alpha / b ** a) * Math.sqrt(kappa / (kappa + n))) /
        (2 * Math.PI) ** (n / 2)
    );
}

/** Of multiples of one half. */
function gamma(x: number): number {
    return x === 1 ? 1 : x === 0.5 ? Math.sqrt(Math.PI) : (x - 1) * gamma(x - 1);
}
