import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of reference material, or undefined where it is not at hand: then the tests on it are skipped, and standard
 * error says so.
 */
export function sharedFolder(name: string): string | undefined {
    const root = process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../../shared');
    const folder = join(root, name);
    if (!existsSync(folder)) {
        process.stderr.write(`No folder ${folder}: tests on it are skipped; set TMLL_SHARED.\n`);
        return undefined;
    }
    return folder;
}
