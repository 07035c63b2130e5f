import { ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** The repository's root. */
export const ROOT = resolve(__dirname, '../..');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/** How an application is started. */
export interface StartOptions {
    /** Paths of traces that are opened at the start. */
    readonly traces?: readonly string[];
    /** User preferences, e.g. the colour theme. */
    readonly preferences?: Readonly<Record<string, unknown>>;
    /** Folders of unpacked plugins that run in it. */
    readonly plugins?: readonly string[];
}

/** A running browser application with folders of its own, as a new user has it. */
export class Application {
    private constructor(
        readonly address: string,
        private readonly server: ChildProcess,
        private readonly folder: string,
        private readonly output: string[]
    ) {}

    /** Starts the built application on a free port and waits until it answers. */
    static async start({ traces = [], preferences = {}, plugins = [] }: StartOptions = {}): Promise<Application> {
        const folder = await mkdtemp(join(tmpdir(), 'tmll-e2e-'));
        await mkdir(join(folder, 'theia'));
        await writeFile(join(folder, 'theia/settings.json'), JSON.stringify(preferences));
        await mkdir(join(folder, 'plugins'));
        for (const plugin of plugins) {
            await symlink(resolve(plugin), join(folder, 'plugins', basename(plugin)));
        }
        const port = await freePort();
        const address = `http://127.0.0.1:${port}`;
        const server = spawn(
            process.execPath,
            [
                join(ROOT, 'browser-app/lib/backend/main.js'),
                ...['--hostname', '127.0.0.1', '--port', String(port)],
                `--plugins=local-dir:${join(folder, 'plugins')}`
            ],
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

    /** Replaces the user's preferences, as an editor does. */
    setPreferences(preferences: Readonly<Record<string, unknown>>): Promise<void> {
        return writeFile(join(this.folder, 'theia/settings.json'), JSON.stringify(preferences));
    }

    /** Asks the analysis service behind the application, as another program of the same user would. */
    async askService<T>(path: string): Promise<T> {
        const lock = JSON.parse(await readFile(join(this.folder, 'data/service.json'), 'utf8'));
        const response = await fetch(`http://127.0.0.1:${lock.port}${path}`, {
            headers: { Authorization: `Bearer ${lock.token}` }
        });
        if (!response.ok) {
            throw new Error(`${path}: ${response.status} ${await response.text()}`);
        }
        return (await response.json()) as T;
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
            probe.close(() =>
                typeof address === 'object' && address ? found(address.port) : failed(new Error('No port'))
            );
        });
    });
}
