import { Page } from '@playwright/test';
import { AnalysisPanel } from './analysis-panel';
import { FindingsView } from './findings-view';
import { ResultTab } from './result-tab';
import { TraceExplorer } from './trace-explorer';
import { TraceTab } from './trace-tab';

/** The whole application in a page. */
export class Workbench {
    readonly explorer: TraceExplorer;
    readonly analysis: AnalysisPanel;
    readonly findings: FindingsView;
    readonly result: ResultTab;

    private constructor(readonly page: Page) {
        this.explorer = new TraceExplorer(page);
        this.analysis = new AnalysisPanel(page);
        this.findings = new FindingsView(page);
        this.result = new ResultTab(page);
    }

    /** Loads the application and waits until it can be used. */
    static async open(page: Page, address: string): Promise<Workbench> {
        await page.goto(address);
        return Workbench.attach(page);
    }

    /** Waits until the application that a page loads can be used. */
    static async attach(page: Page): Promise<Workbench> {
        await page.locator('.theia-preload').waitFor({ state: 'detached' });
        return new Workbench(page);
    }

    /** Opens a sample from the welcome page and waits for its tab. */
    async openSample(name: string): Promise<TraceTab> {
        await this.page.getByRole('list', { name: 'Or try a sample' }).getByRole('button', { name }).click();
        return this.traceTab();
    }

    /** The trace tab in front, once it shows a trace. */
    async traceTab(): Promise<TraceTab> {
        const tab = new TraceTab(this.page);
        await tab.header.waitFor();
        return tab;
    }

    /** Switches the colour theme. */
    async chooseTheme(label: string): Promise<void> {
        await this.runCommand('Preferences: Color Theme');
        const input = this.page.locator('.quick-input-widget .monaco-inputbox input');
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: /Theia/ }).first().waitFor();
        await input.fill(label);
        await input.press('Enter');
        await this.page.waitForTimeout(500);
    }

    /** Runs a command from the palette. */
    async runCommand(label: string): Promise<void> {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget .monaco-inputbox input');
        await input.fill(`>${label}`);
        await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
        await input.press('Enter');
    }
}
