import { detectOutside } from './steady-band';

describe('detectOutside', () => {
    const band = { expected: 5, from: 4, to: 7, unit: 2, threshold: 3, support: 100 };

    it('scores the distance beyond the nearer edge and flags both sides beyond the threshold only', () => {
        const detection = detectOutside(band, Float64Array.of(5, 4, 7, 2, 13, 13.5, -2, -3));
        expect(Array.from(detection.score)).toEqual([0, 0, 0, 1, 3, 3.25, 3, 3.5]);
        expect(Array.from(detection.flags)).toEqual([0, 0, 0, 0, 0, 1, 0, 1]);
    });

    it('says what is expected at each point', () => {
        const detection = detectOutside(band, Float64Array.of(5, NaN));
        expect(Array.from(detection.expected)).toEqual([5, 5]);
        expect(Array.from(detection.low)).toEqual([-2, -2]);
        expect(Array.from(detection.high)).toEqual([13, 13]);
    });

    it('never flags what is no value', () => {
        const detection = detectOutside(band, Float64Array.of(NaN, Infinity, -Infinity));
        expect(Array.from(detection.score)).toEqual([NaN, NaN, NaN]);
        expect(Array.from(detection.flags)).toEqual([0, 0, 0]);
    });
});
