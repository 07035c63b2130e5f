import { TimeModelImpl } from './time-model-impl';
import { ViewHistory } from './view-history';

function create(): { time: TimeModelImpl; history: ViewHistory; wait: (ms: number) => void } {
    let now = 0;
    const time = new TimeModelImpl(1000);
    const history = new ViewHistory(time, () => now);
    return { time, history, wait: ms => (now += ms) };
}

describe('ViewHistory', () => {
    it('goes back step by step, and forth again', () => {
        const { time, history, wait } = create();
        time.setView({ start: 100, end: 500 });
        wait(1000);
        time.setView({ start: 200, end: 300 });
        history.back();
        expect(time.view).toEqual({ start: 100, end: 500 });
        history.back();
        expect(time.view).toEqual({ start: 0, end: 1000 });
        expect(history.canGoBack).toBe(false);
        history.forward();
        history.forward();
        expect(time.view).toEqual({ start: 200, end: 300 });
        expect(history.canGoForward).toBe(false);
    });

    it('takes a turning wheel for one step', () => {
        const { time, history, wait } = create();
        for (let turn = 0; turn < 10; turn++) {
            time.zoom(1.2);
            wait(50);
        }
        history.back();
        expect(time.view).toEqual({ start: 0, end: 1000 });
        expect(history.canGoBack).toBe(false);
    });

    it('forgets what came after when the view moves elsewhere', () => {
        const { time, history, wait } = create();
        time.setView({ start: 100, end: 500 });
        history.back();
        wait(1000);
        time.setView({ start: 0, end: 50 });
        expect(history.canGoForward).toBe(false);
        history.back();
        expect(time.view).toEqual({ start: 0, end: 1000 });
    });
});
