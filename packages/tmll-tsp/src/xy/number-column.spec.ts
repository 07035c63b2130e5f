import { TimeColumn, ValueColumn } from './number-column';

function read(column: TimeColumn | ValueColumn, ...literals: string[]): number[] {
    for (const literal of literals) {
        const data = new TextEncoder().encode(`[${literal}]`);
        column.append(data, 1, data.length - 1);
    }
    return [...column.toArray()];
}

/** A generator with a fixed seed (Park and Miller, 1988). */
function random(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('TimeColumn', () => {
    it.each([
        [1448652394359148425n, '1448652394359148425', 0],
        [1448652394359148425n, '1448652394359148426', 1],
        [1448652394359148425n, '1448652394359148424', -1],
        [1448652394999999999n, '1448652395000000000', 1],
        [0n, '9007199254740991', 9007199254740991],
        [-5n, '3', 8],
        [-1448652394359148425n, '-1448652394359148400', 25],
        [9223372036854775807n, '9223372036854775807', 0],
        [-9223372036854775808n, '-9223372036854775807', 1],
        [100n, '99', -1],
        [9999999999n, '10000000000', 1]
    ])('from origin %s, %s lies at %s ns', (origin, literal, offset) => {
        expect(read(new TimeColumn(origin), literal)).toEqual([offset]);
    });

    it('is exact below 2^53 ns for times of any length (oracle: bigint subtraction)', () => {
        const next = random(42);
        const column = new TimeColumn(1448652394359148425n);
        const times = Array.from({ length: 5000 }, () => {
            const distance = BigInt(Math.floor((next() - 0.5) * 2 ** Math.floor(next() * 54)));
            return 1448652394359148425n + distance;
        });
        const offsets = read(column, ...times.map(String));
        expect(offsets).toEqual(times.map(time => Number(time - 1448652394359148425n)));
    });

    it.each(['1.5', '1e18', 'null', '"1448652394359148425"', '-', '12345678901234567890', '0x10', ''])(
        'refuses %j',
        literal => {
            expect(() => read(new TimeColumn(0n), literal)).toThrow('not a time in whole ns');
        }
    );
});

describe('ValueColumn', () => {
    it.each([
        '0',
        '-0.0',
        '1.0',
        '12.5',
        '-0.1',
        '0.3333333333333333',
        '9007199254740993',
        '1e-7',
        '1.5E+300',
        '5e-324'
    ])('reads %s as JSON.parse does', literal => {
        expect(read(new ValueColumn(), literal)).toEqual([JSON.parse(literal)]);
    });

    it('reads what doubles are printed as, to the last bit (oracle: Number)', () => {
        const next = random(7);
        const literals = Array.from({ length: 5000 }, () => {
            const value = (next() - 0.5) * 10 ** Math.floor(next() * 40 - 20);
            return next() < 0.5 ? String(value) : value.toFixed(Math.floor(next() * 12));
        });
        expect(read(new ValueColumn(), ...literals)).toEqual(literals.map(Number));
    });

    it.each(['null', 'NaN', '"NaN"', 'Infinity', '-Infinity', '"-Infinity"', '1e400'])(
        'takes %s as no value',
        literal => {
            expect(read(new ValueColumn(), literal)).toEqual([NaN]);
        }
    );

    it.each(['true', '"12"', '1.', '.5', '-', '1e', '0x10', '1_000', '[1'])('refuses %j', literal => {
        expect(() => read(new ValueColumn(), literal)).toThrow('not a number');
    });

    it('keeps more values than it has room for at first', () => {
        const column = new ValueColumn();
        expect(read(column, ...Array.from({ length: 1000 }, (_, index) => `${index}.25`))[999]).toBe(999.25);
        expect(column.toArray().buffer.byteLength).toBe(8000);
    });
});
