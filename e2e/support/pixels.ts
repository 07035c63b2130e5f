import { Locator } from '@playwright/test';

/** A part of a picture, in fractions of its height. */
interface Part {
    readonly from?: number;
    readonly to?: number;
}

/** Counts the points of an element on screen that have one of these colours (`#rrggbb`), or nearly so: what a canvas draws. */
export async function countPixels(
    element: Locator,
    colors: readonly string[],
    { from = 0, to = 1 }: Part = {}
): Promise<number> {
    const picture = (await element.screenshot()).toString('base64');
    return element.page().evaluate(
        async ({ source, wanted, top, bottom }) => {
            const near = 12;
            const image = new Image();
            image.src = `data:image/png;base64,${source}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            if (!context) {
                throw new Error('The browser draws no pictures');
            }
            context.drawImage(image, 0, 0);
            const y = Math.floor(image.height * top);
            const { data } = context.getImageData(0, y, image.width, Math.ceil(image.height * (bottom - top)));
            const rgb = wanted.map(color => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16)));
            let count = 0;
            for (let at = 0; at < data.length; at += 4) {
                const isNear = rgb.some(color =>
                    color.every((part, index) => Math.abs(part - data[at + index]) <= near)
                );
                count += isNear ? 1 : 0;
            }
            return count;
        },
        { source: picture, wanted: colors, top: from, bottom: to }
    );
}
