import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The worker's script, which stands beside this file; undefined where it does not (in sources, or in a bundle without it). */
export function workerFile(folder: string = __dirname): string | undefined {
    const file = join(folder, 'record-worker.js');
    return existsSync(file) ? file : undefined;
}
