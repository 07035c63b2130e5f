import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { ROOT } from '../support/application';
import type { TraceTab } from '../page-objects/trace-tab';
import type { Workbench } from '../page-objects/workbench';

const KERNEL = 'Kernel and user space';

async function openOutput(workbench: Workbench, name: string): Promise<void> {
    await workbench.explorer.search.fill(name);
    await workbench.explorer.exactOutput(name).click();
    await workbench.explorer.search.fill('');
}

async function opened(workbench: Workbench, ...outputs: string[]): Promise<TraceTab> {
    const tab = await workbench.openSample(KERNEL);
    for (const name of await tab.paneNames()) {
        await workbench.page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
    }
    for (const output of outputs) {
        await openOutput(workbench, output);
    }
    return tab;
}

/** How many different colours a canvas has: one that shows nothing has one. */
function colorsOf(canvas: Locator): Promise<number> {
    return canvas.evaluate((element: HTMLCanvasElement) => {
        const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
        const colors = new Set<number>();
        for (let at = 0; at < data.length; at += 4) {
            colors.add((data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3]);
        }
        return colors.size;
    });
}

test('a time graph shows states by row, which can be searched, filtered, sorted and gone through', async ({
    workbench
}) => {
    const { page } = workbench;
    const tab = await opened(workbench, 'Thread Status');
    const graph = tab.timeGraph('Thread Status');

    await expect.poll(() => graph.states('tl-main')).not.toBe('');
    await expect.poll(() => colorsOf(graph.canvas)).toBeGreaterThan(5);

    await test.step('rows that do not match the search are gone', async () => {
        await graph.search.fill('tl-');
        await expect(graph.row('rcu_preempt')).toHaveCount(0);
        await expect(graph.row('tl-main')).toBeVisible();
        await graph.search.fill('nothing like it');
        await expect(graph.region.getByText('No row matches the search.')).toBeVisible();
        await graph.search.fill('');
        await expect(graph.row('rcu_preempt')).toBeVisible();
    });

    await test.step('a filter dims states', async () => {
        const before = await graph.canvas.screenshot();
        await graph.filter.fill('usermode');
        await expect.poll(async () => before.equals(await graph.canvas.screenshot())).toBe(false);
        await graph.filter.fill('');
    });

    await test.step('the tooltip tells state, row and duration', async () => {
        const row = await graph.row('tl-main').boundingBox();
        const plot = await graph.plot.boundingBox();
        await page.mouse.move((plot?.x ?? 0) + (plot?.width ?? 0) / 2, (row?.y ?? 0) + 10);
        const tooltip = page.getByRole('tooltip');
        await expect(tooltip).toContainText('Duration');
        await expect(tooltip).toContainText('tl-main');
    });

    await test.step('jumps go from change to change, and back', async () => {
        await graph.row('tl-main').click();
        await graph.next.click();
        await expect(tab.selection).toBeVisible();
        const first = await tab.selection.innerText();
        await graph.next.click();
        await expect(tab.selection).not.toHaveText(first);
        await graph.previous.click();
        await expect(tab.selection).toHaveText(first);
    });

    await test.step('rows collapse and sort', async () => {
        const rows = await graph.rows.count();
        await graph.region.getByRole('button', { name: 'Collapse all rows' }).click();
        await expect(graph.rows).toHaveCount(1);
        await graph.region.getByRole('button', { name: 'Expand all rows' }).click();
        await expect(graph.rows).toHaveCount(rows);
        const names = (): Promise<string[]> => graph.rows.locator('.tmll-entry-name').allInnerTexts();
        const unsorted = await names();
        await graph.region.locator('.tmll-sort-button').first().click();
        await expect.poll(names).not.toEqual(unsorted);
    });
});

test('statistics are sorted, follow the selection, and are copied', async ({ workbench }) => {
    const tab = await opened(workbench, 'System Call Latency - Latency Statistics');
    const tree = tab.grid('System Call Latency - Latency Statistics');
    await expect(tree.rows.filter({ hasText: 'Total' }).first()).toBeVisible();
    const unsorted = await tree.column(0);
    await tree.headers.filter({ hasText: 'Count' }).getByRole('button').click();
    await expect.poll(() => tree.column(0)).not.toEqual(unsorted);
    await expect(tree.headers.filter({ hasText: 'Count' })).toHaveAttribute('aria-sort', 'descending');

    await tree.region.getByRole('button', { name: 'Lines of the selected stretch of time too' }).click();
    await expect(tree.region.getByText('Nothing is selected: of the whole trace')).toBeVisible();
    const axis = await workbench.page.getByRole('group', { name: 'Time axis' }).filter({ visible: true }).boundingBox();
    const { x, y, width } = axis ?? { x: 0, y: 0, width: 0 };
    await workbench.page.mouse.move(x + width * 0.2, y + 10);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(x + width * 0.4, y + 10, { steps: 4 });
    await workbench.page.mouse.up();
    await expect(tree.region.getByText('With lines of the selected stretch')).toBeVisible();
    await tree.region.getByRole('searchbox').fill('Selection');
    await expect(tree.rows.filter({ hasText: 'Selection' }).first()).toBeVisible();
});

