import { PAGE_BYTES, TouchedPages } from './touched-pages';

describe('TouchedPages', () => {
    it('counts every page with a live byte once', () => {
        const pages = new TouchedPages();
        pages.change(0, 10, 1);
        pages.change(100, 10, 1);
        expect(pages.count).toBe(1);
        pages.change(PAGE_BYTES - 1, 2, 1);
        expect(pages.count).toBe(2);
        pages.change(10 * PAGE_BYTES + 5, 3 * PAGE_BYTES, 1);
        expect(pages.count).toBe(6);
        pages.change(0, 10, -1);
        pages.change(100, 10, -1);
        expect(pages.count).toBe(6);
        pages.change(PAGE_BYTES - 1, 2, -1);
        pages.change(10 * PAGE_BYTES + 5, 3 * PAGE_BYTES, -1);
        expect(pages.count).toBe(0);
    });

    it('takes a block of no bytes for one of its page', () => {
        const pages = new TouchedPages();
        pages.change(64, 0, 1);
        expect(pages.count).toBe(1);
        pages.change(64, 0, -1);
        expect(pages.count).toBe(0);
    });
});
