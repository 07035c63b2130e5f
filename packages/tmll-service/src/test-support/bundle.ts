import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGE = resolve(__dirname, '../..');

/**
 * The program as it is shipped, bundled from the sources into a folder far from any `node_modules`; removed after the tests
 * of the file. `test-worker.js` is there too.
 */
export function bundle(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tmll-bundle-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const testWorker = join(__dirname, 'test-worker.ts');
    execFileSync(process.execPath, [join(PACKAGE, 'build.mjs'), '--sources', '--out', folder, testWorker], {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 60_000
    });
    return folder;
}
