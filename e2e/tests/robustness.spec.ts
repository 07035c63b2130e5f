import { Workbench } from '../page-objects/workbench';
import { Application } from '../support/application';
import { expect, test } from '../support/fixtures';
import { servicePid, traceServerPid } from '../support/processes';

const SAMPLE = 'Periodic load with anomalies';
const OUTPUT = 'Event Rate';
const ANALYSIS_MS = 120_000;

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 30_000 });

interface JobRecord {
    readonly id: string;
    readonly state: string;
}

test('analyses that run when the page is reloaded go on, and their results arrive', async ({ page }) => {
    await withApplication(async application => {
        const workbench = await Workbench.open(page, application.address);
        const { analysis, findings } = workbench;
        await workbench.openSample('Kernel and user space');
        await analysis.analyze.click();
        const asked = async (): Promise<readonly JobRecord[]> => application.askService('/tmll/jobs');
        await expect.poll(async () => (await asked()).length).toBeGreaterThan(1);
        await page.reload();
        await Workbench.attach(page);
        await workbench.traceTab();

        const before = await asked();
        await expect.poll(async () => stillRunning(await asked()), { timeout: ANALYSIS_MS }).toEqual([]);
        const ended = await asked();
        expect(ended.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
        expect(ended.filter(({ state }) => state !== 'done')).toEqual([]);
        await expect(analysis.results).toHaveCount(ended.length);
        await expect(findings.rows.first()).toBeVisible();
        await expect(analysis.analyze).toBeEnabled();
    });
});

test('two windows see the same analyses and results', async ({ page, context }) => {
    await withApplication(async application => {
        const first = await Workbench.open(page, application.address);
        await first.openSample(SAMPLE);
        const second = await Workbench.open(await context.newPage(), application.address);
        await second.openSample(SAMPLE);

        await test.step('what one runs, the other shows while it runs and when it is done', async () => {
            const progress = second.page.locator('#theia-statusBar').getByText(/Analyzing: \d+ %|\d+ analyses: \d+ %/);
            const seen = progress.waitFor({ timeout: ANALYSIS_MS });
            await first.page.bringToFront();
            await first.analysis.analyze.click();
            await seen;
            await expect(first.analysis.analyze).toBeVisible({ timeout: ANALYSIS_MS });
            await expect(progress).toHaveCount(0, { timeout: ANALYSIS_MS });
            const count = await first.analysis.results.count();
            expect(count).toBeGreaterThan(1);
            await expect(second.analysis.results).toHaveCount(count);
            await expect(second.findings.rows.first()).toBeVisible();
            expect(await second.findings.rows.first().innerText()).toBe(await first.findings.rows.first().innerText());
        });

        await test.step('what one deletes is gone in the other', async () => {
            const count = await first.analysis.results.count();
            await second.page.bringToFront();
            await second.analysis.results
                .first()
                .getByRole('button', { name: /^Delete: / })
                .click();
            await second.page.locator('.dialogBlock').getByRole('button', { name: 'Delete' }).click();
            await expect(second.analysis.results).toHaveCount(count - 1);
            await expect(first.analysis.results).toHaveCount(count - 1);
        });
    });
});

/** What the status bar says when one of them has died. */
const DEATHS = {
    'analysis service': /Starting analysis service|Analysis service down/,
    'trace server': /Starting trace server|Trace server down/
} as const;

for (const victim of ['analysis service', 'trace server'] as const) {
    test(`when the ${victim} dies it is said, comes back by itself, and nothing is lost`, async ({ page }) => {
        test.skip(process.platform === 'win32', 'Processes are found by ps.');
        await withApplication(async application => {
            const workbench = await Workbench.open(page, application.address);
            const { analysis, findings } = workbench;
            const tab = await workbench.openSample(SAMPLE);
            await analysis.chooseOnly(OUTPUT);
            await analysis.run.click();
            await expect(analysis.results).toHaveCount(1, { timeout: ANALYSIS_MS });
            await expect(findings.rows.first()).toBeVisible();
            const found = await findings.rows.first().innerText();

            const status = page.locator('#theia-statusBar');
            const telling = status.getByText(DEATHS[victim]).waitFor();
            const pid = await (victim === 'trace server' ? traceServerPid(application) : servicePid(application));
            process.kill(pid, 'SIGKILL');
            await telling;
            await expect(status.getByText(/Starting|service down|server down/)).toHaveCount(0, { timeout: 60_000 });

            await expect(analysis.results).toHaveCount(1);
            await expect.poll(() => findings.rows.first().innerText()).toBe(found);
            await expect(tab.pane(OUTPUT).region.getByRole('alert')).toHaveCount(0);
            await expect.poll(async () => (await tab.pane(OUTPUT).marks()).length).toBeGreaterThan(0);
            // Other parameters: the same would give the same result again.
            await analysis.field('Sensitivity').fill('2');
            await analysis.run.click();
            await expect(analysis.results).toHaveCount(2, { timeout: ANALYSIS_MS });
        });
    });
}

/** An application of the test's own: its history starts empty, and what dies in it harms no other test. */
async function withApplication(act: (application: Application) => Promise<void>): Promise<void> {
    const application = await Application.start();
    try {
        await act(application);
    } finally {
        await application.stop();
    }
}

function stillRunning(jobs: readonly JobRecord[]): readonly JobRecord[] {
    return jobs.filter(({ state }) => state === 'running' || state === 'queued');
}
