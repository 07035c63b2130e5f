import { join } from 'node:path';
import { expect, test } from '../support/fixtures';
import { Application, ROOT } from '../support/application';
import { labelledAnomalies } from '../support/trace-truth';
import { Workbench } from '../page-objects/workbench';
import type { Pane, TraceTab } from '../page-objects/trace-tab';

/** The result of an analysis as the service tells it, as far as these tests look into it. */
interface ResultOnWire {
    readonly data: {
        readonly series: readonly {
            readonly name: string;
            readonly points: readonly { readonly ns: string }[];
            readonly periods: readonly { readonly startNs: string; readonly endNs: string }[];
        }[];
    };
}

test('a user opens a sample, finds its anomalies on the chart, and goes to one of them', async ({
    application,
    workbench
}) => {
    const tab = await workbench.openSample('Periodic load with anomalies');
    const chart = tab.pane('Event Rate');

    await test.step('the trace is charted', async () => {
        await expect(tab.header).toContainText('17,065 events');
        await expect(chart.seriesTree).toContainText('shop:request_begin');
        await expect(chart.canvas).toBeVisible();
        await expect(tab.pane('Events Table').grid).toContainText('lttng_ust_statedump:start');
    });

    await test.step('moving average with the values of the quickstart marks the anomalies', async () => {
        await workbench.analysis.chooseOnly('Event Rate');
        await workbench.analysis.chooseMethod('moving_average');
        await workbench.analysis.setParameter('Window size', '10');
        await workbench.analysis.setParameter('Moving average threshold', '2');
        await workbench.analysis.setParameter('Resampling step', '100ms');
        await workbench.analysis.run.click();
        await expect(workbench.analysis.results).toHaveCount(1);
    });

    const result = await latestResult(application);

    await test.step('every mark stands at a time that the analysis reported, none is missing', async () => {
        await expect.poll(async () => (await chart.marks()).length).toBeGreaterThan(0);
        await expectMarksOf(chart, result, await shownSeries(chart));
    });

    await test.step('at least 8 of the 10 labelled anomalies are marked', async () => {
        const marks = (await chart.marks()).filter(({ kind }) => kind === 'points');
        const anomalies = labelledAnomalies('g-periodic');
        expect(anomalies).toHaveLength(10);
        // A point stands for the 100 ms that end at it.
        const step = 100_000_000n;
        const found = anomalies.filter(({ fromNs, toNs }) =>
            marks.some(({ startNs }) => startNs >= fromNs && startNs <= toNs + step)
        );
        expect(found.length).toBeGreaterThanOrEqual(8);
    });

    await test.step('hovering a mark tells value, expected value, score and method', async () => {
        const [mark] = (await chart.marks()).filter(({ kind }) => kind === 'points');
        expect(mark.text).toMatch(/expected/i);
        expect(mark.text).toMatch(/score/i);
        expect(mark.text).toMatch(/moving average/i);
    });

    await takeScreenshot(workbench, 'anomalies-dark');

    await test.step('findings come by severity, and a click goes there', async () => {
        const severities = await workbench.findings.severities();
        expect(severities.length).toBeGreaterThan(3);
        expect(severities).toEqual([...severities].sort((a, b) => b - a));
        const before = await tab.viewText();
        await workbench.findings.rows.first().click();
        await expect.poll(() => tab.viewText()).not.toBe(before);
        await expect(tab.header.locator('.tmll-trace-selection')).toBeVisible();
        await expect.poll(async () => (await chart.marks()).length).toBeGreaterThan(0);
    });

    await test.step('a hidden result leaves the chart, a shown one comes back, a deleted one is gone', async () => {
        const eye = workbench.analysis.results.getByRole('button', { name: /Show on charts/ });
        await eye.click();
        await expect.poll(async () => (await chart.marks()).length).toBe(0);
        await eye.click();
        await expect.poll(async () => (await chart.marks()).length).toBeGreaterThan(0);
        await workbench.analysis.results.getByRole('button', { name: /^Delete/ }).click();
        await workbench.page.locator('.dialogBlock').getByRole('button', { name: 'Delete' }).click();
        await expect(workbench.analysis.results).toHaveCount(0);
        await expect.poll(async () => (await chart.marks()).length).toBe(0);
        expect(await application.askService('/tmll/results')).toEqual([]);
    });
});

