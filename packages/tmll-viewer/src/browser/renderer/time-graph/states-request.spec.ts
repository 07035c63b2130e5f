import { StateStyles } from './state-style';
import { covers, GraphSight, statesRequest } from './states-request';

const ORIGIN = 1_457_113_582_794_565_804n;
const styles = new StateStyles({});
const sight: GraphSight = {
    view: { start: 400, end: 600 },
    full: { start: 0, end: 10_000 },
    width: 100,
    items: [1, 2]
};

describe('statesRequest', () => {
    it('asks for one time a pixel, and half a view more at both sides, in whole ns since the epoch', () => {
        expect(statesRequest(ORIGIN, sight, styles)).toMatchObject({
            start: ORIGIN + 300n,
            end: ORIGIN + 700n,
            times: 200,
            items: [1, 2]
        });
    });

    it('asks for nothing beyond the trace, and never for two times in one ns', () => {
        const narrow = { ...sight, view: { start: 0, end: 10 }, width: 1000 };
        expect(statesRequest(ORIGIN, narrow, styles)).toMatchObject({ start: ORIGIN, end: ORIGIN + 15n, times: 16 });
    });
});

describe('covers', () => {
    const answered = statesRequest(ORIGIN, sight, styles);

    it('an answer is good for moving a little, and for fewer rows', () => {
        expect(covers(answered, ORIGIN, { ...sight, view: { start: 480, end: 680 }, items: [2] })).toBe(true);
    });

    it('but not beyond its edges, for other rows, or where it would be too coarse or far too fine', () => {
        expect(covers(answered, ORIGIN, { ...sight, view: { start: 600, end: 800 } })).toBe(false);
        expect(covers(answered, ORIGIN, { ...sight, items: [3] })).toBe(false);
        expect(covers(answered, ORIGIN, { ...sight, view: { start: 450, end: 500 } })).toBe(false);
        const whole = statesRequest(ORIGIN, { ...sight, view: sight.full, width: 10_000 }, styles);
        expect(covers(whole, ORIGIN, { ...sight, view: sight.full, width: 100 })).toBe(false);
    });
});
