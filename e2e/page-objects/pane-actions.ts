import { Download, Locator, Page } from '@playwright/test';

/** What the header of a pane offers. */
export class PaneActions {
    constructor(
        private readonly page: Page,
        private readonly region: Locator
    ) {}

    async choose(label: string): Promise<void> {
        await this.region.getByRole('button', { name: /^More actions for/ }).click();
        await this.page.locator('.lm-Menu-itemLabel', { hasText: label }).first().click();
    }

    /** Chooses something that saves a file. */
    async save(label: string): Promise<Download> {
        const [download] = await Promise.all([this.page.waitForEvent('download'), this.choose(label)]);
        return download;
    }
}
