import { CoveredTime } from './covered-time';

const cover = (time: CoveredTime, start: number, end: number): number[][] =>
    time.cover({ start: BigInt(start), end: BigInt(end) }).map(free => [Number(free.start), Number(free.end)]);

describe('CoveredTime', () => {
    it('gives each stretch what no other had before', () => {
        const time = new CoveredTime();
        expect(cover(time, 10, 20)).toEqual([[10, 20]]);
        expect(cover(time, 30, 40)).toEqual([[30, 40]]);
        expect(cover(time, 0, 50)).toEqual([
            [0, 9],
            [21, 29],
            [41, 50]
        ]);
        expect(cover(time, 5, 45)).toEqual([]);
    });

    it('knows stretches that touch, and single points', () => {
        const time = new CoveredTime();
        expect(cover(time, 5, 5)).toEqual([[5, 5]]);
        expect(cover(time, 5, 5)).toEqual([]);
        expect(cover(time, 6, 8)).toEqual([[6, 8]]);
        expect(cover(time, 4, 9)).toEqual([
            [4, 4],
            [9, 9]
        ]);
    });

    it('covers each point once, whatever the order (against a set of points)', () => {
        let seed = 7;
        const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
        for (let round = 0; round < 200; round++) {
            const time = new CoveredTime();
            const points = new Set<number>();
            for (let count = 0; count < 12; count++) {
                const start = random(60);
                const end = start + random(15);
                const fresh = [];
                for (let point = start; point <= end; point++) {
                    if (!points.has(point)) {
                        fresh.push(point);
                        points.add(point);
                    }
                }
                const given = cover(time, start, end).flatMap(([from, to]) =>
                    Array.from({ length: to - from + 1 }, (_, index) => from + index)
                );
                expect(given).toEqual(fresh);
            }
        }
    });
});
