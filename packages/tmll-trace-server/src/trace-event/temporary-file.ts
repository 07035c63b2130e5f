import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that are written at once. */
const BUFFER_BYTES = 1024 * 1024;

/** A file of our own that has no name: the system deletes it when nobody reads it any more, however this process ends. */
export class TemporaryFile {
    private readonly descriptor: number;
    private parts: Buffer[] = [];
    private buffered = 0;
    private written = 0;

    constructor() {
        const folder = mkdtempSync(join(tmpdir(), 'tmll-events-'));
        this.descriptor = openSync(join(folder, 'events'), 'wx+', 0o600);
        try {
            rmSync(folder, { recursive: true, force: true });
        } catch {
            // Where open files cannot be deleted, it is done when the process ends.
            process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
        }
    }

    /** Bytes so far. */
    get size(): number {
        return this.written + this.buffered;
    }

    /** @throws Error of the file system, as when the disk is full */
    write(content: string | Buffer): void {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        this.parts.push(bytes);
        this.buffered += bytes.length;
        if (this.buffered >= BUFFER_BYTES) {
            this.flush();
        }
    }

    /** Ends the writing; gives back the descriptor to read from. */
    finish(): number {
        this.flush();
        return this.descriptor;
    }

    /** Gives the file up. */
    close(): void {
        closeSync(this.descriptor);
    }

    private flush(): void {
        const bytes = Buffer.concat(this.parts);
        for (let at = 0; at < bytes.length;) {
            at += writeSync(this.descriptor, bytes, at, bytes.length - at, this.written + at);
        }
        this.written += bytes.length;
        this.parts = [];
        this.buffered = 0;
    }
}
