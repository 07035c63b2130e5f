import { ValueColumn } from './value-column';

const column = (values: Iterable<number>): ValueColumn => {
    const result = new ValueColumn();
    for (const value of values) {
        result.push(value);
    }
    return result;
};

describe('ValueColumn', () => {
    it.each([
        ['bytes', (index: number) => index % 256],
        ['signed 16-bit integers', (index: number) => (index % 2 === 0 ? -0x8000 : 0x7fff)],
        ['signed 32-bit integers', (index: number) => -0x80000000 + index],
        ['integers beyond 32 bits', (index: number) => 2 ** 40 + index],
        ['fractions', (index: number) => index / 3],
        ['NaN among integers', (index: number) => (index % 100 === 0 ? NaN : index)],
        ['negative zeros', (index: number) => (index % 100 === 0 ? -0 : 1)]
    ])('keeps %s exactly through packing', (_name, make) => {
        const values = Array.from({ length: 9000 }, (_, index) => make(index));
        const packed = column(values);
        expect(packed.length).toBe(9000);
        expect(Array.from(values, (_, rank) => packed.at(rank))).toEqual(values);
    });

    it('summarizes ranges over chunk borders, without NaN (oracle: a loop over the array)', () => {
        const values = Array.from({ length: 10_000 }, (_, index) => (index % 7 === 0 ? NaN : index));
        const packed = column(values);
        for (const [from, to] of [
            [0, 1],
            [1, 1],
            [4095, 4097],
            [1, 9999],
            [8192, 10_000]
        ]) {
            const numbers = values.slice(from, to).filter(value => !Number.isNaN(value));
            expect(packed.summarize(from, to)).toEqual({
                sum: numbers.reduce((sum, value) => sum + value, 0),
                count: numbers.length,
                last: numbers.at(-1) ?? NaN
            });
        }
    });
});
