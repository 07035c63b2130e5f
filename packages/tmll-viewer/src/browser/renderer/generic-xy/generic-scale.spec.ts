import { fullWindow, stackBases, yScale } from './generic-scale';
import { GenericSeries } from './generic-xy-source';

const bars = (id: number, values: number[]): GenericSeries => ({
    id,
    style: 'bar',
    domain: { kind: 'ranges', starts: Float64Array.of(0, 10, 20), ends: Float64Array.of(9, 19, 29) },
    values: Float64Array.from(values)
});

describe('fullWindow', () => {
    it('holds all closed ranges, whole', () => {
        expect(fullWindow([bars(1, [1, 2, 3])])).toEqual({ start: 0, end: 30 });
    });

    it('gives each category a place', () => {
        const series: GenericSeries = { ...bars(1, [1, 2]), domain: { kind: 'categories', names: ['CPU', 'Memory'] } };
        expect(fullWindow([series])).toEqual({ start: 0, end: 2 });
    });

    it('is something to draw on also without values', () => {
        expect(fullWindow([])).toEqual({ start: 0, end: 1 });
    });
});

describe('stackBases', () => {
    it('lets each bar begin where the one below it ends, and lines at zero', () => {
        const line: GenericSeries = { ...bars(3, [5, 5, 5]), style: 'line' };
        const bases = stackBases([bars(1, [1, 2, Number.NaN]), bars(2, [4, 0, 1]), line, bars(4, [1, 1, 1])]);
        expect(bases.map(base => [...base])).toEqual([
            [0, 0, 0],
            [1, 2, 0],
            [0, 0, 0],
            [5, 2, 1]
        ]);
    });
});

describe('yScale', () => {
    it('spans what is stacked, from zero, with round ticks', () => {
        const series = [bars(1, [1, 2, 3]), bars(2, [4, 5, 97])];
        const scale = yScale(series, stackBases(series), 200, false);
        expect(scale.low).toBe(0);
        expect(scale.high).toBeGreaterThan(100);
        expect(scale.ticks).toEqual([0, 20, 40, 60, 80, 100]);
        expect(scale.yOf(0)).toBe(200);
    });

    it('shows a single event beside a million', () => {
        const series = [bars(1, [1, 0, 1e6])];
        const scale = yScale(series, stackBases(series), 200, true);
        expect(scale.yOf(0)).toBe(200);
        expect(scale.yOf(1)).toBeLessThan(190);
        expect(scale.yOf(1)).toBeGreaterThan(scale.yOf(1e6));
        expect(scale.ticks).toEqual([1, 10, 100, 1000, 1e4, 1e5, 1e6]);
    });
});
