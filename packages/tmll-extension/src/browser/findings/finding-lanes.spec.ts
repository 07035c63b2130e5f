import type { Finding } from 'tmll-analysis/algorithms';
import { findingLanes } from './finding-lanes';
import { findingRow, FindingRow } from './finding-row';

const START = 1_795_422_823_334_816_823n;

function row(series: string, severity: number, from: bigint, to: bigint): FindingRow {
    const finding: Finding = {
        id: `${series}${from}`,
        kind: 'anomaly',
        series: { outputId: 'o', path: ['Output', series] },
        startNs: START + from,
        endNs: START + to,
        severity,
        confidence: 1,
        unit: '',
        sentence: 'x'
    };
    return findingRow({ id: 'r', module: 'anomalies' }, finding, START);
}

describe('findingLanes', () => {
    it('has a lane for each series, the worst first, with its worst mark on top', () => {
        const rows = [row('a', 30, 0n, 9n), row('b', 20, 0n, 9n), row('b', 90, 500n, 509n), row('b', 50, 100n, 109n)];
        const lanes = findingLanes(rows, START, START + 1_000n, 9);
        expect(lanes.map(({ name, severity }) => [name, severity])).toEqual([
            ['Output → b', 90],
            ['Output → a', 30]
        ]);
        expect(lanes[0].marks.map(each => each.row.finding.severity)).toEqual([20, 50, 90]);
    });

    it('places marks by time, and makes the shortest wide enough to be seen', () => {
        const rows = [row('a', 1, 250n, 499n), row('a', 2, 1_000n, 1_000n)];
        const [{ marks }] = findingLanes(rows, START, START + 1_000n, 9);
        expect(marks[0]).toMatchObject({ start: 0.25, length: 0.25 });
        expect(marks[1].length).toBe(0.004);
        expect(marks[1].start + marks[1].length).toBeLessThanOrEqual(1);
    });

    it('stops at the most lanes that there is room for', () => {
        const rows = ['a', 'b', 'c'].map((name, index) => row(name, index, 0n, 1n));
        expect(findingLanes(rows, START, START + 10n, 2).map(({ name }) => name)).toEqual(['Output → c', 'Output → b']);
    });

    it('copes with a trace of one instant, and with findings outside of it', () => {
        const [{ marks }] = findingLanes([row('a', 1, -5n, 50n)], START, START, 9);
        expect(marks[0]).toMatchObject({ start: 0, length: 1 });
    });
});
