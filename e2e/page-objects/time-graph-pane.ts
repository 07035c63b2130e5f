import { Locator, Page } from '@playwright/test';

/** An output with rows of states. */
export class TimeGraphPane {
    readonly region: Locator;
    /** Where the mouse acts on the states. */
    readonly plot: Locator;
    readonly rows: Locator;
    readonly search: Locator;
    readonly filter: Locator;
    readonly next: Locator;
    readonly previous: Locator;
    readonly canvas: Locator;

    constructor(page: Page, output: string) {
        this.region = page.getByRole('region', { name: output, exact: true });
        this.plot = this.region.getByRole('group', { name: `Chart of ${output}` });
        this.rows = this.region.getByRole('tree').getByRole('treeitem');
        this.search = this.region.getByRole('searchbox', { name: `Search rows of ${output}` });
        this.filter = this.region.getByRole('searchbox', { name: `Filter states of ${output}` });
        this.next = this.region.getByRole('button', { name: /^Next state change/ });
        this.previous = this.region.getByRole('button', { name: /^Previous state change/ });
        this.canvas = this.region.locator('.tmll-graph-canvas canvas');
    }

    row(name: string | RegExp): Locator {
        return this.rows.filter({ hasText: name }).first();
    }

    /** What the chart says that it shows of a row, in words. */
    async states(row: string): Promise<string> {
        const items = this.region.getByRole('list', { name: /^States of/ }).locator('li');
        return (
            (await items
                .filter({ hasText: `${row}:` })
                .first()
                .textContent()) ?? ''
        );
    }
}
