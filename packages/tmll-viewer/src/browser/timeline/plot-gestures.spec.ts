/** @jest-environment jsdom */
import { TimeModelImpl } from '../session/time-model-impl';
import { PlotGestures } from './plot-gestures';

const WIDTH = 1000;

/** A plot of 1000 pixels at the left edge of the window, over a trace of 1000 s. */
function plot(): { time: TimeModelImpl; element: HTMLElement; fire: (type: string, init?: WheelEventInit) => void } {
    const time = new TimeModelImpl(WIDTH * 1e9);
    const element = document.createElement('div');
    Object.defineProperty(element, 'clientWidth', { value: WIDTH });
    element.getBoundingClientRect = () => ({ left: 0, width: WIDTH }) as DOMRect;
    element.setPointerCapture = () => undefined;
    new PlotGestures(element, time);
    // jsdom has no pointer events, and mouse events carry all that is asked of them.
    const fire = (type: string, init: WheelEventInit = {}): void => {
        element.dispatchEvent(type === 'wheel' ? new WheelEvent(type, init) : new MouseEvent(type, init));
    };
    return { time, element, fire };
}

const seconds = (start: number, end: number): object => ({ start: start * 1e9, end: end * 1e9 });

describe('PlotGestures', () => {
    it('selects by dragging, in either direction', () => {
        const { time, fire } = plot();
        fire('pointerdown', { clientX: 600 });
        fire('pointermove', { clientX: 400 });
        expect(time.selection).toEqual(seconds(400, 600));
        fire('pointerup', { clientX: 400 });
        fire('pointermove', { clientX: 100 });
        expect(time.selection).toEqual(seconds(400, 600));
    });

    it('marks an instant by a click, even of an unsteady hand', () => {
        const { time, fire } = plot();
        fire('pointerdown', { clientX: 300 });
        fire('pointermove', { clientX: 302 });
        fire('pointerup', { clientX: 302 });
        expect(time.selection).toEqual(seconds(302, 302));
    });

    it('extends the selection with Shift from its farther end', () => {
        const { time, fire } = plot();
        time.setSelection({ start: 200e9, end: 400e9 });
        fire('pointerdown', { clientX: 700, shiftKey: true });
        fire('pointerup', { clientX: 700, shiftKey: true });
        expect(time.selection).toEqual(seconds(200, 700));
    });

    it.each([
        ['the middle button', { button: 1 }],
        ['Ctrl', { button: 0, ctrlKey: true }]
    ])('moves the view by dragging with %s', (_, how) => {
        const { time, fire } = plot();
        time.setView({ start: 400e9, end: 500e9 });
        fire('pointerdown', { clientX: 500, ...how });
        fire('pointermove', { clientX: 600 });
        expect(time.view).toEqual(seconds(390, 490));
        fire('pointerup', { clientX: 600 });
        expect(time.selection).toBeUndefined();
    });

    it('zooms with the wheel around the mouse', () => {
        const { time, fire } = plot();
        fire('wheel', { clientX: 250, deltaY: -100 });
        expect(time.view.start / 1e9).toBeCloseTo(50, 6);
        expect(time.view.end / 1e9).toBeCloseTo(850, 6);
    });

    it('shows the whole trace at a double click, and leaves the selection as it was before it', () => {
        const { time, fire } = plot();
        time.setView({ start: 400e9, end: 500e9 });
        time.setSelection({ start: 410e9, end: 420e9 });
        for (let click = 0; click < 2; click++) {
            fire('pointerdown', { clientX: 500 });
            fire('pointerup', { clientX: 500 });
        }
        fire('dblclick', { clientX: 500 });
        expect(time.view).toEqual(time.full);
        expect(time.selection).toEqual(seconds(410, 420));
    });

    it('shares where the mouse is, until it leaves', () => {
        const { time, fire } = plot();
        fire('pointermove', { clientX: 123 });
        expect(time.cursor).toBe(123e9);
        fire('pointerleave');
        expect(time.cursor).toBeUndefined();
    });

    it('ignores the right button', () => {
        const { time, fire } = plot();
        fire('pointerdown', { clientX: 100, button: 2 });
        fire('pointerup', { clientX: 100, button: 2 });
        expect(time.selection).toBeUndefined();
    });
});
