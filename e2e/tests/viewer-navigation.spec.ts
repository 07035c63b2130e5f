import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const SAMPLE = 'Periodic load with anomalies';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Drags over an element, from one place to another as shares of its width. */
async function drag(page: Page, over: Locator, from: number, to: number, button: 'left' | 'right'): Promise<void> {
    const box = await over.boundingBox();
    expect(box).not.toBeNull();
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width * from, y + height / 2);
    await page.mouse.down({ button });
    await page.mouse.move(x + width * to, y + height / 2, { steps: 5 });
    await page.mouse.up({ button });
}

test('the view is zoomed by the right button and the overview, and earlier views come back', async ({ workbench }) => {
    const tab = await workbench.openSample(SAMPLE);
    const chart = tab.pane('Event Rate');
    await expect(chart.canvas).toBeVisible();
    const whole = await tab.viewLength.innerText();

    await drag(workbench.page, chart.plot, 0.25, 0.5, 'right');
    await expect(tab.viewLength).not.toHaveText(whole);
    const zoomed = await tab.viewLength.innerText();
    await expect(tab.selection).toHaveCount(0);

    await workbench.page.waitForTimeout(700);
    await tab.overview.drag(0.6, 0.7);
    await expect(tab.viewLength).not.toHaveText(zoomed);
    const other = await tab.viewLength.innerText();

    await chart.plot.focus();
    await workbench.page.keyboard.press('Control+z');
    await expect(tab.viewLength).toHaveText(zoomed);
    await workbench.page.keyboard.press('Backspace');
    await expect(tab.viewLength).toHaveText(whole);
    await workbench.page.keyboard.press('Control+y');
    await workbench.page.keyboard.press('Control+Shift+z');
    await expect(tab.viewLength).toHaveText(other);
});

test('a click of the right button opens the menu', async ({ workbench }) => {
    const tab = await workbench.openSample(SAMPLE);
    await tab.pane('Event Rate').plot.click({ button: 'right' });
    await expect(workbench.page.locator('.lm-Menu-itemLabel', { hasText: 'Copy Selected Time in ns' })).toBeVisible();
});

test('the view is moved in the overview without getting wider', async ({ workbench }) => {
    const tab = await workbench.openSample(SAMPLE);
    await expect(tab.overview.canvas).toBeVisible();
    await tab.overview.drag(0.2, 0.4);
    const length = await tab.viewLength.innerText();
    const left = await tab.overview.view.evaluate(element => (element as HTMLElement).style.left);
    await tab.overview.drag(0.3, 0.6);
    await expect(tab.viewLength).toHaveText(length);
    expect(await tab.overview.view.evaluate(element => (element as HTMLElement).style.left)).not.toBe(left);
    await tab.overview.range.dblclick();
    await expect(tab.viewLength).not.toHaveText(length);
});

test('a time that is typed is gone to, and can be copied exactly', async ({ workbench }) => {
    const { page } = workbench;
    const tab = await workbench.openSample(SAMPLE);
    await tab.pane('Event Rate').plot.focus();
    await page.keyboard.press('g');
    const input = page.locator('.quick-input-widget .monaco-inputbox input');
    await input.fill('no time');
    await expect(page.locator('.quick-input-message')).toContainText('This is no time');
    await input.fill('1.000 000 001 s');
    await input.press('Enter');
    await expect(tab.selection).toContainText('1.000\u202f000\u202f001\u202fs');

    await page.keyboard.press('c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\d{19}$/);
    await page.keyboard.press('g');
    await input.fill(copied);
    await input.press('Enter');
    await expect(tab.selection).toContainText('1.000\u202f000\u202f001\u202fs');
});

test('times are written since the start, on a clock and in ns, also after a reload', async ({ workbench }) => {
    const { page } = workbench;
    const tab = await workbench.openSample(SAMPLE);
    const ticks = page.locator('.tmll-time-tick').filter({ visible: true });
    await expect(ticks.first()).toContainText('s');
    const format = page.getByLabel('Times are written as').filter({ visible: true });
    await format.selectOption('utc');
    await expect(ticks.first()).toHaveText(/^\d\d:\d\d:\d\d/);
    await page.reload();
    await tab.header.waitFor();
    await expect(ticks.first()).toHaveText(/^\d\d:\d\d:\d\d/);
    await format.selectOption('ns');
    await expect(page.locator('.tmll-time-base-label')).toHaveText(/^\d{19} ns$/);
    await format.selectOption('relative');
    await expect(ticks.first()).toHaveText(/^0|s$/);
});

test('panes are pinned, collapsed, moved and resized, and come back so after a reload', async ({ workbench }) => {
    const { page } = workbench;
    const tab = await workbench.openSample(SAMPLE);
    const rate = tab.pane('Event Rate');
    await expect(rate.canvas).toBeVisible();
    const before = await tab.paneNames();
    expect(before.length).toBeGreaterThan(1);

    await tab.pane(before[0]).actions.choose('Move Pane Down');
    await expect.poll(() => tab.paneNames()).toEqual([before[1], before[0], ...before.slice(2)]);
    await page.getByRole('button', { name: `Keep ${before[0]} in sight` }).click();
    await expect(page.locator('.tmll-panes-pinned').getByRole('region', { name: before[0] })).toBeVisible();
    await page.getByRole('button', { name: `Collapse ${before[1]}` }).click();
    await expect(tab.pane(before[1]).region.locator('.tmll-pane-content')).toHaveCount(0);
    await tab.overview.drag(0.2, 0.4);
    const view = await tab.viewText();

    await page.waitForTimeout(500);
    await page.reload();
    await tab.header.waitFor();
    await expect(page.locator('.tmll-panes-pinned').getByRole('region', { name: before[0] })).toBeVisible();
    await expect(page.getByRole('button', { name: `Expand ${before[1]}` })).toBeVisible();
    await expect.poll(() => tab.viewText()).toBe(view);
});

test('a bookmark is set, listed, gone to and deleted, and the deletion undone', async ({ workbench }) => {
    const { page } = workbench;
    const tab = await workbench.openSample(SAMPLE);
    const chart = tab.pane('Event Rate');
    await expect(chart.canvas).toBeVisible();
    await drag(page, chart.plot, 0.4, 0.5, 'left');
    await page.keyboard.press('m');
    const input = page.locator('.quick-input-widget .monaco-inputbox input');
    await input.fill('Slow start');
    await input.press('Enter');
    const list = page.getByRole('listbox', { name: 'Bookmarks' });
    await expect(list.getByRole('option', { name: 'Slow start' })).toBeVisible();
    await expect.poll(async () => (await chart.marks()).map(({ text }) => text)).toContain('Bookmark: Slow start');
    await expect(tab.overview.bookmarks).toHaveCount(1);

    const view = await tab.viewText();
    await list.getByRole('option', { name: 'Slow start' }).click();
    await expect.poll(() => tab.viewText()).not.toBe(view);
    await list.getByRole('option', { name: 'Slow start' }).press('Delete');
    await expect(list).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(list.getByRole('option', { name: 'Slow start' })).toBeVisible();
    await list.getByRole('option', { name: 'Slow start' }).press('Delete');
    await expect(list).toHaveCount(0);
});
