import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, truncate, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { graveFaults } from '../support/accessibility';
import { Application, ROOT } from '../support/application';
import { Workbench } from '../page-objects/workbench';

const SAMPLE = 'Periodic load with anomalies';
const ANALYSIS_MS = 120_000;

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 30_000, viewport: { width: 1280, height: 800 } });

test('a user tunes an analysis, keeps that as a preset, and comes back to what was run', async ({
    application,
    page
}) => {
    const workbench = await Workbench.open(page, application.address);
    const { analysis } = workbench;
    await workbench.openSample(SAMPLE);
    await analysis.chooseOnly('Event Rate');

    await test.step('a ready-made preset fills the form and says when it fits; a field goes back to its default', async () => {
        await analysis.preset.selectOption({ label: 'Sensitive' });
        await expect(analysis.field('Sensitivity')).toHaveValue('2');
        await expect(analysis.root.getByText(/some alarms will be false/)).toBeVisible();
        await analysis.field('Sensitivity').fill('3');
        await expect(analysis.preset.locator('option:checked')).toHaveText('As set below');
        await analysis.root.getByRole('button', { name: 'Reset Sensitivity to its default, 1' }).click();
        await expect(analysis.preset.locator('option:checked')).toHaveText('Defaults');
        await analysis.field('Sensitivity').fill('0');
        await expect(analysis.root.getByText('Must be more than 0.')).toBeVisible();
        await expect(analysis.run).toBeDisabled();
    });

    await test.step('what was tuned is saved as a preset and run', async () => {
        await analysis.field('Sensitivity').fill('1.5');
        await analysis.savePreset('Night shift');
        await expect(analysis.preset.locator('option:checked')).toHaveText('Night shift');
        await analysis.run.click();
        await expect(analysis.results).toHaveCount(1, { timeout: ANALYSIS_MS });
    });

    await test.step('a run that fails stays in the history with its reason', async () => {
        await analysis.chooseAnalysis('Lag');
        await analysis.field('First series').fill('no such series');
        await analysis.field('Second series').fill('neither');
        await analysis.run.click();
        const failed = analysis.results.filter({ hasText: 'failed' });
        await expect(failed).toHaveCount(1, { timeout: ANALYSIS_MS });
        await failed.getByRole('button', { name: /^What was asked/ }).click();
        await expect(failed).toContainText(/No output or series fits "no such series"/);
    });

    await test.step('after a reload all of it is there; a run goes back into the form and is run again', async () => {
        await page.reload();
        await Workbench.attach(page);
        await workbench.traceTab();
        await expect(analysis.results).toHaveCount(2);
        const done = analysis.results.filter({ hasText: 'Anomaly detection' });
        await done.getByRole('button', { name: /^What was asked/ }).click();
        await expect(done).toContainText('Sensitivity 1.5');
        await expect(done).toContainText('whole trace');
        await done.getByRole('button', { name: 'Edit and Rerun' }).click();
        await expect(analysis.field('Sensitivity')).toHaveValue('1.5');
        await expect(analysis.preset.locator('option:checked')).toHaveText('Night shift');
        await expect(analysis.series.getByRole('treeitem', { name: 'Event Rate', exact: true })).toBeChecked();
        await analysis.field('Sensitivity').fill('0.5');
        await analysis.run.click();
        await expect(analysis.results).toHaveCount(3, { timeout: ANALYSIS_MS });
    });

    await test.step('a deleted preset comes back with Undo', async () => {
        await analysis.preset.selectOption({ label: 'Night shift' });
        await analysis.root.getByRole('button', { name: 'Delete preset Night shift' }).click();
        await expect(analysis.preset.locator('option', { hasText: 'Night shift' })).toHaveCount(0);
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect(analysis.preset.locator('option', { hasText: 'Night shift' })).toHaveCount(1);
    });

    expect(await graveFaults(page, '#tmll-analysis')).toEqual([]);
});

test('the command line that the form copies finds the same', async ({ application, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = await Workbench.open(page, application.address);
    const { analysis } = workbench;
    await workbench.openSample(SAMPLE);
    await analysis.chooseOnly('Event Rate');
    await analysis.chooseMethod('iqr');
    await analysis.setParameter('Resampling step', '100ms');
    await analysis.root.getByRole('button', { name: 'Copy as command line' }).click();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    expect(command).toMatch(/^tmll anomalies \S+ --output tmll\.event-rate --method iqr --resample 100ms$/);

    await analysis.run.click();
    await expect(analysis.root.getByRole('button', { name: /^Show on charts: .*Interquartile range/ })).toHaveCount(1, {
        timeout: ANALYSIS_MS
    });
    const [{ id }] = await application.askService<{ id: string }[]>('/tmll/results');
    const { findings } = await application.askService<{ findings: { sentence: string }[] }>(`/tmll/results/${id}`);
    expect(findings.length).toBeGreaterThan(0);
    const tool = join(ROOT, 'packages/tmll-service/dist/tmll.js');
    const script = `node ${tool} ${command.slice('tmll '.length)} --json --no-store`;
    const printed = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' })) as {
        readonly findings: readonly { readonly sentence: string }[];
    };
    expect(printed.findings.map(({ sentence }) => sentence)).toEqual(findings.map(({ sentence }) => sentence));
});

