import type { Run } from 'tmll-service/protocol';
import { ResultEntry } from './result-entry';
import { durationOf, historyOf, requestOf } from './run-history';

const run = (id: string, second: number, change: Partial<Run> = {}): Run => ({
    id,
    state: 'done',
    request: {
        module: 'anomalies',
        experimentId: 'e1',
        range: { startNs: '1795422823334816823', endNs: '1795422823334816824' },
        parameters: { method: 'iqr' }
    },
    createdAt: `2026-11-23T10:00:0${second}.000Z`,
    startedAt: `2026-11-23T10:00:0${second}.100Z`,
    finishedAt: `2026-11-23T10:00:0${second}.350Z`,
    ...change
});

const result = (id: string, second: number, change: Partial<ResultEntry> = {}): ResultEntry => ({
    summary: {
        ...{ id, experimentId: 'e1', module: 'leaks', method: 'm', findings: 1, severity: 50 },
        createdAt: `2026-11-23T10:00:0${second}.000Z`
    },
    shown: false,
    ...change
});

const ids = (...of: Parameters<typeof historyOf>): string[] => historyOf(...of).map(({ id }) => id);

describe('historyOf', () => {
    it('joins runs with their results, and puts results that other programs computed among them, newest first', () => {
        const history = historyOf([run('a', 1, { resultId: 'r' }), run('b', 5)], [result('r', 1), result('cli', 3)]);
        expect(history.map(({ id }) => id)).toEqual(['b', 'cli', 'a']);
        expect(history[2]).toMatchObject({ module: 'anomalies', result: { summary: { id: 'r' } } });
        expect(history[1]).toMatchObject({ module: 'leaks', state: 'done' });
        expect(history[1].run).toBeUndefined();
    });

    it('keeps runs without a result, and runs whose result is gone', () => {
        const failed = run('f', 2, { state: 'failed', error: 'No.', stale: true });
        expect(historyOf([failed, run('g', 1, { resultId: 'gone' })], [])).toMatchObject([
            { id: 'f', state: 'failed', isStale: true },
            { id: 'g', state: 'done', result: undefined }
        ]);
    });

    it('tells a result once, with the latest run that led to it', () => {
        expect(ids([run('a', 1, { resultId: 'r' }), run('b', 2, { resultId: 'r' })], [result('r', 1)])).toEqual(['b']);
    });

    it('is empty for a trace that nothing was done with', () => expect(ids([], [])).toEqual([]));
});

it('durationOf leaves out the time in which a run waited, and is unknown of one that never ran', () => {
    expect(durationOf(historyOf([run('a', 1)], [])[0])).toBe(250);
    expect(durationOf(historyOf([run('a', 1, { startedAt: undefined })], [])[0])).toBeUndefined();
});

describe('requestOf', () => {
    it('is what the run asked, to the ns', () => {
        expect(requestOf(historyOf([run('a', 1)], [])[0])).toMatchObject({
            module: 'anomalies',
            range: { startNs: 1_795_422_823_334_816_823n }
        });
    });

    it('is what a result was computed from when its run is not known', () => {
        const content = {
            provenance: { module: 'leaks', parameters: { a: 1 }, range: { startNs: 1n, endNs: 2n }, series: ['x/y'] }
        } as never;
        expect(requestOf(historyOf([], [result('r', 1, { content })])[0])).toEqual({
            module: 'leaks',
            parameters: { a: 1 },
            range: { startNs: 1n, endNs: 2n },
            selection: { series: ['x/y'] }
        });
        expect(requestOf(historyOf([], [result('r', 1)])[0])).toBeUndefined();
    });
});
