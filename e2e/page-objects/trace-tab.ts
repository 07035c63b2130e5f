import { Locator, Page } from '@playwright/test';
import { GridPane } from './grid-pane';
import { Overview } from './overview';
import { PaneActions } from './pane-actions';
import { TimeGraphPane } from './time-graph-pane';

/** A mark that a chart says it has drawn. */
export interface DrawnMark {
    readonly kind: string;
    readonly startNs: bigint;
    readonly endNs: bigint;
    /** Pixels from the plot's left edge; a span's middle. */
    readonly x: number;
    readonly text: string;
}

/** The tab of an open trace. */
export class TraceTab {
    readonly header: Locator;

    constructor(private readonly page: Page) {
        this.header = page.locator('.tmll-trace-header').filter({ visible: true });
    }

    get overview(): Overview {
        return new Overview(this.page);
    }

    timeGraph(output: string): TimeGraphPane {
        return new TimeGraphPane(this.page, output);
    }

    grid(output: string): GridPane {
        return new GridPane(this.page, output);
    }

    /** Names of the outputs that have a pane, from top to bottom. */
    async paneNames(): Promise<string[]> {
        return this.page.locator('.tmll-pane-title').filter({ visible: true }).allInnerTexts();
    }

    /** How long what is in view is, as the header says. */
    get viewLength(): Locator {
        return this.header.locator('.tmll-trace-view');
    }

    get selection(): Locator {
        return this.header.locator('.tmll-trace-selection');
    }

    pane(output: string): Pane {
        return new Pane(this.page, output);
    }

    /** What is on screen: how long it is, as the header says, and where the marks of the time axis stand. */
    async viewText(): Promise<string> {
        const width = await this.header.locator('.tmll-trace-view').innerText();
        const ticks = this.page.locator('.tmll-time-tick').filter({ visible: true });
        const places = await ticks.evaluateAll(elements =>
            elements.map(element => `${element.textContent} at ${(element as HTMLElement).style.left}`)
        );
        return [width, ...places].join(', ');
    }
}

/** One output in a trace tab. */
export class Pane {
    readonly region: Locator;
    /** Where the mouse acts on the chart. */
    readonly plot: Locator;
    readonly canvas: Locator;
    readonly seriesTree: Locator;
    readonly grid: Locator;
    readonly tooltip: Locator;
    readonly actions: PaneActions;

    constructor(page: Page, output: string) {
        this.region = page.getByRole('region', { name: output, exact: true });
        this.plot = this.region.getByRole('group', { name: `Chart of ${output}` });
        this.canvas = this.region.locator('.tmll-xy-canvas canvas');
        this.seriesTree = this.region.getByRole('tree');
        this.grid = this.region.getByRole('grid');
        this.tooltip = page.getByRole('tooltip');
        this.actions = new PaneActions(page, this.region);
    }

    /** All marks in view. */
    async marks(): Promise<DrawnMark[]> {
        const items = await this.region
            .getByRole('list', { name: 'Marks on this chart' })
            .locator('li')
            .evaluateAll(elements =>
                elements.map(element => ({ ...(element as HTMLElement).dataset, text: element.textContent ?? '' }))
            );
        return items.map(({ kind = '', startNs = '0', endNs = '0', x = 'NaN', text }: Record<string, string>) => ({
            kind,
            startNs: BigInt(startNs),
            endNs: BigInt(endNs),
            x: Number(x),
            text
        }));
    }
}
