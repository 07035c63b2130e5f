import { Locator, Page } from '@playwright/test';

/** The table of findings at the bottom. */
export class FindingsView {
    readonly grid: Locator;
    /** The rows on screen, without the header. */
    readonly rows: Locator;
    readonly filter: Locator;
    /** What can be done with the selected finding. */
    readonly evidence: Locator;
    readonly explain: Locator;

    constructor(page: Page) {
        this.grid = page.getByRole('grid', { name: 'Findings' });
        this.rows = this.grid.locator('tbody tr');
        this.filter = page.getByRole('searchbox', { name: 'Filter findings' });
        const actions = page.getByRole('toolbar', { name: 'Selected finding' });
        this.evidence = actions.getByRole('button', { name: 'Show the evidence' });
        this.explain = actions.getByRole('button', { name: /^Explain this window/ });
    }

    /** The rows on screen that say something. */
    of(text: RegExp): Locator {
        return this.rows.filter({ hasText: text });
    }

    /** Severities of the rows on screen, from top to bottom. */
    async severities(): Promise<number[]> {
        const texts = await this.rows.locator('td:first-child').allInnerTexts();
        return texts.map(text => Number.parseInt(text.replace(/\D*/, ''), 10));
    }
}
