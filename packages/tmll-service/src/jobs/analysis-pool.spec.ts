import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Progress } from 'tmll-analysis/algorithms';
import { eventually } from '../test-support/eventually';
import { temporaryFolder } from '../test-support/temporary-folder';
import { AnalysisPool, PoolOptions } from './analysis-pool';
import { TaskOutcome } from './analysis-task';

/** What the worker does is told by the module of the request. */
const WORKER = `
module.exports = async ({ port, request, resultId }) => {
    const cancelled = new Promise(resolve => port.on('message', () => resolve({ state: 'cancelled' })));
    port.postMessage({ type: 'started' });
    port.postMessage({ type: 'progress', progress: { fraction: 0.5, message: request.module } });
    switch (request.module) {
        case 'succeed': return { state: 'done', result: { json: Buffer.from(resultId), method: 'm', findings: 0, severity: 0 } };
        case 'listen': return cancelled;
        case 'ignore': for (;;);
        case 'throw': setImmediate(() => { throw new Error('out of luck'); }); return cancelled;
        case 'exit': process.exit(9);
        case 'exhaust': for (const hoard = [];;) hoard.push(new Array(1e6).fill({}).map(() => ({})));
    }
};`;

describe('AnalysisPool', () => {
    const workerFile = join(temporaryFolder(), 'worker.js');
    const pools: AnalysisPool[] = [];
    let progress: Progress[];
    let started: boolean;

    beforeAll(() => writeFileSync(workerFile, WORKER));
    beforeEach(() => {
        progress = [];
        started = false;
    });
    afterAll(() => Promise.all(pools.map(pool => pool.close())));

    function open(options: Partial<PoolOptions> = {}): AnalysisPool {
        const pool = new AnalysisPool({ workerFile, log: () => undefined, maxThreads: 1, graceMs: 200, ...options });
        pools.push(pool);
        return pool;
    }

    function run(pool: AnalysisPool, module: string, signal = new AbortController().signal): Promise<TaskOutcome> {
        return pool.run(
            { serverUrl: '', resultId: 'r', request: { module, experimentId: '', parameters: {} } },
            { signal, onStarted: () => (started = true), onProgress: each => progress.push(each) }
        );
    }

    it('hands back what the worker found', async () => {
        const outcome = await run(open(), 'succeed');
        expect(outcome).toMatchObject({ state: 'done', result: { method: 'm', findings: 0, severity: 0 } });
    });

    it('tells of the start and the progress of a task', async () => {
        const cancelling = new AbortController();
        const outcome = run(open(), 'listen', cancelling.signal);
        await eventually(() => (progress.length > 0 ? true : undefined), 'the progress');
        expect(started).toBe(true);
        expect(progress).toEqual([{ fraction: 0.5, message: 'listen' }]);
        cancelling.abort();
        await outcome;
    });

    it.each([
        ['that listens', 'listen'],
        ['that does not listen, by ending its thread', 'ignore']
    ])('cancels a worker %s, and goes on', async (_, module) => {
        const pool = open();
        const cancelling = new AbortController();
        const outcome = run(pool, module, cancelling.signal);
        await eventually(() => started || undefined, 'the start');
        cancelling.abort();
        expect(await outcome).toEqual({ state: 'cancelled' });
        expect(await run(pool, 'succeed')).toMatchObject({ state: 'done' });
    });

    it('cancels a task that waits in the queue, without touching the one that runs', async () => {
        const pool = open();
        const [first, second] = [new AbortController(), new AbortController()];
        const running = run(pool, 'listen', first.signal);
        await eventually(() => started || undefined, 'the start');
        const waiting = run(pool, 'succeed', second.signal);
        second.abort();
        expect(await waiting).toEqual({ state: 'cancelled' });
        first.abort();
        expect(await running).toEqual({ state: 'cancelled' });
    });

    it('does not even start what is cancelled already', async () => {
        expect(await run(open(), 'succeed', AbortSignal.abort())).toEqual({ state: 'cancelled' });
        expect(started).toBe(false);
    });

    it.each([
        ['throws where nobody catches', 'throw', /ended unexpectedly \(out of luck\)/],
        ['ends its process', 'exit', /ended unexpectedly \(worker exited with code: 9\)/],
        ['needs too much memory', 'exhaust', /needed more than 64 MB of memory and was stopped; choose/]
    ])('reports a worker that %s in one sentence, and goes on with a fresh one', async (_, module, error) => {
        const pool = open({ memoryLimitMb: 64 });
        const waiting = [run(pool, module), run(pool, 'succeed')];
        expect(await waiting[0]).toEqual({ state: 'failed', error: expect.stringMatching(error) });
        expect(await waiting[1]).toMatchObject({ state: 'done' });
    });

    it('stops what takes longer than allowed and says what to do', async () => {
        const outcome = await run(open({ timeLimitMs: 100 }), 'listen');
        expect(outcome).toEqual({
            state: 'failed',
            error: expect.stringMatching(/took longer than .* choose fewer series/)
        });
    });
});
