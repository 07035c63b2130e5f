import { MarkList } from './mark-list';
import { rowLine } from './row-line';
import { timeAxis } from './time-axis';

const T0 = 1_795_422_823_334_816_823n;
const second = (count: number): bigint => T0 + BigInt(count) * 1_000_000_000n;
const marks = (): MarkList => new MarkList(timeAxis({ startNs: T0, endNs: second(10) }));

describe('MarkList', () => {
    it('places marks on the axis, each with the index of the place that it leads to', () => {
        const list = marks();
        const series = { outputId: 'cpu', path: ['CPU'] };
        expect(list.area({ startNs: second(1), endNs: second(2), series })).toEqual([
            { xAxis: 1, place: 0 },
            { xAxis: 2 }
        ]);
        expect(list.line(second(3), { startNs: second(2), endNs: second(4) })).toEqual({ xAxis: 3, place: 1 });
        expect(list.point(second(5), 7, { startNs: second(5), endNs: second(5) })).toEqual({ value: [5, 7], place: 2 });
        expect(list.places).toEqual([
            { startNs: second(1), endNs: second(2), series },
            { startNs: second(2), endNs: second(4) },
            { startNs: second(5), endNs: second(5) }
        ]);
    });
});

describe('rowLine', () => {
    const bars = (count: number): { row: number; place: { startNs: bigint; endNs: bigint } }[] =>
        Array.from({ length: count }, (_, row) => ({ row, place: { startNs: second(row), endNs: second(row + 1) } }));

    it('makes bars that lead to their places', () => {
        const list = marks();
        expect(rowLine(bars(2), { name: 'Idle', width: 10 }, list)).toMatchObject({
            data: [],
            markLine: {
                data: [
                    [{ coord: [0, 0], place: 0 }, { coord: [1, 0] }],
                    [{ coord: [1, 1], place: 1 }, { coord: [2, 1] }]
                ]
            }
        });
        expect(list.places).toHaveLength(2);
    });

    it('draws many bars as one line with gaps', () => {
        const list = marks();
        const line = rowLine(bars(1000), { name: 'Idle', width: 10 }, list) as { data: unknown[]; markLine?: unknown };
        expect(line.data).toHaveLength(3000);
        expect(line.data[2]).toEqual([1, null]);
        expect(line.markLine).toBeUndefined();
        expect(list.places).toEqual([]);
    });
});
