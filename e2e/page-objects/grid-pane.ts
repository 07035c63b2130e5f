import { Locator, Page } from '@playwright/test';

/** An output with lines and columns: a table or a data tree. */
export class GridPane {
    readonly region: Locator;
    readonly grid: Locator;
    readonly rows: Locator;
    readonly headers: Locator;

    constructor(page: Page, output: string) {
        this.region = page.getByRole('region', { name: output, exact: true });
        this.grid = this.region.locator('[role=grid], [role=treegrid]');
        this.headers = this.grid.getByRole('columnheader');
        this.rows = this.grid.getByRole('row').filter({ has: page.getByRole('gridcell') });
    }

    /** Texts of a column of the rows on screen, from top to bottom. */
    async column(index: number): Promise<string[]> {
        const rows = await this.rows.all();
        return Promise.all(rows.map(row => row.getByRole('gridcell').nth(index).innerText()));
    }
}