test('results of a trace that has changed are stale, stay readable, and are run again', async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'tmll-stale-'));
    const trace = join(folder, 'growing');
    await cp(join(ROOT, 'samples/g-periodic/trace'), trace, { recursive: true });
    const application = await Application.start({ traces: [trace] });
    try {
        const workbench = await Workbench.open(page, application.address);
        const { analysis, findings, result } = workbench;
        await workbench.traceTab();
        await analysis.chooseOnly('Event Rate');
        await analysis.run.click();
        await expect(analysis.results).toHaveCount(1, { timeout: ANALYSIS_MS });
        await expect(findings.rows.first()).toBeVisible();
        await expect(page.locator('.tmll-stale')).toHaveCount(0);
        const stream = join(trace, 'ust/uid/0/64-bit/ch0_0');
        const shorten = async (): Promise<void> => truncate(stream, (await stat(stream)).size - 5_000);

        await test.step('the trace is another one when the page comes back', async () => {
            await shorten();
            await page.reload();
            await Workbench.attach(page);
            await workbench.traceTab();
        });

        await test.step('its result says so in the panel, among the findings and in its own tab, and can be read', async () => {
            await expect(analysis.results.getByText('Stale')).toBeVisible();
            await expect(
                page.getByText('The trace has changed since one of the shown results was computed.')
            ).toBeVisible();
            await expect(findings.rows.first()).toContainText('Stale');
            await analysis.openResult(0);
            await expect(result.root.getByText(/It still tells what the trace was then/)).toBeVisible();
            await expect(result.title).toBeVisible();
        });

        await test.step('run again it is of the trace as it is', async () => {
            await result.button('Rerun').click();
            await expect(analysis.results).toHaveCount(2, { timeout: ANALYSIS_MS });
            await expect(analysis.results.getByText('Stale')).toHaveCount(1);
            await expect(findings.rows.first()).not.toContainText('Stale');
            await expect(page.getByText(/since one of the shown results was computed/)).toHaveCount(0);
        });

        await test.step('a change while it is open shows when the user comes back to the window', async () => {
            await shorten();
            await page.evaluate(() => window.dispatchEvent(new Event('focus')));
            await expect(analysis.results.getByText('Stale')).toHaveCount(2);
            await page.locator('#tmll-findings').getByRole('button', { name: 'Rerun' }).click();
            await expect(analysis.results).toHaveCount(3, { timeout: ANALYSIS_MS });
            await expect(analysis.results.getByText('Stale')).toHaveCount(2);
        });
    } finally {
        await application.stop();
        await rm(folder, { recursive: true, force: true });
    }
});

test('findings fit a small screen, and the keyboard goes through the lanes', async ({ application, page }) => {
    const workbench = await Workbench.open(page, application.address);
    const { analysis, findings } = workbench;
    const tab = await workbench.openSample(SAMPLE);
    await analysis.analyze.click();
    await expect(findings.rows.first()).toBeVisible({ timeout: ANALYSIS_MS });
    await expect(analysis.analyze).toBeVisible({ timeout: ANALYSIS_MS });

    await test.step('one line of tools and lanes leave room for at least four rows', async () => {
        expect(await heightOf(page, '.tmll-findings-toolbar')).toBeLessThanOrEqual(32);
        const list = await page.locator('.tmll-finding-scroller').boundingBox();
        expect(list?.height).toBeGreaterThanOrEqual(5 * 24);
    });

    await test.step('arrows walk from mark to mark, Enter zooms there and keeps the focus', async () => {
        const whole = await tab.viewText();
        await findings.lanes.focus();
        for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp']) {
            await page.keyboard.press(key);
        }
        await expect(findings.lanes.locator('[aria-selected=true]')).toHaveCount(1);
        await expect(findings.grid.locator('tr[aria-selected=true]')).toHaveCount(1);
        await page.keyboard.press('Enter');
        await expect.poll(() => tab.viewText()).not.toBe(whole);
        await expect(findings.lanes).toBeFocused();
    });

    await test.step('every series with findings has a lane', async () => {
        const series = new Set(await findings.lanes.getByRole('rowheader').allInnerTexts());
        expect(series.size).toBeGreaterThan(1);
        expect(Number(await findings.lanes.getAttribute('aria-rowcount'))).toBeGreaterThan(series.size);
    });

    await test.step('lanes are made higher by keys and hidden, and stay so', async () => {
        const before = await heightOf(page, '.tmll-lanes');
        await page.getByRole('separator', { name: 'Height of the lanes' }).press('ArrowUp');
        await expect.poll(() => heightOf(page, '.tmll-lanes')).toBeLessThan(before);
        await findings.more.click();
        await page.getByRole('button', { name: 'Hide the Lanes over Time' }).click();
        await expect(findings.lanes).toHaveCount(0);
        await page.reload();
        await Workbench.attach(page);
        await expect(findings.rows.first()).toBeVisible();
        await expect(findings.lanes).toHaveCount(0);
    });

    await test.step('filters stand behind one button; that by output leaves only its findings', async () => {
        await findings.moreFilters.click();
        await page.getByLabel('Output', { exact: true }).selectOption('Event Rate');
        await page.keyboard.press('Escape');
        await expect(findings.of(/Event Rate/).first()).toBeVisible();
        await expect(findings.of(/Event Fields/)).toHaveCount(0);
    });

    expect(await graveFaults(page, '#tmll-findings')).toEqual([]);
});

async function heightOf(page: Page, selector: string): Promise<number> {
    return (await page.locator(selector).boundingBox())?.height ?? 0;
}
