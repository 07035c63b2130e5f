import { adjustPValues } from '../../statistics/false-discovery';
import { SeededRandom } from '../../statistics/seeded-random';
import { changeOf } from './change';
import { onsetOf } from './onset';

const BASELINE = { from: 0, to: 80 };
const LEAD = { from: 80, to: 100 };
const WINDOW = { from: 100, to: 120 };
const LENGTH = WINDOW.to;

const random = new SeededRandom(17);

/** Noise that remembers a share of the bin before, and a step at a bin. */
function series(memory: number, step: number, from: number = WINDOW.from): Float64Array {
    let level = 0;
    return Float64Array.from({ length: LENGTH }, (_, bin) => {
        level = memory * level + random.gaussian();
        return 10 + level + (bin >= from ? step : 0);
    });
}

describe('changeOf', () => {
    it('tells size, direction and ratio of a change', () => {
        const rise = changeOf(series(0, 30), WINDOW, BASELINE);
        expect(rise?.difference).toBeCloseTo(30, 0);
        expect(rise?.ratio).toBeCloseTo(4, 0);
        expect(rise?.score).toBeGreaterThan(12);
        expect(rise?.pValue).toBeLessThan(1e-12);
        expect(changeOf(series(0, -8), WINDOW, BASELINE)?.score).toBeLessThan(-8);
    });

    it.each([0, 0.5, 0.9])('finds no change in series of memory %d that go on as before', memory => {
        const pValues = Array.from({ length: 500 }, () => changeOf(series(memory, 0), WINDOW, BASELINE)?.pValue ?? NaN);
        expect(pValues.filter(pValue => pValue < 0.01).length).toBeLessThanOrEqual(500 * 0.04);
        const adjusted = adjustPValues(Float64Array.from(pValues));
        expect(adjusted.filter(pValue => pValue < 0.05).length).toBeLessThanOrEqual(2);
    });

    it('takes one spike, and one event where there was none, for no change', () => {
        const spike = new Float64Array(LENGTH);
        spike[105] = 1000;
        expect(changeOf(spike, WINDOW, BASELINE)?.pValue).toBeGreaterThan(0.05);
    });

    it('takes a value that is held for one observation, a level for as many as there are bins', () => {
        const step = Float64Array.from({ length: LENGTH }, (_, bin) => (bin >= WINDOW.from ? 1 : 0));
        expect(changeOf(step, WINDOW, BASELINE, true)?.pValue).toBeGreaterThan(0.01);
        expect(changeOf(step, WINDOW, BASELINE, false)?.pValue).toBeLessThan(1e-6);
    });

    it('leaves out an earlier burst of the baseline', () => {
        const values = series(0, 30);
        values.fill(45, 20, 38);
        const change = changeOf(values, WINDOW, BASELINE);
        expect(change?.baseline).toBeCloseTo(10, 0);
        expect(change?.score).toBeGreaterThan(12);
    });

    it('answers for constants, gaps and no values', () => {
        expect(changeOf(new Float64Array(LENGTH).fill(3), WINDOW, BASELINE)).toMatchObject({
            difference: 0,
            score: 0,
            pValue: 1,
            ratio: 1
        });
        expect(changeOf(new Float64Array(LENGTH).fill(NaN), WINDOW, BASELINE)).toBeUndefined();
        const gaps = series(0, 30).map((value, bin) => (bin % 3 === 0 ? NaN : value));
        expect(changeOf(gaps, WINDOW, BASELINE)?.score).toBeGreaterThan(8);
        expect(changeOf(new Float64Array(LENGTH), WINDOW, BASELINE)?.ratio).toBeUndefined();
    });

    it('leaves its input as it is', () => {
        const values = series(0, 30);
        const copy = values.slice();
        changeOf(values, WINDOW, BASELINE);
        expect(values).toEqual(copy);
    });
});

describe('onsetOf', () => {
    it.each([85, 94, 100, 110])('finds where a change begins: bin %d', from => {
        const values = series(0, 30, from);
        const change = changeOf(values, WINDOW, BASELINE);
        expect(Math.abs(onsetOf(values, change!, WINDOW, LEAD) - from)).toBeLessThanOrEqual(1);
        const drop = values.map(value => -value);
        expect(Math.abs(onsetOf(drop, changeOf(drop, WINDOW, BASELINE)!, WINDOW, LEAD) - from)).toBeLessThanOrEqual(1);
    });
});
