import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { Workbench } from '../page-objects/workbench';
import { ROOT } from '../support/application';
import { DesktopApplication, electronBinary, packageLayout } from '../support/desktop-application';

const SAMPLE = join(ROOT, 'samples/g-periodic');

test.describe.configure({ mode: 'serial' });

test.describe('the packaged desktop application', () => {
    let folder: string;
    let root: string;
    let application: DesktopApplication;

    test.beforeAll(async () => {
        test.setTimeout(300_000);
        folder = await mkdtemp(join(tmpdir(), 'tmll-layout-'));
        root = await packageLayout(folder);
        application = await DesktopApplication.start(root, [SAMPLE]);
    });

    test.afterAll(async () => {
        await application?.stop();
        await rm(folder, { recursive: true, force: true });
    });

    test('holds every file that is needed, and no packages', () => {
        const needed = [
            'lib/backend/electron-main.js',
            'lib/backend/main.js',
            'lib/backend/tmll-service/service.js',
            'lib/frontend/index.html',
            'lib/frontend/preload.js',
            '../samples/README.md',
            '../LICENSE'
        ];
        expect(needed.filter(path => !existsSync(join(root, path)))).toEqual([]);
        expect(existsSync(join(root, 'node_modules'))).toBe(false);
    });

    test('runs once, and isolates its windows', () => {
        expect(application.events.singleInstance).toBe(true);
        expect(application.events.windows).toHaveLength(1);
        expect(application.events.windows[0].webPreferences).toMatchObject({
            contextIsolation: true,
            nodeIntegration: false,
            nodeIntegrationInWorker: false
        });
    });

    test('listens on loopback alone, and wants its token for all but its own program files', async () => {
        expect(application.log).toContain('listening on http://127.0.0.1:');
        for (const path of ['/tmll-tsp/health', '/files/?uri=file:///etc/passwd', '/services']) {
            expect((await fetch(application.backend + path)).status, path).toBe(403);
            const wrong = { Cookie: 'THEIA_ELECTRON_TOKEN=%7B%22value%22%3A%22guess%22%7D' };
            expect((await fetch(application.backend + path, { headers: wrong })).status, path).toBe(403);
        }
        const withToken = { headers: { Cookie: application.cookie } };
        const health = async (): Promise<number> =>
            (await fetch(`${application.backend}/tmll-tsp/health`, withToken)).status;
        await expect.poll(health).toBe(200);
    });

    test('opens the trace of its command line in its window, and analyses it there', async ({ context }) => {
        const { workbench, errors } = await application.openWindow(context);
        const tab = await workbench.traceTab();
        await expect(tab.header).toContainText('17,065 events');
        await expect(tab.pane('Event Rate').canvas).toBeVisible();
        await workbench.analysis.chooseOnly('Event Rate');
        await workbench.analysis.chooseMethod('moving_average');
        await workbench.analysis.run.click();
        await expect(workbench.analysis.results).toHaveCount(1);
        expect(errors.filter(text => text.includes('Content Security Policy'))).toEqual([]);
    });

    test('started again with a trace it opens a second window for it', async () => {
        application.startAgain(join(ROOT, 'samples'), ['b-leak-steady']);
        await expect.poll(() => application.events.urls.length).toBe(2);
        const traces = new URL(application.events.urls[1]).searchParams.get('traces');
        expect(JSON.parse(traces ?? '')).toEqual([join(ROOT, 'samples/b-leak-steady')]);
    });
});

test('the same with the real Electron', async () => {
    const executablePath = electronBinary();
    test.skip(executablePath === undefined, 'Electron\'s binary is not here ("npm run start:electron" brings it)');
    const data = await mkdtemp(join(tmpdir(), 'tmll-electron-'));
    const application = await electron.launch({
        executablePath,
        args: [join(ROOT, 'electron-app'), SAMPLE, '--no-sandbox', `--electronUserData=${join(data, 'user')}`],
        env: { ...(process.env as Record<string, string>), TMLL_DATA_DIR: data, THEIA_CONFIG_DIR: join(data, 'theia') }
    });
    try {
        const workbench = await Workbench.attach(await application.firstWindow());
        await expect((await workbench.traceTab()).header).toContainText('17,065 events');
        await workbench.analysis.run.click();
        await expect(workbench.analysis.results).toHaveCount(1);
    } finally {
        await application.close();
        await rm(data, { recursive: true, force: true });
    }
});
