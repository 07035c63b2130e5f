import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ClosedPipe } from './exit-status';
import { TextOutput } from './text-output';

/** A reader that takes its time, and remembers how much was waiting for it at most. */
class SlowReader extends Writable {
    text = '';
    waiting = 0;

    constructor() {
        super({ highWaterMark: 1000, decodeStrings: false });
    }

    override _write(chunk: string, _encoding: string, done: () => void): void {
        this.waiting = Math.max(this.waiting, this.writableLength);
        this.text += chunk;
        setTimeout(done, 1);
    }
}

function failing(code: string): Writable {
    return new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error('no way'), { code }))
    });
}

/** A stream may tell of its failure a moment later. */
async function writeOn(out: TextOutput): Promise<void> {
    for (let count = 0; count < 3; count++) {
        await out.write('x');
        await out.flush();
        await pause(1);
    }
}

describe('TextOutput', () => {
    it('hands on everything in order, no faster than it is read', async () => {
        const reader = new SlowReader();
        const out = new TextOutput(reader);
        const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}\n`);
        for (const line of lines) {
            await out.write(line);
        }
        await out.flush();
        expect(reader.text).toBe(lines.join(''));
        expect(reader.waiting).toBeLessThan(100_000);
    });

    it('throws ClosedPipe once nobody reads any more', async () => {
        await expect(writeOn(new TextOutput(failing('EPIPE')))).rejects.toBeInstanceOf(ClosedPipe);
    });

    it('throws what else goes wrong, such as a full disk', async () => {
        await expect(writeOn(new TextOutput(failing('ENOSPC')))).rejects.toMatchObject({ code: 'ENOSPC' });
    });

    it('clears the way before it writes, and only then', async () => {
        let cleared = 0;
        const out = new TextOutput(new SlowReader(), () => cleared++);
        await out.flush();
        expect(cleared).toBe(0);
        await out.write('x');
        await out.flush();
        expect(cleared).toBe(1);
    });
});
