import { Locator, Page } from '@playwright/test';

/** The table of findings at the bottom. */
export class FindingsView {
    readonly grid: Locator;
    /** The rows on screen, without the header. */
    readonly rows: Locator;

    constructor(page: Page) {
        this.grid = page.getByRole('grid', { name: 'Findings' });
        this.rows = this.grid.locator('tbody tr');
    }

    /** Severities of the rows on screen, from top to bottom. */
    async severities(): Promise<number[]> {
        const texts = await this.rows.locator('td:first-child').allInnerTexts();
        return texts.map(text => Number.parseInt(text.replace(/\D*/, ''), 10));
    }
}
