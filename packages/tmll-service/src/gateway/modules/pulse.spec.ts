import { SampleTimes } from '../outputs/sample-times';
import { pulseAt } from './pulse';

const at = (...offsets: number[]): SampleTimes => new SampleTimes(1000n, Float64Array.from(offsets));
const up = (periods: readonly (readonly [bigint, bigint])[], times: SampleTimes): number[] =>
    [
        ...pulseAt(
            periods.map(([startNs, endNs]) => ({ startNs, endNs })),
            times,
            100
        )
    ].map(value => (value > 0 ? 1 : 0));

describe('pulseAt', () => {
    it('is up in every bin that a period has a part of, 5 % above the chart', () => {
        expect([...pulseAt([{ startNs: 1010n, endNs: 1020n }], at(0, 10, 20, 30), 100)]).toEqual([0, 105, 105, 0]);
        expect([...pulseAt([{ startNs: 1010n, endNs: 1020n }], at(0, 10), 0)]).toEqual([0, 1.05]);
    });

    it('loses no period between two times, however short', () => {
        expect(up([[1015n, 1015n]], at(0, 10, 20, 30))).toEqual([0, 0, 1, 0]);
        expect(
            up(
                [
                    [1001n, 1001n],
                    [1029n, 1030n]
                ],
                at(0, 10, 20, 30)
            )
        ).toEqual([0, 1, 0, 1]);
    });

    it('is down for what was before and comes after', () => {
        expect(
            up(
                [
                    [900n, 950n],
                    [1100n, 1200n]
                ],
                at(0, 10, 20)
            )
        ).toEqual([0, 0, 0]);
        expect(up([[900n, 995n]], at(0, 10, 20))).toEqual([1, 0, 0]);
        expect(up([[900n, 2000n]], at(0, 10, 20))).toEqual([1, 1, 1]);
    });

    it('is right for a single time and for none', () => {
        expect(up([[1000n, 1000n]], at(0))).toEqual([1]);
        expect(up([[990n, 999n]], at(0))).toEqual([0]);
        expect(up([[990n, 999n]], at())).toEqual([]);
    });

    it('is up by itself exactly where one of several periods is', () => {
        const times = at(...Array.from({ length: 200 }, (_, index) => index * 7));
        const periods = [
            [1050n, 1060n],
            [1300n, 1700n],
            [1650n, 1800n]
        ] as const;
        const expected = Array.from(times.offsets, (offset, index) => {
            const before = index === 0 ? offset - 7 : times.offsets[index - 1];
            return periods.some(([start, end]) => Number(start) - 1000 <= offset && Number(end) - 1000 > before)
                ? 1
                : 0;
        });
        expect(up(periods, times)).toEqual(expected);
    });
});