test('a distribution is drawn as bars, also on a logarithmic axis', async ({ workbench }) => {
    const name = 'System Call Latency - Latency Density';
    const tab = await opened(workbench, name);
    const pane = tab.pane(name);
    await expect.poll(() => colorsOf(pane.canvas)).toBeGreaterThan(3);
    const before = await pane.canvas.screenshot();
    await pane.region.getByRole('button', { name: 'Logarithmic Y axis' }).click();
    await expect.poll(async () => before.equals(await pane.canvas.screenshot())).toBe(false);
    await pane.plot.hover({ position: { x: 3, y: 60 } });
    await expect(pane.tooltip).toContainText('–');
});

test('series are drawn in another way, the Y axis is zoomed, and statistics tell of the selection', async ({
    workbench
}) => {
    const { page } = workbench;
    const tab = await opened(workbench, 'CPU Usage');
    const pane = tab.pane('CPU Usage');
    await expect(pane.canvas).toBeVisible();
    await expect.poll(() => colorsOf(pane.canvas)).toBeGreaterThan(3);

    let before = await pane.canvas.screenshot();
    const changes = async (): Promise<boolean> => !before.equals(await pane.canvas.screenshot());
    for (const style of ['Areas', 'Steps', 'Bars', 'Points', 'Lines']) {
        before = await pane.canvas.screenshot();
        await pane.region.getByRole('button', { name: 'How series are drawn' }).click();
        await page.getByRole('menuitemcheckbox', { name: style }).click();
        await page.keyboard.press('Escape');
        await pane.seriesTree.focus();
        await expect.poll(changes).toBe(true);
    }

    before = await pane.canvas.screenshot();
    await pane.region.getByRole('separator', { name: 'Y axis of CPU Usage' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(changes).toBe(true);
    await page.keyboard.press('Escape');

    await pane.region.getByRole('button', { name: 'Statistics of the selection' }).click();
    const table = pane.region.getByRole('table');
    await expect(table.getByRole('caption')).toContainText('in view');
    await expect(table.getByRole('row').nth(1)).toContainText('%');
});

test('a pane is saved as CSV, SVG and PNG', async ({ workbench }) => {
    const tab = await opened(workbench, 'CPU Usage', 'Resources Status');
    const xy = tab.pane('CPU Usage');
    await expect.poll(() => colorsOf(xy.canvas)).toBeGreaterThan(3);
    const csv = await readFile(await (await xy.actions.save('Save as CSV')).path(), 'utf8');
    expect(csv).toMatch(/^timestamp_ns,.*%\)\r\n\d{19},/);
    const svg = await readFile(await (await xy.actions.save('Save as SVG')).path(), 'utf8');
    expect(svg).toMatch(/^<\?xml.*<svg /s);
    expect(svg).toContain('CPU Usage');
    const png = await readFile(await (await xy.actions.save('Save as PNG')).path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');

    const graph = tab.pane('Resources Status');
    await expect.poll(() => tab.timeGraph('Resources Status').states('CPU 0 States')).not.toBe('');
    const states = await readFile(await (await graph.actions.save('Save as CSV')).path(), 'utf8');
    expect(states).toMatch(/^row,start_ns,end_ns,state,style\r\n[^\r]*CPU/);
});

test('a table is filtered by column, and a line of it still selects its time', async ({ workbench }) => {
    const tab = await opened(workbench, 'Events Table');
    const table = tab.grid('Events Table');
    await expect(table.rows.first()).toBeVisible();
    await table.region.getByRole('button', { name: 'Filter by column' }).click();
    const filter = table.region.getByRole('searchbox', { name: /^Filter Event type/ });
    await filter.fill('^sched_switch$');
    await expect(table.region.locator('.tmll-table-count')).toHaveText(/^[\d,]+ of [\d,]+ lines$|^The first/);
    const types = new Set(await table.column(3));
    expect([...types]).toEqual(['sched_switch']);
    await table.rows.nth(3).click();
    await expect(tab.selection).toBeVisible();
    await filter.fill('(');
    await expect(table.region.getByText('"(" is not a regular expression.')).toBeVisible();
});

test('every pane looks right in both themes', async ({ workbench }) => {
    const { page } = workbench;
    test.setTimeout(240_000);
    const outputs = [
        'CPU Usage',
        'Thread Status',
        'Events Table',
        'System Call Latency - Latency Statistics',
        'System Call Latency - Latency Density'
    ];
    await opened(workbench, ...outputs);
    const folder = process.env.TMLL_SCREENSHOTS ? join(ROOT, 'docs/images') : test.info().outputDir;
    for (const theme of ['Dark (Theia)', 'Light (Theia)', 'High Contrast (Theia)']) {
        await workbench.chooseTheme(theme);
        for (const output of outputs) {
            const pane = page.getByRole('region', { name: output, exact: true });
            await pane.scrollIntoViewIfNeeded();
            await expect(pane.getByRole('progressbar')).toHaveCount(0);
            await page.waitForTimeout(300);
            const name = `${output} ${theme}`.replace(/[^a-z]+/gi, '-').toLowerCase();
            await pane.screenshot({ path: join(folder, `pane-${name}.png`) });
        }
    }
});
