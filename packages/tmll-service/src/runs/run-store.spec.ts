import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test-support/temporary-folder';
import { RunRecord, RunStore } from './run-store';

const FOLDER = temporaryFolder();
const NOW = { fingerprint: 'now', source: 'here' };
let count = 0;

describe('RunStore', () => {
    let folder: string;
    let log: string[];
    let store: RunStore;

    beforeEach(() => {
        folder = join(FOLDER, `runs${count++}`);
        log = [];
        store = new RunStore(folder, line => log.push(line), 3);
    });

    const run = (number: number, change: Partial<RunRecord> = {}): RunRecord => ({
        id: `00000000-0000-0000-0000-00000000000${number}`,
        state: 'cancelled',
        request: { module: 'anomalies', experimentId: 'e', parameters: {} },
        createdAt: `2026-01-01T00:00:0${number}.000Z`,
        finishedAt: `2026-01-01T00:00:0${number}.500Z`,
        ...NOW,
        ...change
    });
    const ids = async (traces = NOW): Promise<number[]> =>
        (await store.list(traces)).map(({ id }) => Number(id.slice(-1)));

    it('lists the runs of traces as they are and as they were, newest first, over restarts', async () => {
        await store.write(run(1, { fingerprint: 'before' }));
        await store.write(run(2, { fingerprint: 'other', source: 'elsewhere' }));
        await store.write(run(3, { state: 'failed', error: 'No.' }));
        expect(await ids()).toEqual([3, 1]);
        store = new RunStore(folder, line => log.push(line), 3);
        expect(await ids()).toEqual([3, 1]);
        expect(await store.find(run(3).id)).toMatchObject({ state: 'failed', error: 'No.' });
    });

    it('forgets the oldest beyond its limit', async () => {
        for (const number of [4, 1, 3, 2]) {
            await store.write(run(number));
        }
        expect(await ids()).toEqual([4, 3, 2]);
    });

    it('finds the runs of a result, and forgets one', async () => {
        await store.write(run(1, { state: 'done', resultId: 'r' }));
        await store.write(run(2));
        expect((await store.ofResult('r')).map(({ id }) => id)).toEqual([run(1).id]);
        await store.delete(run(1).id);
        expect(await ids()).toEqual([2]);
    });

    it('drops what is damaged with a word in the log, and no file outside its folder', async () => {
        await store.write(run(1));
        writeFileSync(join(folder, 'x.run.json'), '{');
        await store.delete('../runs0/x');
        expect(await ids()).toEqual([1]);
        expect(readdirSync(folder)).toHaveLength(1);
        expect(log[0]).toMatch(/^The remembered run .* is dropped/);
    });
});
