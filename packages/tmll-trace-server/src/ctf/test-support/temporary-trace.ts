import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];

/** Writes files into a new folder; `removeTemporaryTraces` takes it away again. */
export function temporaryTrace(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'tmll-trace-'));
    folders.push(folder);
    for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
    }
    return folder;
}

/** To be called after the tests of a file. */
export function removeTemporaryTraces(): void {
    folders.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true }));
}
