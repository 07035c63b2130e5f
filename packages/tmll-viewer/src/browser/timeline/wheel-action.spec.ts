import { WheelTurn, wheelAction } from './wheel-action';

const turn = (change: Partial<WheelTurn>): WheelTurn => ({
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    shiftKey: false,
    ctrlKey: false,
    ...change
});

describe('wheelAction', () => {
    it('zooms in by a quarter for a notch up, and back for one down', () => {
        const closer = wheelAction(turn({ deltaY: -100 }), 800);
        const wider = wheelAction(turn({ deltaY: 100 }), 800);
        expect(closer).toEqual({ kind: 'zoom', factor: expect.closeTo(1.25, 9) });
        expect(wider).toEqual({ kind: 'zoom', factor: expect.closeTo(0.8, 9) });
    });

    it('moves with Shift and sideways, by the pixels turned', () => {
        expect(wheelAction(turn({ deltaY: 80, shiftKey: true }), 800)).toEqual({ kind: 'pan', fraction: 0.1 });
        expect(wheelAction(turn({ deltaX: -80, deltaY: 3 }), 800)).toEqual({ kind: 'pan', fraction: -0.1 });
    });

    it('takes lines for pixels and a pinch for more', () => {
        const lines = wheelAction(turn({ deltaY: -3, deltaMode: 1 }), 800);
        const pinch = wheelAction(turn({ deltaY: -20, ctrlKey: true }), 800);
        expect(lines).toEqual({ kind: 'zoom', factor: expect.closeTo(1.2388, 3) });
        expect(pinch).toEqual({ kind: 'zoom', factor: expect.closeTo(1.25, 9) });
    });

    it('means nothing when the wheel has not turned', () => {
        expect(wheelAction(turn({}), 800)).toBeUndefined();
    });
});
