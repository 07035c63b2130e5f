import type { Finding } from 'tmll-analysis/algorithms';
import { findingLanes, laneStep, placeOf, worstOverTime } from './finding-lanes';
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
    it('has a lane for each series, the worst first, with its marks by time', () => {
        const rows = [row('a', 30, 0n, 9n), row('b', 20, 0n, 9n), row('b', 90, 500n, 509n), row('b', 50, 100n, 109n)];
        const lanes = findingLanes(rows, START, START + 1_000n);
        expect(lanes.map(({ name, severity }) => [name, severity])).toEqual([
            ['Output → b', 90],
            ['Output → a', 30]
        ]);
        expect(lanes[0].marks.map(each => each.row.finding.severity)).toEqual([20, 50, 90]);
    });

    it('places marks by time, and makes the shortest wide enough to be seen', () => {
        const rows = [row('a', 1, 250n, 499n), row('a', 2, 1_000n, 1_000n)];
        const [{ marks }] = findingLanes(rows, START, START + 1_000n);
        expect(marks[0]).toMatchObject({ start: 0.25, length: 0.25 });
        expect(marks[1].length).toBe(0.004);
        expect(marks[1].start + marks[1].length).toBeLessThanOrEqual(1);
    });

    it('copes with a trace of one instant, and with findings outside of it', () => {
        const [{ marks }] = findingLanes([row('a', 1, -5n, 50n)], START, START);
        expect(marks[0]).toMatchObject({ start: 0, length: 1 });
    });
});

describe('laneStep', () => {
    const rows = [row('a', 90, 100n, 110n), row('a', 20, 800n, 810n), row('b', 30, 0n, 9n), row('b', 10, 700n, 709n)];
    const lanes = findingLanes(rows, START, START + 1_000n);

    it('walks through a lane by time, and stops at its ends', () => {
        expect(laneStep('ArrowRight', lanes, { lane: 0, mark: 0 })).toEqual({ lane: 0, mark: 1 });
        expect(laneStep('ArrowRight', lanes, { lane: 0, mark: 1 })).toEqual({ lane: 0, mark: 1 });
        expect(laneStep('Home', lanes, { lane: 0, mark: 1 })).toEqual({ lane: 0, mark: 0 });
        expect(laneStep('End', lanes, { lane: 1, mark: 0 })).toEqual({ lane: 1, mark: 1 });
    });

    it('goes to the mark of another lane that is nearest in time', () => {
        expect(laneStep('ArrowDown', lanes, { lane: 0, mark: 1 })).toEqual({ lane: 1, mark: 1 });
        expect(laneStep('ArrowDown', lanes, { lane: 0, mark: 0 })).toEqual({ lane: 1, mark: 0 });
        expect(laneStep('ArrowUp', lanes, { lane: 0, mark: 1 })).toEqual({ lane: 0, mark: 1 });
        expect(laneStep('x', lanes, { lane: 0, mark: 1 })).toBeUndefined();
    });

    it('begins where the selected finding is, else at the first mark', () => {
        expect(placeOf(lanes, rows[3])).toEqual({ lane: 1, mark: 1 });
        expect(placeOf(lanes, undefined)).toEqual({ lane: 0, mark: 0 });
        expect(placeOf([], rows[0])).toBeUndefined();
    });
});

describe('worstOverTime', () => {
    const worst = (...rows: FindingRow[]): unknown =>
        worstOverTime(findingLanes(rows, START, START + 1_000n), 10).map(({ row: { finding }, start, length }) => [
            finding.severity,
            start,
            length
        ]);

    it('is the worst of all series in each piece of time, one mark for the pieces of one finding', () => {
        expect(worst(row('a', 90, 120n, 180n), row('b', 30, 50n, 499n))).toEqual([
            [30, 0, 0.1],
            [90, 0.1, 0.1],
            [30, 0.2, expect.closeTo(0.3)]
        ]);
    });

    it('leaves out what concerns the trace as a whole, and is empty without findings', () => {
        expect(worst(row('a', 90, 0n, 999n), row('b', 10, 999n, 999n))).toEqual([[10, 0.9, 0.1]]);
        expect(worst()).toEqual([]);
    });
});
