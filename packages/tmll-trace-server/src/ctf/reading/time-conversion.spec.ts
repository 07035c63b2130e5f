import { Clock } from '../metadata/clock';
import { seededRandom } from '../test-support/random-layout';
import { TimeConversion } from './time-conversion';

function clock(frequency: bigint, offsetCycles = 0n): Clock {
    return { name: 'c', frequency, offsetCycles, offsetSeconds: 0n, absolute: true, uuid: undefined };
}

const NS = 1_000_000_000n;

describe('cycles become ns', () => {
    test.each([1n, 3n, 32_768n, 1_000_000n, 999_999_937n, NS, 2_399_998_000n, 1n << 43n])(
        'as the rounded-down quotient of integers says at %s Hz',
        frequency => {
            const random = seededRandom(Number(frequency % 1000n));
            const base = (123_456_789n << 32n) + 17n;
            const origin = (base * NS) / frequency;
            const conversion = new TimeConversion(clock(frequency), base, origin);

            for (let count = 0; count < 2000; count++) {
                const limit = Math.min(2 ** 52, Number(frequency) * 1e6);
                const cycles = BigInt(Math.floor((random(2 ** 30) / 2 ** 30) * limit)) - BigInt(random(1000));
                const expected = ((base + cycles) * NS) / frequency - origin;

                expect(conversion.toNs(Number(cycles))).toBe(Number(expected));
            }
        }
    );

    test('relative to the origin, with the offset of the clock', () => {
        const conversion = new TimeConversion(clock(NS, 1795422823334816852n), 100n, 1795422823334816000n);

        expect(conversion.toNs(8)).toBe(852 + 100 + 8);
    });

    test('also before the base', () => {
        expect(new TimeConversion(clock(1000n), 0n, 0n).toNs(-1)).toBe(-1_000_000);
    });
});
