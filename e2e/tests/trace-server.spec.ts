import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, Locator, Page, test } from '@playwright/test';
import { Workbench } from '../page-objects/workbench';
import { Application, ROOT } from '../support/application';

const TRACE = join(ROOT, 'samples/g-periodic/trace');

/** Takes the arguments of Trace Compass, is up, and cannot open anything. */
const STAND_IN = `#!${process.execPath}
const value = name => process.argv.find(arg => arg.startsWith('-D' + name + '=')).split('=')[1];
require('node:http')
    .createServer((request, response) => {
        response.statusCode = request.url.endsWith('/health') || request.method === 'GET' ? 200 : 501;
        response.setHeader('Content-Type', 'application/json');
        response.end(request.url.endsWith('/health') ? '{"status":"UP"}' : '[]');
    })
    .listen(Number(value('traceserver.port')), value('traceserver.host'));
`;

const notification = (page: Page, text: string): Locator =>
    page.locator('.theia-notification-list-item', { hasText: text }).first();

test('a Trace Compass that is not there is said to be missing, and the embedded trace server takes over', async ({
    page
}) => {
    const application = await Application.start({
        traces: [TRACE],
        preferences: { 'tmll.traceServer': 'traceCompass', 'tmll.traceCompassPath': '/nowhere' }
    });
    try {
        await page.goto(application.address);
        const action = page.getByRole('button', { name: 'Use Embedded' }).first();
        await expect(action).toBeVisible({ timeout: 60_000 });
        await expect(notification(page, 'There is no Trace Compass server at /nowhere')).toBeVisible();
        await action.click();
        const workbench = await Workbench.attach(page);
        const tab = await workbench.traceTab();
        await expect(tab.header).toContainText('events');
    } finally {
        await application.stop();
    }
});

test('the service follows the preference, and opens traces again', async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'tmll-stand-in-'));
    const path = join(folder, 'tracecompass-server');
    await writeFile(path, STAND_IN);
    await chmod(path, 0o755);
    const application = await Application.start({ traces: [TRACE] });
    try {
        const workbench = await Workbench.open(page, application.address);
        const tab = await workbench.traceTab();
        await application.setPreferences({ 'tmll.traceServer': 'traceCompass', 'tmll.traceCompassPath': path });
        await expect(notification(page, 'starts again with Trace Compass')).toBeVisible();
        await expect(tab.header).toBeHidden();
        await application.setPreferences({});
        await expect(notification(page, "starts again with TMLL's own trace server")).toBeVisible();
        await expect(tab.header).toBeVisible();
    } finally {
        await application.stop();
        await rm(folder, { recursive: true });
    }
});
