import { FetchLines, LineCache } from './line-cache';

const SIZE = 1_000_000;

const answer: FetchLines = async (index, count) => ({
    lowIndex: index,
    size: SIZE,
    columnIds: [0],
    lines: Array.from({ length: Math.min(count, SIZE - index) }, (_, offset) => ({
        index: index + offset,
        cells: [{ content: String(index + offset) }]
    }))
});

describe('LineCache', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(50);

    it('fetches what is in sight, once', async () => {
        const fetch = jest.fn(answer);
        const cache = new LineCache(fetch);
        expect(cache.size).toBeUndefined();
        cache.show({ first: 100, end: 200 });
        await settle();
        cache.show({ first: 110, end: 210 });
        await settle();
        expect(fetch.mock.calls.map(([index, count]) => [index, count])).toEqual([
            [0, 128],
            [128, 128]
        ]);
        expect(cache.size).toBe(SIZE);
        expect([99, 150, 255, 256].map(index => cache.line(index)?.cells[0].content)).toEqual([
            '99',
            '150',
            '255',
            undefined
        ]);
    });

    it('does not fetch what passes by while scrolling fast', async () => {
        const fetch = jest.fn(answer);
        const cache = new LineCache(fetch);
        for (let first = 0; first < 100_000; first += 1000) {
            cache.show({ first, end: first + 20 });
            await jest.advanceTimersByTimeAsync(10);
        }
        await settle();
        expect(fetch).toHaveBeenCalledTimes(1);
        expect(cache.line(99_000)?.index).toBe(99_000);
    });

    it('gives up lines that are not in sight any more, without calling that an error', async () => {
        const signals: AbortSignal[] = [];
        const cache = new LineCache((index, count, signal) => {
            signals.push(signal);
            return index === 0
                ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
                : answer(index, count, signal);
        });
        cache.show({ first: 0, end: 10 });
        await settle();
        expect(cache.isLoading).toBe(true);
        cache.show({ first: 500_000, end: 500_010 });
        await settle();
        expect(signals[0].aborted).toBe(true);
        expect(cache.error).toBeUndefined();
        expect(cache.isLoading).toBe(false);
        expect(cache.line(500_000)?.index).toBe(500_000);
    });

    it('says what went wrong, and tries again when told to', async () => {
        let broken = true;
        const cache = new LineCache((index, count, signal) =>
            broken ? Promise.reject(new Error('It is broken.')) : answer(index, count, signal)
        );
        cache.show({ first: 0, end: 10 });
        await settle();
        expect(cache.error).toBe('It is broken.');
        broken = false;
        cache.retry();
        await settle();
        expect(cache.error).toBeUndefined();
        expect(cache.line(3)?.index).toBe(3);
    });

    it('forgets what was in sight long ago', async () => {
        const cache = new LineCache(answer);
        for (let page = 0; page <= 64; page++) {
            cache.show({ first: page * 128, end: page * 128 + 1 });
            await settle();
        }
        expect(cache.line(0)).toBeUndefined();
        expect(cache.line(128)?.index).toBe(128);
    });
});
