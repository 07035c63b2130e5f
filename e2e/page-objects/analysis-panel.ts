import { Locator, Page } from '@playwright/test';

/** The view at the right in which analyses are set up and run. */
export class AnalysisPanel {
    readonly root: Locator;
    readonly run: Locator;
    readonly results: Locator;
    /** Runs all analyses. */
    readonly analyze: Locator;

    constructor(private readonly page: Page) {
        this.root = page.locator('#tmll-analysis');
        this.run = this.root.getByRole('button', { name: 'Run', exact: true });
        this.analyze = this.root.getByRole('button', { name: 'Analyze Trace' });
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

    async chooseAnalysis(name: string): Promise<void> {
        await this.root.getByLabel('Analysis', { exact: true }).selectOption(name);
    }

    /** Opens a result in a tab of its own, the newest is 0. */
    async openResult(index: number): Promise<void> {
        await this.results.nth(index).locator('.tmll-result-name').click();
    }

    /** Asks for a file of the shown results. */
    async exportReport(format: string): Promise<void> {
        await this.root.getByRole('button', { name: /^Export a report/ }).click();
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: format }).click();
    }

    async chooseMethod(method: string): Promise<void> {
        await this.root.getByLabel('Method').selectOption(method);
    }

    async setParameter(label: string, value: string): Promise<void> {
        await this.root.getByLabel(label, { exact: true }).fill(value);
    }
}
