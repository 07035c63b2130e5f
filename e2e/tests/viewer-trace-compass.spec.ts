import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Application } from '../support/application';
import { hasRecording, ReplayServer } from '../support/replay-server';
import { TraceTab } from '../page-objects/trace-tab';
import { Workbench } from '../page-objects/workbench';

/** What of a recorded trace is opened, and what must be seen of it. */
const TRACES = [
    {
        trace: 'many-threads',
        events: '240,644 events',
        timeGraph: 'Resources Status',
        row: 'CPU 0 States',
        others: ['CPU Usage', 'Latency Statistics', 'Latency Density']
    },
    {
        trace: 'context-switches-ust',
        events: '3,934 events',
        timeGraph: 'Flame Chart',
        row: undefined,
        others: ['Function Duration Statistics', 'Flame Graph', 'Latency vs Time']
    },
    { trace: 'hello-lost', events: '32,862 events', timeGraph: undefined, row: undefined, others: ['Histogram'] }
];

for (const { trace, events, timeGraph, row, others } of TRACES) {
    test(`what Trace Compass says of ${trace} is drawn`, async ({ page }) => {
        test.skip(
            !hasRecording(trace),
            `No recording of ${trace} is at hand; set TMLL_SHARED to a folder with recordings.`
        );
        const replay = ReplayServer.of(trace);
        const application = await Application.start({
            traces: [replay.trace],
            preferences: { 'workbench.colorTheme': 'dark' }
        });
        try {
            await replay.serve(page);
            const workbench = await Workbench.open(page, application.address);
            const tab: TraceTab = await workbench.traceTab();
            await expect(tab.header).toContainText(events);
            for (const name of [...(timeGraph ? [timeGraph] : []), ...others]) {
                await workbench.explorer.search.fill(name);
                const option = workbench.explorer.outputs.getByRole('option', { name }).last();
                if ((await option.getAttribute('aria-selected')) !== 'true') {
                    await option.click();
                }
            }
            await workbench.explorer.search.fill('');
            if (timeGraph && row) {
                await expect.poll(() => tab.timeGraph(timeGraph).states(row)).not.toBe('');
            }
            await expect(page.locator('.tmll-pane').getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
            await expect(page.locator('.tmll-pane').getByRole('alert')).toHaveCount(0);
            if (trace === 'hello-lost') {
                await expect.poll(() => tab.overview.lost.count()).toBeGreaterThan(0);
            }
            const panes = page.locator('.tmll-pane').filter({ visible: true });
            for (let index = 0; index < (await panes.count()); index++) {
                await panes.nth(index).scrollIntoViewIfNeeded();
                await page.waitForTimeout(200);
                await page.screenshot({ path: join(test.info().outputDir, `${trace}-${index}.png`) });
            }
        } finally {
            await application.stop();
        }
    });
}
