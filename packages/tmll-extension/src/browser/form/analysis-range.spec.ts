import { rangeOf, SessionTimes, windowOf } from './analysis-range';

const times: SessionTimes = {
    origin: 1_795_422_823_334_816_823n,
    view: { start: 0.5, end: 1_000_000_000.25 },
    selection: { start: 5, end: 7 }
};

describe('rangeOf', () => {
    it('names no range for the whole trace', () => {
        expect(rangeOf('trace', times)).toBeUndefined();
    });

    it('is exact to the ns and never smaller than the view', () => {
        expect(rangeOf('view', times)).toEqual({
            startNs: 1_795_422_823_334_816_823n,
            endNs: 1_795_422_824_334_816_824n
        });
    });

    it('takes the marked stretch', () => {
        expect(rangeOf('selection', times)).toEqual({
            startNs: 1_795_422_823_334_816_828n,
            endNs: 1_795_422_823_334_816_830n
        });
    });
});

describe('windowOf', () => {
    it('does not take a single instant, or nothing, for a stretch of time', () => {
        expect(windowOf('selection', { ...times, selection: { start: 5, end: 5 } })).toBeUndefined();
        expect(windowOf('selection', { ...times, selection: undefined })).toBeUndefined();
    });
});
