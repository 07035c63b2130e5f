import { Locator, Page } from '@playwright/test';

/** The table of findings at the bottom. */
export class FindingsView {
    readonly grid: Locator;
    /** The rows on screen, without the header. */
    readonly rows: Locator;
    /** The findings over time, a lane a series. */
    readonly lanes: Locator;
    readonly filter: Locator;
    /** Opens the filters, where there is no room for them. */
    readonly moreFilters: Locator;
    /** Opens what is done seldom. */
    readonly more: Locator;
    /** What can be done with the selected finding. */
    readonly evidence: Locator;
    readonly explain: Locator;

    constructor(page: Page) {
        this.grid = page.getByRole('grid', { name: 'Findings', exact: true });
        this.lanes = page.getByRole('grid', { name: 'Findings over time' });
        this.rows = this.grid.locator('tbody tr');
        this.filter = page.getByRole('searchbox', { name: 'Filter findings' });
        const view = page.locator('#tmll-findings');
        this.moreFilters = view.getByRole('button', { name: /^More filters/ });
        this.more = view.getByRole('button', { name: 'More actions' });
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
