import { sizeClassOf, sizesOfClass } from './size-class';

describe('sizeClassOf', () => {
    it('puts every size between the bounds of its class, and classes one after another', () => {
        const sizes = [0, 1, 16, 17, 32, 1023, 1024, 1025, 1279, 1280, 2047, 2048, 4096, 1e6, 2 ** 31, 2 ** 40 + 1];
        let before = -1;
        for (const size of sizes) {
            const sizeClass = sizeClassOf(size);
            const { least, most } = sizesOfClass(sizeClass);
            expect(size).toBeGreaterThanOrEqual(least);
            expect(size).toBeLessThanOrEqual(most);
            expect(sizeClass).toBeGreaterThanOrEqual(before);
            before = sizeClass;
        }
    });

    it('leaves no gap between classes', () => {
        for (let sizeClass = 1; sizeClass < 120; sizeClass++) {
            expect(sizesOfClass(sizeClass).least).toBe(sizesOfClass(sizeClass - 1).most + 1);
        }
    });
});
