import { FrameLocator, Locator, Page } from '@playwright/test';

const CONTAINER = 'plugin-view-container:workbench.view.extension.trace-explorer';

/** The Trace Viewer, a VS Code extension, in the application's plugin host. */
export class TraceViewerPlugin {
    /** Its tab of a trace. */
    readonly tab: Locator;
    /** Where it tells of the selection: its ends, in ns since the epoch. */
    readonly status: Locator;

    constructor(private readonly page: Page) {
        this.tab = page.locator('#theia-main-content-panel .lm-TabBar-tab[id*="webview"]');
        this.status = page.locator('#theia-statusBar');
    }

    /** Opens its views at the left. */
    async show(): Promise<void> {
        await this.page.locator(`[id="shell-tab-${CONTAINER}"]`).click();
        await this.part('traceExplorer.openedTracesView').waitFor();
    }

    /** Opens a trace that the trace server has in a tab of the Trace Viewer. */
    async openTrace(name: string): Promise<void> {
        const part = await this.expand('traceExplorer.openedTracesView');
        const row = content(part).locator('.trace-element-container', { hasText: name }).first();
        await this.activate(part, row);
        await row.click();
        await this.tab.waitFor();
        // Its place is for the list of views.
        await part.locator('.theia-header .label').click();
    }

    /** The list of the views that the trace server offers. */
    async views(): Promise<FrameLocator> {
        return content(await this.expand('traceExplorer.availableViews'));
    }

    /** The rows of that list whose name is this, exactly. */
    async view(name: string): Promise<Locator> {
        return (await this.views()).getByText(name, { exact: true });
    }

    /** Lists only views with this in their names, and those above them. */
    async filterViews(text: string): Promise<void> {
        const part = await this.expand('traceExplorer.availableViews');
        const filter = content(part).getByPlaceholder('Filter');
        await this.activate(part, filter);
        await filter.fill(text);
    }

    /** Opens a view in the tab of the trace. */
    async openView(name: string): Promise<void> {
        await this.filterViews(name);
        await (await this.view(name)).first().click();
        await this.output(name).waitFor({ timeout: 60_000 });
    }

    /** An open view in the tab in front. */
    output(name: string): Locator {
        const title = this.page.locator('.title-bar-label', { hasText: name });
        return this.panel.locator('.output-container').filter({ has: title }).first();
    }

    /** The page in the tab in front. */
    get panel(): FrameLocator {
        return content(this.page.locator('#theia-main-content-panel .theia-webview:not(.lm-mod-hidden)'));
    }

    private part(id: string): Locator {
        return this.page.locator(`[id="${CONTAINER}--plugin-view:${id}"]`);
    }

    private async expand(id: string): Promise<Locator> {
        const part = this.part(id);
        await part.waitFor();
        if (/\bcollapsed\b/.test((await part.getAttribute('class')) ?? '')) {
            await part.locator('.theia-header .label').click();
        }
        return part;
    }

    /** The first click into a webview only makes it the active one. */
    private async activate(part: Locator, target: Locator): Promise<void> {
        await target.waitFor();
        await part.locator('iframe').click({ position: { x: 5, y: 60 }, force: true });
    }
}

/** A webview is a frame with the extension's page in a frame. */
function content(place: Locator): FrameLocator {
    return place.frameLocator('iframe').frameLocator('iframe');
}
