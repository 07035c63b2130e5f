import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { graveFaults } from '../support/accessibility';
import { ROOT } from '../support/application';
import { trackClicks } from '../support/clicks';

/** All analyses of a trace, on a machine that does other work too. */
const ANALYSIS_MS = 240_000;

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 30_000 });

test('a leak is found, understood, and its site named in under 10 clicks', async ({ workbench }) => {
    const { page, analysis, findings, result } = workbench;
    const clicks = await trackClicks(page);
    await workbench.openSample('Steady memory leak');

    await test.step('one button runs everything, and the findings name two call sites that keep growing', async () => {
        await analysis.analyze.click();
        await expect(findings.of(/keeps growing: 1\d\d blocks/)).toHaveCount(2, { timeout: ANALYSIS_MS });
        await expect(analysis.analyze).toBeVisible({ timeout: ANALYSIS_MS });
    });

    await test.step('the evidence tells how bad it is, how sure, and why', async () => {
        await findings
            .of(/keeps growing/)
            .first()
            .click();
        await findings.evidence.click();
        await expect(result.title).toHaveText('Memory Leak Analysis Results');
        await expect(result.region('Verdict')).toContainText(/HIGH/);
        await expect(result.region('Verdict')).toContainText(/at 2 call sites/);
    });

    await test.step('the site is named, with why it is suspected, and the chart shows only it', async () => {
        const sites = result.rows('Call sites with live memory');
        await expect(sites.filter({ hasText: 'keeps growing' })).toHaveCount(2);
        await sites.first().getByRole('button').click();
        await expect(result.region('Selected site')).toContainText(/taken one after another up to the end/);
        await expect(result.region('Selected site').getByRole('heading')).toHaveText(/^b_leak\+0x[0-9a-f]+/);
        await expect(result.root.getByRole('img', { name: /Live Memory of the Selected Site/ })).toBeVisible();
    });

    expect(await clicks()).toBeLessThan(10);
    await keepPicture(page, 'leak');
    expect(await graveFaults(page, '.tmll-result-view')).toEqual([]);

    await test.step('the view of the trace goes where the site grows', async () => {
        await result.button('Show the Stretch in Which It Grows').click();
        await expect((await workbench.traceTab()).selection).toBeVisible();
    });
});

test('a CPU burst is found, and the thread that makes it is named', async ({ workbench }) => {
    const { page, analysis, findings, result } = workbench;
    await workbench.openSample('Kernel and user space');
    await analysis.chooseOnly('CPU Usage');
    await analysis.run.click();

    await test.step('a burst of one thread is among the findings, and a click goes there', async () => {
        await expect(findings.rows.first()).toBeVisible({ timeout: ANALYSIS_MS });
        await findings.filter.fill('tl-burn');
        // The third burst that the program made, 8.51 s after the start.
        await findings
            .of(/tl-burn\s*CPU Usage.*8\.5\d\d/)
            .first()
            .click();
        await expect((await workbench.traceTab()).selection).toBeVisible();
    });

    await test.step('what changed then is ranked, and names the thread', async () => {
        await findings.explain.click();
        await expect(result.title).toHaveText('Root Cause Analysis Results', { timeout: ANALYSIS_MS });
        // A burst of I/O at the same time may stand above it.
        const causes = result.rows('Causes, the Most Important First');
        await expect(causes.filter({ hasText: /^thread tl-burn/ })).toContainText(/CPU Usage.*tl-burn ×/);
        const subjects = await causes.locator('td:first-child').allInnerTexts();
        expect(subjects.slice(0, 2)).toContain('thread tl-burn');
    });

    await keepPicture(page, 'root-cause');
    expect(await graveFaults(page, '.tmll-result-view')).toEqual([]);
    expect(await graveFaults(page, '#tmll-findings')).toEqual([]);
    expect(await graveFaults(page, '#tmll-analysis')).toEqual([]);
});

test('a lag is found: which series moves first, and by how much', async ({ workbench }) => {
    const { page, analysis, result } = workbench;
    await workbench.openSample('Correlated metrics');
    await analysis.chooseAnalysis('Correlation');
    await analysis.chooseOnly('Event Fields');
    await analysis.run.click();
    await expect(analysis.results).toHaveCount(1, { timeout: ANALYSIS_MS });
    await analysis.openResult(0);
    await expect(result.title).toHaveText('Correlation Analysis Results');

    await test.step('the pair that waits for a lock says that latency follows it by 400 ms', async () => {
        await result.choosePair(/lock_wait.*latency|latency.*lock_wait/);
        const [detail] = await result.root.locator('.tmll-correlation-detail h3').allInnerTexts();
        expect(detail).toMatch(/lock_wait leads .*latency by 400 ms/);
    });

    await test.step('all lags between the two are drawn when they are asked for', async () => {
        await result.button('Look at all Lags').click();
        await expect(result.root.getByRole('img', { name: /^Lag Analysis/ })).toBeVisible({ timeout: ANALYSIS_MS });
    });

    await test.step('the keyboard goes from cell to cell', async () => {
        const matrix = result.root.getByRole('application', { name: /Correlation matrix/ });
        const before = await matrix.locator('[aria-live]').innerText();
        await matrix.focus();
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowLeft');
        await expect(matrix.locator('[aria-live]')).not.toHaveText(before);
    });

    await keepPicture(page, 'correlation');
    expect(await graveFaults(page, '.tmll-result-view')).toEqual([]);

    await test.step('what is shown is saved as one page that needs nothing beside itself', async () => {
        const [download] = await Promise.all([page.waitForEvent('download'), analysis.exportReport('HTML Page')]);
        expect(download.suggestedFilename()).toMatch(/ report\.html$/);
        const folder = test.info().outputPath('report.html');
        await download.saveAs(folder);
        const saved = await page.context().newPage();
        await saved.goto(`file://${folder}`);
        await expect(saved.getByRole('heading', { name: 'Correlation Analysis Results' })).toBeVisible();
        await expect(saved.getByAltText(/^Correlation Matrix/).first()).toBeVisible();
        await saved.close();
    });
});

/** Keeps a picture, light and dark, narrow and wide; `TMLL_SCREENSHOTS=1` renews those of the docs. */
async function keepPicture(page: Page, name: string): Promise<void> {
    const folder = process.env.TMLL_SCREENSHOTS ? join(ROOT, 'docs/images') : test.info().outputDir;
    await page.screenshot({ path: join(folder, `${name}-dark.png`) });
}
