import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../../../..');

/** A sample trace with ten known anomalies. */
export const SAMPLE = join(REPOSITORY, 'samples/g-periodic');

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tmll-plugin-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
}

/** The service as it is shipped, bundled from the sources. */
export function bundledService(): string {
    const folder = temporaryFolder();
    const script = join(REPOSITORY, 'packages/tmll-service/build.mjs');
    execFileSync(process.execPath, [script, '--sources', '--out', folder], {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 120_000
    });
    return folder;
}
