import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../test-support/eventually';
import { temporaryFolder } from '../test-support/temporary-folder';
import { FolderCache } from './folder-cache';

const FOLDER = temporaryFolder();

describe('FolderCache', () => {
    let reads = 0;
    const cacheOf = (name: string): FolderCache<number> => {
        reads = 0;
        return new FolderCache(join(FOLDER, name), async () => ++reads);
    };

    it('reads once while nothing changes, also where there is no folder', async () => {
        mkdirSync(join(FOLDER, 'still'));
        utimesSync(join(FOLDER, 'still'), 1, 1);
        for (const name of ['still', 'none']) {
            const cache = cacheOf(name);
            expect([await cache.get(), await cache.get(), await cache.get()]).toEqual([1, 1, 1]);
        }
    });

    it('reads again after a change of another process, soon', async () => {
        const folder = join(FOLDER, 'changing');
        mkdirSync(folder);
        utimesSync(folder, 1, 1);
        const cache = cacheOf('changing');
        await cache.get();
        writeFileSync(join(folder, 'new'), '');
        await eventually(async () => (await cache.get()) > 1 || undefined, 'the change');
    });

    it('reads again at once after an own change, even while it reads', async () => {
        const cache = cacheOf('none');
        await cache.get();
        cache.forget();
        expect(await cache.get()).toBe(2);
        const reading = cache.get();
        cache.forget();
        await reading;
        expect(await cache.get()).toBe(3);
    });

    it('does not trust what was read right after a change: another within the same tick would not show', async () => {
        mkdirSync(join(FOLDER, 'fresh'));
        const cache = cacheOf('fresh');
        expect([await cache.get(), await cache.get()]).toEqual([1, 2]);
    });
});
