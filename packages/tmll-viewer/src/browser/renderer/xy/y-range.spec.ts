import { yRange } from './y-range';

describe('yRange', () => {
    it('starts at zero, with room above, where values count from zero', () => {
        expect(yRange(40, 100, true)).toEqual([0, 106]);
        expect(yRange(-100, -40, true)).toEqual([-106, 0]);
    });

    it('goes round the values otherwise', () => {
        expect(yRange(40, 140, false)).toEqual([34, 146]);
    });

    it('shows both signs whole', () => {
        expect(yRange(-50, 50, true)).toEqual([-56, 56]);
    });

    it('has height for constant, zero and missing values', () => {
        expect(yRange(5, 5, false)).toEqual([4.7, 5.3]);
        expect(yRange(0, 0, true)).toEqual([0, 1]);
        expect(yRange(0, 0, false)).toEqual([-0.06, 0.06]);
        expect(yRange(undefined, undefined, true)).toEqual([0, 1]);
        expect(yRange(NaN, 3, true)).toEqual([0, 1]);
    });
});
