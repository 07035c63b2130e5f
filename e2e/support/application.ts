import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root. */
export const ROOT = resolve(__dirname, '../..');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/** A running browser application with folders of its own, as a new user has it. */
export class Application {
    private constructor(
        readonly address: string,
        private readonly server: ChildProcess,
        private readonly folder: string,
        private readonly output: string[]
    ) {}

    /**
     * Starts the built application on a free port and waits until it answers.
     * @param traces opened at the start
     */
    static async start(traces: readonly string[] = []): Promise<Application> {
        const folder = await mkdtemp(join(tmpdir(), 'tmll-e2e-'));
        const port = await freePort();
        const address = `http://127.0.0.1:${port}`;
        const server = spawn(
            process.execPath,
            [join(ROOT, 'browser-app/lib/backend/main.js'), '--hostname', '127.0.0.1', '--port', String(port)],
            {
                cwd: join(ROOT, 'browser-app'),
                env: {
                    ...process.env,
                    TMLL_DATA_DIR: join(folder, 'data'),
                    THEIA_CONFIG_DIR: join(folder, 'theia'),
                    TMLL_SAMPLES: join(ROOT, 'samples'),
                    TMLL_TRACES: JSON.stringify(traces)
                }
            }
        );
        const output: string[] = [];
        server.stdout.on('data', text => output.push(String(text)));
        server.stderr.on('data', text => output.push(String(text)));
        const application = new Application(address, server, folder, output);
        try {
            await application.answering();
        } catch (error) {
            await application.stop();
            throw error;
        }
        return application;
    }

    /** What the server has printed so far. */
    get log(): string {
        return this.output.join('');
    }

    async stop(): Promise<void> {
        if (this.server.exitCode === null) {
            const ended = new Promise(exit => this.server.once('exit', exit));
            this.server.kill('SIGTERM');
            const limit = setTimeout(() => this.server.kill('SIGKILL'), STOP_LIMIT_MS);
            await ended;
            clearTimeout(limit);
        }
        await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }

    private async answering(): Promise<void> {
        const deadline = Date.now() + START_LIMIT_MS;
        while (Date.now() < deadline) {
            if (this.server.exitCode !== null) {
                break;
            }
            const answered = await fetch(this.address, { signal: AbortSignal.timeout(2000) }).then(
                response => response.ok,
                () => false
            );
            if (answered) {
                return;
            }
            await new Promise(again => setTimeout(again, 200));
        }
        throw new Error(`The application did not start:\n${this.log}`);
    }
}

/** A port that nobody listens on at loopback. */
function freePort(): Promise<number> {
    return new Promise((found, failed) => {
        const probe = createServer();
        probe.once('error', failed);
        probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('No port'))));
        });
    });
}
