import { Objective } from './gradient';
import { minimize } from './minimize';

const rosenbrock: Objective = ([x, y]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
const beale: Objective = ([x, y]) =>
    (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2;
const powell: Objective = ([a, b, c, d]) => (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;
const wood: Objective = ([a, b, c, d]) =>
    100 * (b - a * a) ** 2 +
    (1 - a) ** 2 +
    90 * (d - c * c) ** 2 +
    (1 - c) ** 2 +
    10 * (b + d - 2) ** 2 +
    0.1 * (b - d) ** 2;

describe('minimize', () => {
    it.each<[string, Objective, number[], number[], number]>([
        ['Rosenbrock', rosenbrock, [-1.2, 1], [1, 1], 1e-4],
        ['Beale', beale, [1, 1], [3, 0.5], 1e-4],
        ['Powell, singular', powell, [3, -1, 0, 1], [0, 0, 0, 0], 0.05],
        ['Wood', wood, [-3, -1, -3, -1], [1, 1, 1, 1], 1e-4]
    ])('finds the known minimum of the function of %s', (_, objective, start, minimum, precision) => {
        const { x, converged } = minimize(objective, Float64Array.from(start), { maxIterations: 200 });
        expect(converged).toBe(true);
        minimum.forEach((value, index) => expect(Math.abs(x[index] - value)).toBeLessThan(precision));
    });

    it('finds the minimum of a quadratic whose axes differ a millionfold', () => {
        const objective: Objective = x =>
            x.reduce((sum, value, index) => sum + 10 ** (3 * index) * (value - index) ** 2, 0);
        const { x } = minimize(objective, Float64Array.of(5, -5, 5), { gradientTolerance: 1e-8 });
        [0, 1, 2].forEach(index => expect(x[index]).toBeCloseTo(index, 6));
    });

    it('goes around where the objective is not defined', () => {
        const { x } = minimize(([value]) => value - Math.log(value), Float64Array.of(20));
        expect(x[0]).toBeCloseTo(1, 5);
    });

    it('ends where the objective is flat, and at once at a minimum', () => {
        expect(minimize(() => 3, Float64Array.of(1, 2))).toMatchObject({ value: 3, iterations: 0, converged: true });
        expect(minimize(rosenbrock, Float64Array.of(1, 1))).toMatchObject({ iterations: 0, converged: true });
        expect(minimize(() => 3, new Float64Array(0))).toMatchObject({ value: 3, converged: true });
    });

    it('follows a descent without end up to the limit', () => {
        const { value, converged, iterations } = minimize(([x]) => -x, Float64Array.of(0), { maxIterations: 7 });
        expect({ converged, iterations }).toEqual({ converged: false, iterations: 7 });
        expect(value).toBeLessThan(-7);
    });

    it('stops when it is told to, with the best point so far', () => {
        let asked = 0;
        const start = Float64Array.of(-1.2, 1);
        const { value, iterations, converged } = minimize(rosenbrock, start, { shouldStop: () => ++asked > 3 });
        expect({ iterations, converged }).toEqual({ iterations: 3, converged: false });
        expect(value).toBeLessThan(rosenbrock(start));
    });

    it('needs fewer steps from what another search nearby has learnt', () => {
        const shifted: Objective = ([x, y]) => rosenbrock(Float64Array.of(x + 1e-3, y));
        const { x, iterations, inverseHessian } = minimize(rosenbrock, Float64Array.of(-1.2, 1));
        expect(minimize(shifted, x, { inverseHessian }).iterations).toBeLessThan(minimize(shifted, x).iterations);
        expect(iterations).toBeGreaterThan(10);
    });

    it('does not change its start and gives the same answer twice', () => {
        const start = Float64Array.of(-1.2, 1);
        expect(minimize(rosenbrock, start).x).toEqual(minimize(rosenbrock, start).x);
        expect(start).toEqual(Float64Array.of(-1.2, 1));
    });

    it('refuses a start where the objective is not finite', () => {
        expect(() => minimize(() => NaN, Float64Array.of(1))).toThrow(RangeError);
    });
});
