import { Locator, Page } from '@playwright/test';

/** The tab of a result in front. */
export class ResultTab {
    readonly root: Locator;
    readonly title: Locator;
    readonly plots: Locator;

    constructor(page: Page) {
        this.root = page.locator('.tmll-result-view').filter({ visible: true });
        this.title = this.root.getByRole('heading', { level: 2 });
        this.plots = this.root.locator('.tmll-plot canvas');
    }

    /** The rows of a table, without its header. */
    rows(table: string): Locator {
        return this.root.getByRole('table', { name: table }).locator('tbody tr');
    }

    /** Chooses a pair of a correlation by the names of its series. */
    async choosePair(names: RegExp): Promise<void> {
        const pairs = this.root.getByRole('combobox', { name: 'Pair', exact: true });
        const option = pairs.locator('option').filter({ hasText: names }).first();
        await pairs.selectOption((await option.getAttribute('value')) ?? '');
    }

    region(name: string | RegExp): Locator {
        return this.root.getByRole('region', { name });
    }

    button(name: string | RegExp): Locator {
        return this.root.getByRole('button', { name });
    }
}
