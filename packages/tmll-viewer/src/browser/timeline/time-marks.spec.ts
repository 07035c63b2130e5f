/** @jest-environment jsdom */
import { TimeModelImpl } from '../session/time-model-impl';
import { TimeMarks } from './time-marks';

function create(): { time: TimeModelImpl; host: HTMLElement; marks: TimeMarks } {
    const time = new TimeModelImpl(1000);
    const host = document.createElement('div');
    return { time, host, marks: new TimeMarks(host, time) };
}

const part = (host: HTMLElement, name: string): HTMLElement => host.querySelector(`.tmll-time-${name}`) as HTMLElement;

describe('TimeMarks', () => {
    it('place selection and cursor in percent of the view', () => {
        const { time, host } = create();
        time.setView({ start: 200, end: 400 });
        time.setSelection({ start: 250, end: 300 });
        time.setCursor(300);
        expect(part(host, 'selection').style).toMatchObject({ left: '25%', width: '25%' });
        expect(part(host, 'cursor').style.left).toBe('50%');
    });

    it('cut what is partly out of view and hide what is wholly', () => {
        const { time, host } = create();
        time.setSelection({ start: 100, end: 300 });
        time.setView({ start: 200, end: 400 });
        expect(part(host, 'selection').style).toMatchObject({ left: '0%', width: '50%' });
        time.setView({ start: 500, end: 600 });
        expect(part(host, 'selection').hidden).toBe(true);
        expect(part(host, 'cursor').hidden).toBe(true);
    });

    it('tell an instant from a stretch', () => {
        const { time, host } = create();
        time.setSelection({ start: 100, end: 100 });
        expect(part(host, 'selection').classList.contains('tmll-instant')).toBe(true);
    });

    it('leave nothing behind', () => {
        const { time, host, marks } = create();
        marks.dispose();
        time.setSelection({ start: 1, end: 2 });
        expect(host.childElementCount).toBe(0);
    });
});
