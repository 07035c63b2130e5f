import { randomBytes } from 'node:crypto';
import { FileHandle, open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that it either is there, complete, or is not there: to a file beside it, onto the disk, then renamed. Readable
 * by the user only.
 */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
    const unfinished = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
    try {
        const file = await open(unfinished, 'wx', 0o600);
        try {
            await write(file);
            await file.sync();
        } finally {
            await file.close();
        }
        await rename(unfinished, path);
    } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
    }
}
