import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TspError } from '../tsp-error';

/**
 * Deletes a trace from disk: a file, or a folder that is itself a trace. A folder in which traces lie somewhere below may hold anything.
 *
 * @throws TspError 403 when it is no trace itself, or may not be deleted
 */
export async function deleteFromDisk(path: string): Promise<void> {
    try {
        if ((await stat(path)).isDirectory() && !existsSync(join(path, 'metadata'))) {
            throw new TspError(403, `${path} is a folder with traces, not one itself.`, 'Delete them one by one.');
        }
        await rm(path, { recursive: true });
    } catch (error) {
        throw error instanceof TspError
            ? error
            : new TspError(403, `${path} could not be deleted: ${(error as Error).message}`);
    }
}
