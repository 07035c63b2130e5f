import { Locator, Page } from '@playwright/test';

/** The side bar view that lists traces and their outputs. */
export class TraceExplorer {
    readonly search: Locator;
    readonly outputs: Locator;

    constructor(page: Page) {
        this.search = page.getByRole('searchbox', { name: 'Search outputs' });
        this.outputs = page.getByRole('listbox', { name: /^Outputs/ });
    }

    output(name: string): Locator {
        return this.outputs.getByRole('option', { name });
    }
}
