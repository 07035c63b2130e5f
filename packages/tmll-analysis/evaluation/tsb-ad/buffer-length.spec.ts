import { SeededRandom } from 'tmll-analysis/algorithms';
import { bufferLength } from './buffer-length';

const sine = (length: number, period: number): Float64Array =>
    Float64Array.from({ length }, (_, index) => Math.sin((2 * Math.PI * index) / period));

/** Each equals what TSB-AD's `find_length_rank` with rank 1 finds. */
describe('bufferLength', () => {
    it('is the period of a sine', () => {
        expect(bufferLength(sine(1000, 50))).toBe(50);
    });

    it('is the period under noise', () => {
        const random = new SeededRandom(9);
        const noisy = sine(500, 7).map(value => value + random.uniform());
        expect(bufferLength(noisy)).toBe(7);
    });

    it.each([
        ['a period that is too long', sine(2000, 310)],
        ['a period that is too short', sine(100, 5.01)],
        ['a line', Float64Array.from({ length: 300 }, (_, index) => index)],
        ['a constant', new Float64Array(50)],
        ['two points', Float64Array.of(1, 2)]
    ])('is 125 for %s', (_, values) => {
        expect(bufferLength(values)).toBe(125);
    });
});
