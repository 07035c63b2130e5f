import { valueFormat } from './value-format';

const plain = (text: string): string => text.replace(/\u202f/g, ' ');
const format = (value: number, unit: string): string => plain(valueFormat(unit).format(value));
const tick = (value: number, step: number, unit: string): string => plain(valueFormat(unit).formatTick(value, step));

describe('valueFormat', () => {
    it.each([
        [0, '', '0'],
        [42, '', '42'],
        [0.000123456, '', '0.0001235'],
        [-1.5, '', '−1.500'],
        [1234567, '', '1.235 M'],
        [364.087, '%', '364.1 %'],
        [1536, 'B', '1.500 KiB'],
        [512, 'B', '512 B'],
        [3 * 1024 ** 3, 'B/s', '3.000 GiB/s'],
        [1236, 'events/s', '1.236 k events/s'],
        [12, 'events', '12 events'],
        [1_500_000, 'ns', '1.500 ms'],
        [Number.NaN, '%', '–']
    ])('writes %d with unit "%s" as %s', (value, unit, text) => {
        expect(format(value, unit)).toBe(text);
    });

    it('gives ticks only the digits that tell them apart', () => {
        expect([0, 20, 40].map(value => tick(value, 20, '%'))).toEqual(['0 %', '20 %', '40 %']);
        expect([0, 0.25, 0.5].map(value => tick(value, 0.25, ''))).toEqual(['0.00', '0.25', '0.50']);
        expect([0, 500, 1000, 1500].map(value => tick(value, 500, 'events/s'))).toEqual(['0', '500', '1.0 k', '1.5 k']);
        expect([0, 512, 1024, 1536].map(value => tick(value, 512, 'B'))).toEqual([
            '0 B',
            '512 B',
            '1.0 KiB',
            '1.5 KiB'
        ]);
    });

    it('writes a long unit once beside the axis instead of on every tick', () => {
        expect(['events/s', '%', 'B/s', ''].map(unit => valueFormat(unit).caption)).toEqual(['events/s', '', '', '']);
    });

    it('steps bytes in powers of two and everything else in decimals', () => {
        expect(valueFormat('B').steps?.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
        expect(valueFormat('%').steps).toBeUndefined();
    });

    it('knows which units count from zero', () => {
        expect(
            ['%', 'B', 'B/s', 'events/s', 'events', 'ns', '', '°C'].map(unit => valueFormat(unit).startsAtZero)
        ).toEqual([true, true, true, true, true, true, false, false]);
    });
});
