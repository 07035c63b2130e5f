import { SeededRandom } from '../../statistics/seeded-random';
import { HeapAccounting } from '../accounting/heap-accounting';
import { MadeCall, makeBatch } from '../test-support/make-batch';
import { callSites } from './call-site';
import { siteGrowth, SiteGrowth } from './site-growth';

const END = 10e9;

/** What becomes of one call site in 10 s. */
function growthOf(calls: readonly MadeCall[]): SiteGrowth {
    const accounting = new HeapAccounting({ start: 0, end: END, step: 1e8 });
    accounting.add(makeBatch([...calls].sort((a, b) => a.time - b.time)));
    const [site] = callSites(accounting.finish());
    return siteGrowth(site, 0, END);
}

let next = 0;

/** A block that lives from one time to another, to the end without the latter. */
function block(from: number, to?: number, size = 100): MadeCall[] {
    const address = 4096 + 64 * next++;
    const taken = { time: from, address, size, caller: 0x1000 };
    return to === undefined || to >= END ? [taken] : [taken, { time: to, released: address }];
}

const every = (step: number, from: number, to: number): number[] =>
    Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

/** Blocks that come evenly and live for about a tenth of a second. */
function churn(seed: number): MadeCall[] {
    const random = new SeededRandom(seed);
    return every(2e6, 1e6, END).flatMap(time => block(time, time - 1e8 * Math.log(1 - random.uniform())));
}

describe('siteGrowth', () => {
    it('sees a leak among many blocks that are released, its rate and its start', () => {
        const growth = growthOf([...churn(1), ...every(1e8, 5e7, END).flatMap(time => block(time, undefined, 1000))]);
        expect(growth.verdict).toBe('growing');
        expect(growth.rate.bytesPerSecond).toBeGreaterThan(9_900);
        expect(growth.rate.bytesPerSecond).toBeLessThan(10_400);
        expect(growth.rate.low).toBeLessThanOrEqual(growth.rate.bytesPerSecond);
        expect(growth.rate.high).toBeGreaterThanOrEqual(growth.rate.bytesPerSecond);
        expect(growth.start).toBeLessThan(0.02 * END);
        expect(growth.confidence).toBeGreaterThan(0.9);
    });

    it('sees where a leak begins late, though some blocks were kept from the start', () => {
        const kept = [...block(1e7), ...block(3e9)];
        const growth = growthOf([...churn(2), ...kept, ...every(5e7, 6e9, END).flatMap(time => block(time))]);
        expect(growth.verdict).toBe('growing');
        expect(Math.abs((growth.start ?? 0) - 6e9)).toBeLessThan(0.02 * END);
    });

    it('tells a leak that stopped', () => {
        const growth = growthOf([...churn(3), ...every(5e7, 1e9, 5e9).flatMap(time => block(time))]);
        expect(growth.verdict).toBe('stopped');
        expect(Math.abs((growth.end ?? 0) - 5e9)).toBeLessThan(0.05 * END);
    });

    it('takes what was taken at the start for held, however much it is', () => {
        expect(growthOf(every(1e5, 0, 1e8).flatMap(time => block(time, undefined, 1e6))).verdict).toBe('held');
        expect(growthOf([...churn(4), ...every(1e6, 0, 2e7).flatMap(time => block(time))]).verdict).toBe('held');
        expect(growthOf(block(5e9)).verdict).toBe('held');
    });

    it.each([5, 6, 7, 8, 9, 10, 11, 12])('takes blocks that are as young as others get for recent (seed %p)', seed => {
        expect(['recent', 'held']).toContain(growthOf(churn(seed)).verdict);
    });

    it('takes a cache that drops its oldest for none, in the middle of its life', () => {
        const cache = every(1e7, 0, END).flatMap(time => block(time, time + 2e9));
        expect(growthOf(cache).verdict).toBe('recent');
    });

    it('takes pools that are filled in a few steps for held', () => {
        const pools = [1e9, 4e9, 9e9].flatMap(time => every(1e4, time, time + 1e6).flatMap(at => block(at)));
        expect(growthOf(pools).verdict).toBe('held');
    });

    it('says the same of twice the sizes, at twice the rate', () => {
        const leak = (size: number): MadeCall[] => every(1e8, 0, END).flatMap(time => block(time, undefined, size));
        const [once, twice] = [growthOf(leak(100)), growthOf(leak(200))];
        expect(twice.rate.bytesPerSecond).toBeCloseTo(2 * once.rate.bytesPerSecond, 6);
        expect({ ...twice, rate: 0, oldBytes: 0 }).toEqual({ ...once, rate: 0, oldBytes: 0 });
    });
});
