import { ByteOrder } from '../../metadata/field-class';
import { BitWriter } from '../../test-support/bit-writer';
import { tidy } from '../../test-support/random-layout';
import { read64, readBits, readFloatBits } from './bits';

const PATTERN = 0xfedcba9876543210n;

function view(writer: BitWriter): DataView {
    const bytes = writer.toBuffer();
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

describe('readBits equals what was written bit by bit', () => {
    const orders: ByteOrder[] = ['little', 'big'];

    test.each(orders)('%s endian: every size from 1 to 64 at every bit of a byte, signed and not', byteOrder => {
        for (let size = 1; size <= 64; size++) {
            for (let bit = 0; bit < 8; bit++) {
                const data = view(new BitWriter().integer(0x55, bit, byteOrder).integer(PATTERN, size, byteOrder));
                const little = byteOrder === 'little';

                expect(readBits(data, bit, size, little, false)).toBe(tidy(BigInt.asUintN(size, PATTERN)));
                expect(readBits(data, bit, size, little, true)).toBe(tidy(BigInt.asIntN(size, PATTERN)));
            }
        }
    });
});

describe('read64', () => {
    test.each([
        [0n, 0],
        [9007199254740991n, 9007199254740991],
        [9007199254740992n, 9007199254740992n],
        [18446744073709551615n, 18446744073709551615n]
    ])('%s is a number where that is safe', (value, expected) => {
        expect(read64(view(new BitWriter().integer(value, 64)), 0, true, false)).toBe(expected);
    });

    test.each([
        [-1n, -1],
        [-9007199254740991n, -9007199254740991],
        [-9007199254740992n, -9007199254740992n]
    ])('%s keeps its sign', (value, expected) => {
        expect(read64(view(new BitWriter().integer(value, 64, 'big')), 0, false, true)).toBe(expected);
    });
});

describe('readFloatBits', () => {
    test.each([1, -0, 0.1, 1e300, -Infinity, NaN])('reads the double %s at any bit', value => {
        for (const byteOrder of ['little', 'big'] as const) {
            const data = view(new BitWriter().integer(0, 3, byteOrder).float(value, 64, byteOrder));
            expect(readFloatBits(data, 3, 64, byteOrder === 'little')).toBe(value);
        }
    });

    test('reads floats of 32 bits', () => {
        expect(readFloatBits(view(new BitWriter().integer(0, 5).float(0.1, 32)), 5, 32, true)).toBe(Math.fround(0.1));
    });

    // Values of IEEE 754-2008, binary16.
    test.each([
        [0x3c00, 1],
        [0xc000, -2],
        [0x7bff, 65504],
        [0x0400, 2 ** -14],
        [0x0001, 2 ** -24],
        [0x8000, -0],
        [0x7c00, Infinity],
        [0xfc00, -Infinity],
        [0x7e00, NaN],
        [0x3555, 0.333251953125]
    ])('reads the half float %i as %d', (bits, value) => {
        expect(readFloatBits(view(new BitWriter().integer(bits, 16)), 0, 16, true)).toBe(value);
    });
});
