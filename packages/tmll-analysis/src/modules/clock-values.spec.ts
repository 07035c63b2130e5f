import { holdTimesOrAddresses } from './clock-values';

const START = 1_649_361_408_575_342_000n;
const STEP = 20e6;

const holds = (...values: readonly number[]): boolean =>
    holdTimesOrAddresses({
        origin: START,
        times: Float64Array.from(values, (_, index) => index * STEP),
        values: Float64Array.from(values)
    });

describe('holdTimesOrAddresses', () => {
    it.each([
        ['ns', 1],
        ['µs', 1e-3],
        ['ms', 1e-6]
    ])('knows %s since the epoch, also where most but not all values are there', (_, factor) => {
        const stamp = (ns: number): number => (Number(START) + ns) * factor;
        expect(holds(stamp(0), stamp(5e9), stamp(3e9))).toBe(true);
        expect(holds(0, NaN, stamp(1e9), stamp(2e9), stamp(7e9), -1)).toBe(true);
    });

    it('knows a clock that began at another time', () => {
        const clock = Array.from({ length: 50 }, (_, index) => 7.3e12 + index * STEP + (index % 3) * 1e5);
        expect(holds(...clock)).toBe(true);
    });

    it('knows pointers of processes and of the kernel', () => {
        expect(holds(0x7ffd_1234_5670, 0x55aa_0000_1000, 0x7fff_0000_0008)).toBe(true);
        expect(holds(2 ** 64 - 2 ** 46, 2 ** 64 - 2 ** 30)).toBe(true);
    });

    it.each<[string, readonly number[]]>([
        ['nothing', []],
        ['nothing known', [NaN, 0, -1]],
        ['a level', [20.5, 20.7, 80, 20.4]],
        ['a latency in ns', [1_200_000, 900_000, 4_000_000]],
        ['bytes, many of them', [64 * 2 ** 30, 65 * 2 ** 30, 2 ** 40]],
        ['memory that grows by 1 MB a second', Array.from({ length: 100 }, (_, index) => 1e6 + index * 2e4)],
        ['a counter that rests for long', [0, 1e3, 5e9, 5e9, 5e9, 5e9, 5e9]],
        ['two values as far apart as they are late', [1e9, 1e9 + STEP]]
    ])('leaves %s alone', (_, values) => {
        expect(holds(...values)).toBe(false);
    });
});
