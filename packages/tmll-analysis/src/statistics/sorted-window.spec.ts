import { median } from './quantile';
import { SeededRandom } from './seeded-random';
import { SortedWindow } from './sorted-window';

describe('SortedWindow', () => {
    it('has the median of a moving window, as `median` computes it anew', () => {
        const random = new SeededRandom(3);
        const values = Float64Array.from({ length: 200 }, () => Math.floor(20 * random.uniform()));
        for (const size of [1, 2, 7, 8]) {
            const window = new SortedWindow(size);
            values.forEach((value, index) => {
                if (index >= size) {
                    window.remove(values[index - size]);
                }
                window.add(value);
                expect(window.median()).toBe(median(values.subarray(Math.max(0, index + 1 - size), index + 1)));
            });
        }
    });

    it('has no median when it is empty', () => {
        const window = new SortedWindow(2);
        expect(window.median()).toBeNaN();
        window.add(5);
        window.clear();
        expect(window.median()).toBeNaN();
    });
});
