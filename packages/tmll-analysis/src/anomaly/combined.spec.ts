import { SeededRandom } from '../statistics/seeded-random';
import { COMBINED, CombinedParameters } from './combined';
import { Detection } from './detection';
import { IQR } from './iqr';
import { MOVING_AVERAGE } from './moving-average';
import { ZSCORE } from './zscore';

const PARAMETERS: CombinedParameters = {
    zscoreThreshold: 2,
    iqrFactor: 1,
    movingAverageWindowSize: 10,
    movingAverageThreshold: 3,
    vote: 3
};

const timesOf = (values: ArrayLike<number>): Float64Array => Float64Array.from(values, (_, index) => index);

function detect(values: ArrayLike<number>, parameters: Partial<CombinedParameters> = {}): Detection {
    return COMBINED.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, timesOf(values));
}

const flagged = ({ flags }: Detection): number[] => [...flags.keys()].filter(index => flags[index] === 1);

describe('combined', () => {
    const random = new SeededRandom(41);
    const wander = Float64Array.from({ length: 600 }, (_, index) => {
        const level = 20 * Math.sin(index / 60) + random.gaussian();
        return index % 97 === 5 ? level + 30 : index % 83 === 7 ? level - 30 : index % 71 === 9 ? NaN : level;
    });
    const parts = [ZSCORE, IQR, MOVING_AVERAGE].map(method => method.detect(wander, PARAMETERS, timesOf(wander)));

    it.each([1, 2, 3])('flags what %d of the three methods find too high, or as many too low', vote => {
        const counted = [...wander.keys()].filter(index => {
            const agreeing = parts.filter(({ flags }) => flags[index] === 1);
            const above = agreeing.filter(({ expected }) => wander[index] > expected[index]).length;
            return Math.max(above, agreeing.length - above) >= vote;
        });
        const detection = detect(wander, { vote });
        expect(flagged(detection)).toEqual(counted);
        expect(counted.length).toBeGreaterThan(4);
        expect(counted.length).toBeLessThan(400);
    });

    it.each([1, 2, 3])('has a score above 1, and a value outside of the band, exactly where %d agree', vote => {
        const { flags, score, low, high, threshold } = detect(wander, { vote });
        expect(threshold).toBe(1);
        wander.forEach((value, index) => {
            expect(flags[index] === 1).toBe(score[index] > 1);
            expect(flags[index] === 1).toBe(value > high[index] || value < low[index]);
            expect(score[index] >= 0 || Number.isNaN(score[index])).toBe(true);
        });
    });

    it('needs all three by default', () => {
        expect(COMBINED.properties.vote?.default).toBe(3);
    });

    it('keeps what each method said, as that method says it by itself', () => {
        const { votes = [] } = detect(wander);
        expect(votes.map(({ method }) => method)).toEqual(['zscore', 'iqr', 'moving_average']);
        votes.forEach(({ score, threshold, flags }, place) => {
            expect(score).toEqual(parts[place].score);
            expect(threshold).toBe(parts[place].threshold);
            expect(flags).toEqual(parts[place].flags);
        });
    });

    it('says nothing where fewer methods judge than votes are needed', () => {
        expect(detect(wander, { vote: 3 }).score.subarray(0, 10).every(Number.isNaN)).toBe(true);
        expect(detect(wander, { vote: 2 }).score.subarray(0, 9).some(Number.isNaN)).toBe(false);
        expect(detect(new Array(50).fill(7), { vote: 2 }).score.every(Number.isNaN)).toBe(true);
    });

    it('forgets a lasting change only where the moving average is needed', () => {
        expect([1, 2, 3].map(vote => detect(wander, { vote }).memory)).toEqual([0, 0, 10]);
    });

    it('has a band of no width where no value would suit all that have a vote', () => {
        const step = [...new Array(60).fill(0), ...new Array(60).fill(100)].map(
            (level, index) => level + (index % 3) / 10
        );
        const { low, high, expected } = detect(step, { vote: 1, zscoreThreshold: 0.1 });
        expect(low[90]).toBe(high[90]);
        expect(expected[90]).toBe(low[90]);
    });

    it('flags the same when the values are moved or scaled, and mirrored', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 1024
        ]) {
            for (const vote of [1, 2, 3]) {
                expect(flagged(detect(wander.map(change), { vote }))).toEqual(flagged(detect(wander, { vote })));
            }
        }
    });

    it.each([0, 4, 1.5, NaN])('refuses %d votes', vote => {
        expect(() => detect(wander, { vote })).toThrow(`vote is ${vote}; it must be a whole number from 1 to 3.`);
    });
});