test('zoom, pan and selection are one for all panes', async ({ workbench }) => {
    const tab = await workbench.openSample('Periodic load with anomalies');
    const chart = tab.pane('Event Rate');
    await expect(chart.canvas).toBeVisible();
    const whole = await tab.viewText();

    await chart.plot.hover();
    await chart.plot.click();
    await workbench.page.keyboard.press('w');
    await expect.poll(() => tab.viewText()).not.toBe(whole);
    const zoomed = await tab.viewText();
    await workbench.page.keyboard.press('d');
    await expect.poll(() => tab.viewText()).not.toBe(zoomed);
    await workbench.page.keyboard.press('Home');
    await expect.poll(() => tab.viewText()).toBe(whole);

    await selectByDragging(workbench, tab, chart);
    await expect(tab.pane('Events Table').grid.getByRole('row', { selected: true })).toBeVisible();
});

test('a path that holds no trace is refused with one sentence', async ({ page }) => {
    const application = await Application.start({ traces: [join(ROOT, 'scripts')] });
    try {
        await Workbench.open(page, application.address);
        await expect(page.getByText(/no trace/i).first()).toBeVisible();
    } finally {
        await application.stop();
    }
});

async function latestResult(application: Application): Promise<ResultOnWire> {
    const [summary] = await application.askService<{ id: string }[]>('/tmll/results');
    return application.askService<ResultOnWire>(`/tmll/results/${summary.id}`);
}

/** Names of the series that are drawn, as paths of labels joined like those of a result. */
async function shownSeries(chart: Pane): Promise<Set<string>> {
    const checked = chart.seriesTree.getByRole('treeitem', { checked: true });
    return new Set(await checked.locator('.tmll-entry-name').allInnerTexts());
}

async function expectMarksOf(chart: Pane, result: ResultOnWire, shown: Set<string>): Promise<void> {
    const series = result.data.series.filter(({ name }) => shown.has(name.split(' → ').at(-1) ?? ''));
    const marks = await chart.marks();
    const drawn = (kind: string): string[] =>
        marks
            .filter(mark => mark.kind === kind)
            .map(mark => String(mark.startNs))
            .sort();
    expect(drawn('points')).toEqual(series.flatMap(({ points }) => points.map(({ ns }) => ns)).sort());
    expect(drawn('spans')).toEqual(series.flatMap(({ periods }) => periods.map(({ startNs }) => startNs)).sort());
    const xs = marks.filter(mark => mark.kind === 'points').sort((a, b) => a.x - b.x);
    const times = xs.map(({ startNs }) => startNs);
    expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}

async function selectByDragging(workbench: Workbench, tab: TraceTab, chart: Pane): Promise<void> {
    const box = await chart.plot.boundingBox();
    expect(box).not.toBeNull();
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    await workbench.page.mouse.move(x + width * 0.4, y + height / 2);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(x + width * 0.6, y + height / 2, { steps: 5 });
    await workbench.page.mouse.up();
    await expect(tab.header.locator('.tmll-trace-selection')).toBeVisible();
}

/** Keeps a picture with the test's results; `TMLL_SCREENSHOTS=1` renews the README's. */
async function takeScreenshot(workbench: Workbench, name: string): Promise<void> {
    const folder = process.env.TMLL_SCREENSHOTS ? join(ROOT, 'docs/images') : test.info().outputDir;
    await workbench.page.screenshot({ path: join(folder, `${name}.png`) });
}
