import { Locator, Page } from '@playwright/test';

/** The view at the right in which analyses are set up and run. */
export class AnalysisPanel {
    readonly root: Locator;
    readonly run: Locator;
    readonly results: Locator;

    constructor(page: Page) {
        this.root = page.locator('#tmll-analysis');
        this.run = this.root.getByRole('button', { name: 'Run' });
        this.results = this.root.getByRole('list', { name: 'Results' }).getByRole('listitem');
    }

    /** Checks exactly one output. */
    async chooseOnly(output: string): Promise<void> {
        const boxes = this.root.getByRole('list', { name: 'Series' }).getByRole('checkbox');
        for (const box of await boxes.all()) {
            await box.setChecked(false);
        }
        await this.root.getByRole('checkbox', { name: output, exact: true }).check();
    }

    async chooseMethod(method: string): Promise<void> {
        await this.root.getByLabel('Method').selectOption(method);
    }

    async setParameter(label: string, value: string): Promise<void> {
        await this.root.getByLabel(label, { exact: true }).fill(value);
    }
}
