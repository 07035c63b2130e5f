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
        this.results = this.root.getByRole('list', { name: 'History' }).getByRole('listitem');
    }

    /** The tree of outputs and their series. */
    get series(): Locator {
        return this.root.getByRole('tree', { name: 'Series' });
    }

    /** Checks exactly one output. */
    async chooseOnly(output: string): Promise<void> {
        // From now on the panes that still open change nothing.
        await this.root.getByLabel('Which series').selectOption('picked');
        const ticked = this.series.locator(
            '[role=treeitem][aria-level="1"]:is([aria-checked=true], [aria-checked=mixed])'
        );
        while ((await ticked.count()) > 0) {
            await ticked.first().click();
        }
        await this.series.getByRole('treeitem', { name: output, exact: true }).click();
    }

    get preset(): Locator {
        return this.root.getByLabel('Preset', { exact: true });
    }

    /** The field of a parameter. */
    field(label: string): Locator {
        return this.root.getByLabel(label, { exact: true });
    }

    /** Keeps what the form holds under a name. */
    async savePreset(name: string): Promise<void> {
        await this.root.getByRole('button', { name: 'Save these parameters as a preset' }).click();
        const dialog = this.page.locator('.dialogBlock');
        await dialog.getByRole('textbox').fill(name);
        await dialog.getByRole('button', { name: 'Save' }).click();
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
