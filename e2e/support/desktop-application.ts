import { ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { Workbench } from '../page-objects/workbench';
import { ROOT } from './application';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const PACKAGE_LIMIT_MS = 180_000;

/** What the main script does with Electron, as `desktop/stub-electron.cjs` tells it. */
export interface MainEvents {
    singleInstance: boolean;
    readonly windows: { readonly webPreferences: Readonly<Record<string, unknown>> }[];
    readonly urls: string[];
    readonly cookies: {
        readonly url: string;
        readonly name: string;
        readonly value: string;
        readonly sameSite: string;
    }[];
}

/**
 * The layout that is packaged for users, with a stub in place of Electron's binary.
 * @returns the folder of the application's own files in it
 */
export async function packageLayout(folder: string): Promise<string> {
    const binary = join(folder, 'electron');
    await mkdir(binary, { recursive: true });
    await writeFile(join(binary, 'electron'), '');
    await chmod(join(binary, 'electron'), 0o755);
    const output = join(folder, 'packaged');
    const options = ['--dir', '--linux', '--x64', '--publish', 'never'];
    const settings = [`-c.electronDist=${binary}`, `-c.directories.output=${output}`];
    const builder = spawn('npx', ['electron-builder', ...options, ...settings], {
        cwd: join(ROOT, 'electron-app'),
        timeout: PACKAGE_LIMIT_MS
    });
    const lines: string[] = [];
    builder.stdout.on('data', text => lines.push(String(text)));
    builder.stderr.on('data', text => lines.push(String(text)));
    const code = await new Promise(ended => builder.once('exit', ended));
    if (code !== 0) {
        throw new Error(`electron-builder ended with ${code}:\n${lines.join('')}`);
    }
    return join(output, 'linux-unpacked/resources/app');
}

/** The desktop application's real main script in plain Node, with a stub in place of Electron, and the backend that it forks. */
export class DesktopApplication {
    private constructor(
        private readonly main: ChildProcess,
        private readonly folder: string,
        readonly events: MainEvents,
        private readonly output: string[]
    ) {}

    /** Starts it and waits until its window is told what to load. @param root folder of the application's files */
    static async start(root: string, args: readonly string[]): Promise<DesktopApplication> {
        const folder = await mkdtemp(join(tmpdir(), 'tmll-desktop-'));
        const main = fork(join(root, 'lib/backend/electron-main.js'), [...args], {
            execArgv: ['--require', join(ROOT, 'e2e/desktop/stub-electron.cjs')],
            stdio: 'pipe',
            env: {
                ...process.env,
                STUB_ELECTRON_DATA: folder,
                TMLL_DATA_DIR: join(folder, 'data'),
                THEIA_CONFIG_DIR: join(folder, 'theia')
            }
        });
        const events: MainEvents = { singleInstance: false, windows: [], urls: [], cookies: [] };
        const output: string[] = [];
        main.stdout?.on('data', text => output.push(String(text)));
        main.stderr?.on('data', text => output.push(String(text)));
        const application = new DesktopApplication(main, folder, events, output);
        try {
            await application.untilLoading();
        } catch (error) {
            await application.stop();
            throw error;
        }
        return application;
    }

    /** Where its backend listens. */
    get backend(): string {
        return this.events.cookies[0].url;
    }

    /** The token by which windows prove who they are, as a cookie header. */
    get cookie(): string {
        const { name, value } = this.events.cookies[0];
        return `${name}=${encodeURIComponent(value)}`;
    }

    /** What main script and backend have printed so far. */
    get log(): string {
        return this.output.join('');
    }

    /** Loads in a page of Chromium what the window was told to load. */
    async openWindow(context: BrowserContext): Promise<{ workbench: Workbench; errors: readonly string[] }> {
        await context.addInitScript({ path: join(ROOT, 'e2e/desktop/stub-preload.js') });
        await context.route(
            url => url.href.startsWith(this.backend),
            route => this.answerAsInElectron(route)
        );
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('console', message => message.type() === 'error' && errors.push(message.text()));
        return { workbench: await Workbench.open(page, this.events.urls[0]), errors };
    }

    /** Electron lets its pages, which come from files, ask other origins with their cookies; Chromium alone does not. */
    private async answerAsInElectron(route: Route): Promise<void> {
        const headers = { ...route.request().headers(), cookie: this.cookie, origin: 'file://' };
        const response = await route.fetch({ headers, timeout: 0 }).catch(() => undefined);
        if (response === undefined) {
            await route.abort().catch(() => undefined);
            return;
        }
        const rights = { 'access-control-allow-origin': 'null', 'access-control-allow-credentials': 'true' };
        // The page may have gone meanwhile.
        await route.fulfill({ response, headers: { ...response.headers(), ...rights } }).catch(() => undefined);
    }

    /** What happens when it is started again while it runs. */
    startAgain(cwd: string, args: readonly string[]): void {
        this.main.send({ cwd, args });
    }

    async stop(): Promise<void> {
        if (this.main.exitCode === null) {
            const ended = new Promise(exit => this.main.once('exit', exit));
            this.main.send('quit');
            const limit = setTimeout(() => this.main.kill('SIGKILL'), STOP_LIMIT_MS);
            await ended;
            clearTimeout(limit);
        }
        await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }

    private untilLoading(): Promise<void> {
        return new Promise((resolve, reject) => {
            const fail = (why: string): void => reject(new Error(`${why}:\n${this.log}`));
            const limit = setTimeout(() => fail('The main script loaded nothing in its window'), START_LIMIT_MS);
            this.main.once('exit', code => fail(`The main script ended with ${code}`));
            this.main.on('message', (message: { type: string } & Record<string, never>) => {
                switch (message.type) {
                    case 'single-instance':
                        this.events.singleInstance = true;
                        break;
                    case 'window':
                        this.events.windows.push(message.options);
                        break;
                    case 'cookie':
                        this.events.cookies.push(message.cookie);
                        break;
                    case 'url':
                        this.events.urls.push(message.url);
                        clearTimeout(limit);
                        resolve();
                }
            });
        });
    }
}

/** Electron's binary, undefined where it could not be had. */
export function electronBinary(): string | undefined {
    const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
    const candidates = [
        ...(override ? [join(override, 'electron')] : []),
        join(ROOT, 'node_modules/electron/dist/electron')
    ];
    return candidates.find(path => existsSync(path));
}
