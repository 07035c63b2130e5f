import { pollUntilComplete, TspClientResponse, TspError, withRequestOptions } from '.';
import { currentRequestOptions } from './request-options';

/** Answers one after the other, the last for ever. */
function answers(...statuses: string[]): jest.Mock<Promise<{ status: string; statusMessage: string; model: number }>> {
    let calls = 0;
    return jest.fn(async () => {
        const status = statuses[Math.min(calls, statuses.length - 1)];
        return { status, statusMessage: `is ${status}`, model: ++calls };
    });
}

describe('pollUntilComplete', () => {
    it('asks until the server has finished and gives preliminary answers on the way', async () => {
        const partial: number[] = [];
        const answer = await pollUntilComplete(answers('RUNNING', 'RUNNING', 'COMPLETED'), {
            onRunning: ({ model }) => partial.push(model)
        });
        expect(answer.model).toBe(3);
        expect(partial).toEqual([1, 2]);
    });

    it.each(['FAILED', 'CANCELLED', 'NONSENSE'])(
        'ends with an error on %s instead of asking for ever',
        async status => {
            const request = answers('RUNNING', status);
            const polling = pollUntilComplete(request, { what: 'the tree of CPU Usage' });
            await expect(polling).rejects.toThrow(
                `The trace server could not compute the tree of CPU Usage: is ${status}.`
            );
            expect(request).toHaveBeenCalledTimes(2);
        }
    );

    it('has a limit', async () => {
        const polling = pollUntilComplete(answers('RUNNING'), { timeoutMs: 100 });
        await expect(polling).rejects.toThrow(
            'The trace server was still computing the answer after 0.1 s: is RUNNING.'
        );
    });

    it('waits longer and longer, so that a busy server is not asked too often', async () => {
        const request = answers('RUNNING');
        await expect(pollUntilComplete(request, { timeoutMs: 1000 })).rejects.toThrow(TspError);
        expect(request.mock.calls.length).toBeLessThan(10);
    });

    it('is cancelled while it waits', async () => {
        const controller = new AbortController();
        const request = answers('RUNNING');
        const polling = pollUntilComplete(request, { signal: controller.signal });
        setTimeout(() => controller.abort(), 100);
        await expect(polling).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('hands signal, headers and remaining time over to each request', async () => {
        const { signal } = new AbortController();
        const seen: unknown[] = [];
        const request = async (): Promise<{ status: string }> => {
            seen.push(currentRequestOptions());
            return { status: seen.length < 2 ? 'RUNNING' : 'COMPLETED' };
        };
        await withRequestOptions({ headers: { a: 'b' } }, () => pollUntilComplete(request, { signal, timeoutMs: 500 }));
        for (const options of seen) {
            expect(options).toEqual({ signal, headers: { a: 'b' }, timeoutMs: expect.any(Number) });
        }
        expect(seen).toHaveLength(2);
        expect(currentRequestOptions()).toEqual({});
    });

    it('ends at the first failed request', async () => {
        const response = new TspClientResponse<{ status: string }>('', 404, 'Not Found', undefined, { title: 'gone' });
        await expect(pollUntilComplete(async () => response)).rejects.toThrow('gone (HTTP 404).');
    });
});
