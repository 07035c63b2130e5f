import { Locator, Page } from '@playwright/test';

/** The strip with the whole trace above the time axis. */
export class Overview {
    /** Where the mouse acts. */
    readonly range: Locator;
    readonly view: Locator;
    readonly canvas: Locator;
    readonly lost: Locator;
    readonly bookmarks: Locator;

    constructor(private readonly page: Page) {
        const strip = page.locator('.tmll-overview').filter({ visible: true });
        this.range = strip.getByRole('slider');
        this.view = strip.locator('.tmll-overview-view');
        this.canvas = strip.locator('canvas');
        this.lost = strip.locator('.tmll-overview-lost');
        this.bookmarks = strip.locator('.tmll-overview-bookmark');
    }

    /** Drags from one place to another, as shares of the strip's width. */
    async drag(from: number, to: number): Promise<void> {
        const box = await this.range.boundingBox();
        if (!box) {
            throw new Error('The overview is not on screen');
        }
        const y = box.y + box.height / 2;
        await this.page.mouse.move(box.x + box.width * from, y);
        await this.page.mouse.down();
        await this.page.mouse.move(box.x + box.width * to, y, { steps: 6 });
        await this.page.mouse.up();
    }
}
