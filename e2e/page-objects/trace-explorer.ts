import { Locator, Page } from '@playwright/test';

/** The side bar view that lists traces and their outputs. */
export class TraceExplorer {
    readonly search: Locator;
    readonly outputs: Locator;

    constructor(page: Page) {
        this.search = page.getByRole('searchbox', { name: 'Search outputs', exact: true });
        this.outputs = page.getByRole('listbox', { name: /^Outputs/ });
    }

    /** The output of exactly that name. */
    exactOutput(name: string): Locator {
        return this.outputs.getByRole('option').filter({ has: this.outputs.page().getByText(name, { exact: true }) });
    }

    output(name: string): Locator {
        return this.outputs.getByRole('option', { name });
    }
}
