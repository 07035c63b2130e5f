import { GridRequest, gridRequests } from './time-grid';

/** The times that a server gives for a request, without those that are dropped. */
function timesOf({ start, end, nbTimes, after }: GridRequest): bigint[] {
    const step = nbTimes > 1 ? (end - start) / BigInt(nbTimes - 1) : 0n;
    expect(nbTimes > 1 ? start + step * BigInt(nbTimes - 1) : start).toBe(end);
    const times = Array.from({ length: nbTimes }, (_, index) => start + BigInt(index) * step);
    return times.filter(time => after === undefined || time > after);
}

const allTimes = (startNs: bigint, endNs: bigint, stepNs: bigint, traceStart = startNs): bigint[] =>
    gridRequests({ startNs, endNs }, stepNs, traceStart).flatMap(timesOf);

describe('gridRequests', () => {
    it('covers a range whose end lies on the grid', () => {
        expect(allTimes(100n, 130n, 10n)).toEqual([100n, 110n, 120n, 130n]);
    });

    it('defect 1: keeps the end of a range that lies off the grid', () => {
        expect(allTimes(100n, 125n, 10n)).toEqual([100n, 110n, 120n, 125n]);
    });

    it('defect 1: has points where the range is shorter than the step', () => {
        expect(allTimes(100n, 103n, 10n)).toEqual([100n, 103n]);
        expect(allTimes(100n, 100n, 10n)).toEqual([100n]);
    });

    it('defect 1: divides a long range without a point twice or left out', () => {
        const count = 200_000n;
        const requests = gridRequests({ startNs: 5n, endNs: 5n + count * 7n + 3n }, 7n, 5n);
        expect(requests.every(({ nbTimes }) => nbTimes <= 65_536)).toBe(true);
        const times = requests.flatMap(timesOf);
        const expected = Array.from({ length: 200_001 }, (_, index) => 5n + BigInt(index) * 7n);
        expect(times).toEqual([...expected, 5n + count * 7n + 3n]);
    });

    it('divides a range of exactly one request, and of one step more', () => {
        const most = 65_535n;
        expect(gridRequests({ startNs: 0n, endNs: most }, 1n, 0n)).toHaveLength(1);
        expect(gridRequests({ startNs: 0n, endNs: most + 1n }, 1n, 0n)).toHaveLength(2);
        expect(allTimes(0n, most + 1n, 1n)).toHaveLength(65_537);
    });

    it('starts each request at the last point of the one before, which gives its first own value a predecessor', () => {
        const requests = gridRequests({ startNs: 0n, endNs: 100_000n }, 1n, 0n);
        expect(requests[1].start).toBe(requests[0].end);
        expect(requests[1].after).toBe(requests[0].end);
    });

    it('starts a step early inside the trace, never before it', () => {
        expect(gridRequests({ startNs: 100n, endNs: 120n }, 10n, 90n)[0]).toEqual({
            start: 90n,
            end: 120n,
            nbTimes: 4,
            after: 99n
        });
        expect(allTimes(100n, 120n, 10n, 90n)).toEqual([100n, 110n, 120n]);
        expect(allTimes(100n, 104n, 10n, 0n)).toEqual([100n, 104n]);
        expect(gridRequests({ startNs: 100n, endNs: 120n }, 10n, 91n)[0].start).toBe(100n);
    });
});
