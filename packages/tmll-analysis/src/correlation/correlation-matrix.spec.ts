import { SeededRandom } from '../statistics/seeded-random';
import { clusterOrder } from './cluster-order';
import { adjustCells, correlationMatrix, pairsOf, squareMatrix } from './correlation-matrix';
import { ObservedSeries } from './observed-series';

const LENGTH = 300;
const random = new SeededRandom(5);
const noise = (): Float64Array => Float64Array.from({ length: LENGTH }, () => random.gaussian());
const plus = (values: Float64Array, sign: number): Float64Array =>
    values.map(value => sign * value + 0.3 * random.gaussian());

const a = noise();
const b = noise();
const series = [a, b, plus(a, 1), plus(b, -1), new Float64Array(LENGTH).fill(3)].map(each => new ObservedSeries(each));

describe('correlationMatrix', () => {
    const cells = correlationMatrix(series);

    it('has each pair once, row by row below the diagonal', () => {
        const pairs = cells.map(({ first, second }) => [first, second]);
        expect(pairs.slice(0, 4)).toEqual([
            [0, 1],
            [0, 2],
            [1, 2],
            [0, 3]
        ]);
        expect(pairs).toHaveLength(10);
    });

    it('finds what moves together, with its sign, and nothing else', () => {
        const significant = cells.filter(({ adjustedPValue }) => adjustedPValue < 0.05);
        expect(significant.map(({ first, second, coefficient }) => [first, second, Math.sign(coefficient)])).toEqual([
            [0, 2, 1],
            [1, 3, -1]
        ]);
    });

    it('says why a method was taken, and that a constant moves with nothing', () => {
        expect(cells[0]).toMatchObject({
            method: 'pearson',
            reason: 'The values of both are spread much as a Gaussian.'
        });
        expect(cells[6]).toMatchObject({
            method: 'none',
            reason: 'One of the series is constant, which moves with nothing.',
            coefficient: 0,
            pValue: 1,
            adjustedPValue: 1
        });
        expect(correlationMatrix(series, 'kendall')[0]).toMatchObject({
            method: 'kendall',
            reason: 'It was asked for.'
        });
    });

    it('can be computed in parts', () => {
        const pairs = pairsOf(series.length);
        const parts = [pairs.slice(0, 4), pairs.slice(4)].map(part => correlationMatrix(series, undefined, part));
        expect(adjustCells(parts.flat())).toEqual(cells);
    });

    it('is a symmetric matrix of what is asked for', () => {
        const matrix = squareMatrix(5, cells, 1, ({ coefficient }) => coefficient);
        expect(matrix[2][2]).toBe(1);
        expect(matrix[3][1]).toBe(matrix[1][3]);
        expect(matrix[3][1]).toBeLessThan(-0.8);
    });
});

describe('clusterOrder', () => {
    it('brings together what moves together, whatever the sign', () => {
        const matrix = squareMatrix(5, correlationMatrix(series), 1, ({ coefficient }) => coefficient);
        const order = clusterOrder(matrix);
        expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
        expect(Math.abs(order.indexOf(0) - order.indexOf(2))).toBe(1);
        expect(Math.abs(order.indexOf(1) - order.indexOf(3))).toBe(1);
    });

    it('answers for none and one', () => {
        expect(clusterOrder([])).toEqual([]);
        expect(clusterOrder([[1]])).toEqual([0]);
    });
});
