import { Page } from '@playwright/test';

/** Counts how often the user of a loaded page clicks from now on. */
export async function trackClicks(page: Page): Promise<() => Promise<number>> {
    await page.evaluate(() => {
        document.documentElement.dataset.clicks = '0';
        const count = (): void => {
            const { dataset } = document.documentElement;
            dataset.clicks = String(Number(dataset.clicks) + 1);
        };
        document.addEventListener('click', count, { capture: true });
    });
    return async () => Number(await page.locator('html').getAttribute('data-clicks'));
}
