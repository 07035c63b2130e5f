import { valueFormat } from './value-format';
import { ReadableSeries, readout } from './xy-readout';

function series(id: number, label: string, times: number[], values: number[]): ReadableSeries {
    const data = {
        id,
        unit: '',
        style: 'line' as const,
        times: Float64Array.from(times),
        values: Float64Array.from(values)
    };
    return { label, color: 'red', data };
}

const format = valueFormat('');

describe('readout', () => {
    const read = series(1, 'read', [0, 10, 20], [1, 2, 3]);
    const write = series(2, 'write', [0, 10, 20], [5, NaN, 1]);

    it('tells the values at the nearest sample, the highest first', () => {
        const { time, rows } = readout([read, write], format, 4, undefined);
        expect(time).toBe(0);
        expect(rows.map(row => [row.label, row.value])).toEqual([
            ['write', '5'],
            ['read', '1']
        ]);
    });

    it('says that a value is missing instead of inventing one', () => {
        expect(readout([write, read], format, 11, undefined).rows.map(row => [row.label, row.value])).toEqual([
            ['read', '2'],
            ['write', '–']
        ]);
    });

    it('leaves out series that have no sample at that time', () => {
        const sparse = series(3, 'sparse', [100], [9]);
        expect(readout([read, sparse], format, 9, undefined).rows.map(row => row.label)).toEqual(['read']);
        expect(readout([read, sparse], format, 99, undefined).rows.map(row => row.label)).toEqual(['sparse']);
    });

    it('marks the curve that is nearest to the mouse', () => {
        const nearestLabel = (value: number | undefined): string | undefined =>
            readout([read, write], format, 0, value).rows.find(row => row.isNearest)?.label;
        expect(nearestLabel(4.9)).toBe('write');
        expect(nearestLabel(1.2)).toBe('read');
        expect(nearestLabel(undefined)).toBeUndefined();
    });

    it('has the time of the mouse where there is no value at all, and counts what it leaves out', () => {
        expect(readout([], format, 7, undefined)).toEqual({ time: 7, rows: [], more: 0 });
        const many = Array.from({ length: 20 }, (_, id) => series(id, `s${id}`, [0], [id]));
        expect(readout(many, format, 0, undefined)).toMatchObject({ more: 6, rows: { length: 14 } });
    });
});
