import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of reference data of that name: below TMLL_SHARED, else below `shared` next to the repository. Undefined
 * where it is not at hand.
 */
export function referenceFolder(name: string): string | undefined {
    const root = process.env.TMLL_SHARED ?? resolve(repositoryRoot(__dirname), '../shared');
    const folder = join(root, 'reference', name);
    return existsSync(folder) ? folder : undefined;
}

/** The nearest folder upwards that holds `package-lock.json`. */
export function repositoryRoot(from: string): string {
    const parent = resolve(from, '..');
    return existsSync(join(from, 'package-lock.json')) || parent === from ? from : repositoryRoot(parent);
}
