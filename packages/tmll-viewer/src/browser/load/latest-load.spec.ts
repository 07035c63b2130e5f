import { LatestLoad } from './latest-load';

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);

describe('LatestLoad', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('makes one request of a burst, the last', async () => {
        const load = jest.fn(async (query: string) => query.toUpperCase());
        const latest = new LatestLoad(load, 50);
        latest.request('a');
        latest.request('b');
        await jest.advanceTimersByTimeAsync(49);
        latest.request('c');
        await jest.advanceTimersByTimeAsync(50);
        expect(load.mock.calls.map(([query]) => query)).toEqual(['c']);
        expect(latest.state).toEqual({ value: 'C', loading: false });
    });

    it('cancels the request that is overtaken and never shows its answer', async () => {
        const answers: ((value: string) => void)[] = [];
        const signals: AbortSignal[] = [];
        const latest = new LatestLoad((_: string, signal) => {
            signals.push(signal);
            return new Promise<string>(resolve => answers.push(resolve));
        });
        latest.request('slow');
        await settle();
        latest.request('quick');
        await settle();
        answers[1]('quick answer');
        await settle();
        answers[0]('slow answer');
        await settle();
        expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
        expect(latest.state.value).toBe('quick answer');
    });

    it('keeps the old value on screen while loading and when loading fails', async () => {
        const latest = new LatestLoad(async (query: string) => {
            if (query === 'bad') {
                throw new Error('It is broken.');
            }
            return query;
        });
        latest.request('good');
        await settle();
        latest.request('bad');
        expect(latest.state).toEqual({ value: 'good', loading: true });
        await settle();
        expect(latest.state).toEqual({ value: 'good', loading: false, error: 'It is broken.' });
    });

    it('tries the same again', async () => {
        let broken = true;
        const latest = new LatestLoad(async (query: string) => {
            if (broken) {
                throw new Error('It is broken.');
            }
            return query;
        });
        latest.retry();
        expect(latest.state.loading).toBe(false);
        latest.request('a');
        await settle();
        broken = false;
        latest.retry();
        await settle();
        expect(latest.state).toEqual({ value: 'a', loading: false });
    });

    it('says nothing any more once disposed', async () => {
        const latest = new LatestLoad(async (query: string) => query, 10);
        const changed = jest.fn();
        latest.onDidChange(changed);
        latest.request('a');
        changed.mockClear();
        latest.dispose();
        await jest.advanceTimersByTimeAsync(100);
        expect(changed).not.toHaveBeenCalled();
    });
});
