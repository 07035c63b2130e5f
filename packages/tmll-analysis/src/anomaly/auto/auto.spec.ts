import { SeededRandom } from '../../statistics/seeded-random';
import { Detection } from '../detection';
import { Span, spansOf } from '../spans';
import { AUTO } from './auto';

const STEP = 1e8;

function detect(values: ArrayLike<number>, autoSensitivity = 1): Detection {
    const times = Float64Array.from(values, (_, index) => index * STEP);
    return AUTO.detect(Float64Array.from(values), { autoSensitivity }, times);
}

function found(values: ArrayLike<number>, sensitivity?: number): Span[] {
    return spansOf(Float64Array.from(values), detect(values, sensitivity));
}

/** Where each anomaly begins and ends. */
const ends = (values: ArrayLike<number>): number[][] => found(values).map(({ first, last }) => [first, last]);

function series(length: number, at: (index: number) => number): number[] {
    const random = new SeededRandom(length);
    return Array.from({ length }, (_, index) => at(index) + random.gaussian());
}

const within = (index: number, from: number, to: number): boolean => index >= from && index < to;

describe('auto', () => {
    const flat = series(2_000, () => 50);
    const wave = series(2_000, index => 50 + 20 * Math.sin((2 * Math.PI * index) / 40));

    describe('finds', () => {
        it('a spike and a dip, each as one point', () => {
            const values = flat.map((value, index) => value + (index === 700 ? 15 : index === 1_400 ? -15 : 0));
            expect(ends(values)).toEqual([
                [700, 700],
                [1_400, 1_400]
            ]);
        });

        it('a dip that stays within the swing of a wave', () => {
            const values = wave.map((value, index) => (within(index, 1_006, 1_014) ? value - 20 : value));
            const [span, ...others] = found(values);
            expect(others).toEqual([]);
            expect(span.first).toBeGreaterThanOrEqual(1_004);
            expect(span.last).toBeLessThan(1_016);
        });

        it('a long outage as one, from its first to its last point', () => {
            const values = wave.map((value, index) => (within(index, 900, 1_060) ? 0 : value));
            const spans = found(values);
            expect(spans).toHaveLength(1);
            expect(Math.abs(spans[0].first - 900)).toBeLessThan(8);
            expect(Math.abs(spans[0].last - 1_059)).toBeLessThan(8);
        });

        it('a shift of the level by two deviations, which no single point shows', () => {
            const values = flat.map((value, index) => (within(index, 800, 900) ? value + 2 : value));
            const spans = found(values);
            expect(spans).toHaveLength(1);
            expect(Math.abs(spans[0].first - 800)).toBeLessThan(12);
            expect(Math.abs(spans[0].last - 899)).toBeLessThan(20);
        });

        it('the only activity of a series that rests, and the only rest of one that is busy', () => {
            const resting = new Array<number>(500).fill(0).fill(7, 250, 253);
            expect(ends(resting)).toEqual([[250, 252]]);
            expect(ends(resting.map(value => 7 - value))).toEqual([[250, 252]]);
        });

        it('where a change begins that lasts, and what was usual before', () => {
            const values = series(2_000, index => (index < 1_000 ? 0 : 30));
            expect(ends(values)).toEqual([[1_000, 1_003]]);
            expect(detect(values).high[1_000]).toBeLessThan(10);
        });

        it('more with a higher sensitivity', () => {
            const values = flat.map((value, index) => (index === 700 ? 54 : value));
            expect(found(values)).toEqual([]);
            expect(found(values, 2).some(({ first }) => first === 700)).toBe(true);
        });
    });

    describe('finds nothing in', () => {
        it.each([
            ['noise', flat],
            ['a wave', wave],
            ['a trend', series(2_000, index => index / 20)],
            ['a load that is on and off', series(2_000, index => (Math.floor(index / 250) % 2) * 80)],
            [
                'a timer sampled at about its own period',
                Array.from({ length: 600 }, (_, k) => Math.round(k * 0.97) % 2)
            ],
            ['bursts that come all the time', series(2_000, index => (index % 37 < 4 ? 40 : 0))],
            ['constants', new Array<number>(900).fill(0.1)],
            ['what differs by rounding only', Array.from({ length: 900 }, (_, index) => 0.1 * 3 + (index % 2) * 1e-17)],
            [
                'few values that are held',
                Array.from({ length: 500 }, (_, index) => [3, 9, 8, 1, 7][Math.floor(index / 100)])
            ],
            ['three points', [1, 2, 900]],
            ['nothing at all', new Array<number>(50).fill(NaN)],
            ['no points', []]
        ])('%s', (_, values) => {
            expect(found(values)).toEqual([]);
        });

        it('the first moments of a program, which no past tells apart', () => {
            expect(found(flat.map((value, index) => (index < 20 ? 0 : value)))).toEqual([]);
        });
    });

    it('leaves out what is missing, and what lies before and after it is not unusual for that', () => {
        const missing = wave.map((value, index) =>
            within(index, 500, 700) || index % 50 === 7 ? NaN : index === 1_200 ? 150 : value
        );
        const { score, flags, expected } = detect(missing);
        expect([...flags.keys()].filter(index => flags[index] === 1)).toEqual([1_200]);
        expect(missing.every((value, index) => Number.isNaN(value) === Number.isNaN(score[index]))).toBe(true);
        expect(expected[600]).toBeNaN();
    });

    it('takes times that repeat as they are', () => {
        const values = flat.map((value, index) => (index === 700 ? 90 : value));
        const times = Float64Array.from(values, (_, index) => Math.floor(index / 2) * STEP);
        const { flags } = AUTO.detect(Float64Array.from(values), { autoSensitivity: 1 }, times);
        expect(flags.indexOf(1)).toBe(700);
    });

    it('flags each point that stands out of a short anomaly, of a long one the first', () => {
        const values = flat.map((value, index) => (within(index, 300, 305) || within(index, 900, 960) ? 90 : value));
        const { flags, inside } = detect(values);
        const flagged = [...flags.keys()].filter(index => flags[index] === 1);
        expect(flagged).toEqual([300, 301, 302, 303, 304, 900]);
        expect([...(inside ?? [])].reduce((sum, each) => sum + each, 0)).toBe(65);
    });

    it('scores above 1 what belongs to an anomaly and nothing else', () => {
        const { score, inside } = detect(wave.map((value, index) => (within(index, 900, 960) ? 90 : value)));
        expect([...score].every((each, index) => each > 1 === (inside?.[index] === 1))).toBe(true);
    });

    it('tells what is usual: an outage lies below it, what is not flagged mostly within', () => {
        const values = wave.map((value, index) => (within(index, 900, 960) ? 0 : value));
        const { low, high, expected, inside } = detect(values);
        expect(values.filter((value, index) => inside?.[index] === 1 && value >= low[index]).length).toBeLessThan(15);
        expect(
            values.some((value, index) => inside?.[index] === 0 && (value < low[index] || value > high[index]))
        ).toBe(false);
        expect(Math.abs(expected[930] - (50 + 20 * Math.sin((2 * Math.PI * 930) / 40)))).toBeLessThan(3);
    });

    it('answers the same when the values are moved, scaled or turned over, and writes nothing into them', () => {
        const values = wave.map((value, index) => (within(index, 900, 960) ? 90 : value));
        const told = ends(values);
        expect(told).toHaveLength(1);
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => value / 64,
            (value: number) => value * 1e200,
            (value: number) => -value
        ]) {
            expect(ends(values.map(change))).toEqual(told);
        }
        const input = Float64Array.from(values);
        detect(input);
        expect([...input]).toEqual(values);
        expect(detect(values)).toEqual(detect(values));
    });

    it('says what it compared with', () => {
        expect(detect(wave).basis).toBe('repeats every 4 s, so it was compared with its own period');
        expect(detect(flat).basis).toBe('does not repeat, so it was compared with its own level');
        expect(detect([1, 2, 900]).basis).toBe('is too short to be judged');
        expect(detect(new Array(90).fill(3)).basis).toBe('is constant');
        expect(detect([NaN, NaN]).basis).toBe('has no values');
    });

    it('refuses a sensitivity of 0', () => {
        expect(() => detect(flat, 0)).toThrow('autoSensitivity is 0; it must be a number above 0.');
    });
});
