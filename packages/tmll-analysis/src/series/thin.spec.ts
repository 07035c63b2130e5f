import { seriesOf } from './test-support/series-of';
import { thin } from './thin';

describe('thin', () => {
    it('keeps short series as they are', () => {
        const series = seriesOf([1, 2, 3]);
        expect(thin(series, 3)).toBe(series);
    });

    it('keeps each extreme, in the order of time', () => {
        const values = Float64Array.from({ length: 10_000 }, (_, index) => Math.sin(index));
        values[1234] = 50;
        values[8765] = -50;
        const { times, values: kept } = thin(seriesOf(values), 100);
        expect(kept.length).toBeLessThanOrEqual(100);
        expect(kept).toContain(50);
        expect(kept).toContain(-50);
        expect([...times]).toEqual([...times].sort((a, b) => a - b));
    });

    it('keeps gaps', () => {
        const values = Float64Array.from({ length: 1000 }, (_, index) => (index < 300 || index >= 600 ? index : NaN));
        const kept = thin(seriesOf(values), 20).values;
        expect(kept.some(Number.isNaN)).toBe(true);
        expect(Number.isNaN(kept[0])).toBe(false);
    });
});
