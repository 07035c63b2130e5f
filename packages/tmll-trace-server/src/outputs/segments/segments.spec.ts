import type { TraceRecording } from '../recording/trace-recording';
import { latencyDensity } from './latency-density';
import { latencyScatter } from './latency-scatter';
import { MergedSegments } from './merged-segments';
import type { SegmentAnalysis, SegmentRecorder } from './segment-analysis';
import { SegmentTable } from './segment-table';

/** Ends ascend; starts do not. */
function made(): SegmentTable {
    const table = new SegmentTable(1);
    table.push(20, 30, 'b', [7]);
    table.push(10, 40, 'a', [8]);
    table.push(35, 45, 'b', [9]);
    table.push(0, 90, 'c', [1]);
    return table;
}

/** A recording that has the table, and an analysis that finds it there. */
function analysisOf(segments: SegmentTable): { analysis: SegmentAnalysis; recording: TraceRecording } {
    class Recorder implements SegmentRecorder {
        readonly segments = segments;
        handlerOf(): undefined {
            return undefined;
        }
    }
    const recording = {
        name: 't',
        trace: { start: 0, end: 100 },
        of: () => new Recorder()
    } as unknown as TraceRecording;
    return { recording, analysis: { id: 'x', name: 'X', recorder: Recorder, appliesTo: () => true, columns: [] } };
}

describe('SegmentTable', () => {
    it('knows names and numbers of segments, in the order of their ends', () => {
        const table = made();
        expect(Array.from({ length: table.length }, (_, rank) => table.nameAt(rank))).toEqual(['b', 'a', 'b', 'c']);
        expect([table.at(1), table.factAt(1, 0)]).toEqual([{ start: 10, end: 40 }, 8]);
    });

    it('orders them by their starts, in all and by name, also after more have come', () => {
        const table = made();
        expect([...table.byStart]).toEqual([3, 1, 0, 2]);
        expect([...table.named('b')]).toEqual([0, 2]);
        expect([...table.named('nope')]).toEqual([]);
        table.push(5, 95, 'b', [2]);
        expect([...table.byStart]).toEqual([3, 4, 1, 0, 2]);
        expect([0, 1, 10, 36].map(time => table.startingBefore(time))).toEqual([0, 1, 2, 5]);
    });

    it('has statistics of a span by group', () => {
        const { total, byGroup } = made().statistics({ start: 41, end: 100 });
        expect([total?.count, total?.total]).toEqual([2, 100]);
        expect([...byGroup.keys()]).toEqual(['b', 'c']);
        const byFact = made().statistics(undefined, rank => (rank < 2 ? 'early' : 'late')).byGroup;
        expect([...byFact].map(([group, { count }]) => [group, count])).toEqual([
            ['early', 2],
            ['late', 2]
        ]);
        expect(new SegmentTable(0).statistics()).toEqual({ total: undefined, byGroup: new Map() });
    });

    it('names those that start in a span', () => {
        expect(made().namesIn({ start: 0, end: 100 })).toEqual(['c', 'a', 'b']);
        expect(made().namesIn({ start: 1, end: 15 })).toEqual(['a']);
        expect(made().namesIn({ start: 30, end: 34 })).toEqual([]);
    });
});

describe('MergedSegments', () => {
    it('orders the segments of several traces by their times since the epoch', () => {
        const merged = new MergedSegments([
            { origin: 1000n, segments: made() },
            { origin: 1005n, segments: made() }
        ]);
        const starts = Array.from({ length: merged.length }, (_, index) => merged.at(index).start);
        expect(starts).toEqual([1000n, 1005n, 1010n, 1015n, 1020n, 1025n, 1035n, 1040n]);
        expect([merged.startingBefore(1000n), merged.startingBefore(1016n)]).toEqual([0, 4]);
    });
});

describe('latencyDensity', () => {
    it('counts the segments of a name in a span by their lengths', () => {
        const { analysis, recording } = analysisOf(made());
        const output = latencyDensity(analysis);
        expect(output.extent(recording)).toBe(90);
        const ranges = { count: 3, indexOf: (value: number) => Math.min(2, Math.floor(value / 10)) };
        const values = (name: string, start: number, end: number): number[] => [
            ...output.series(recording, `name:${name}`, ranges, { start, end }).values
        ];
        expect(values('b', 0, 100)).toEqual([0, 2, 0]);
        expect(values('b', 31, 100)).toEqual([0, 1, 0]);
        expect(values('c', 0, 100)).toEqual([0, 0, 1]);
    });
});

describe('latencyScatter', () => {
    it('has a point for each segment at its start, less those drawn over another one', () => {
        const table = new SegmentTable(0);
        table.push(0, 5, 'a');
        table.push(2, 9, 'a');
        table.push(4, 60, 'a');
        table.push(90, 95, 'a');
        const { analysis, recording } = analysisOf(table);
        const points = (count: number) => {
            const times = Float64Array.from({ length: count }, (_, index) => (index * 100) / (count - 1));
            const found = latencyScatter(analysis).points(recording, 'name:a', { before: 0, times });
            return [...(found?.times ?? [])].map((time, index) => [time, found?.values[index]]);
        };
        expect(points(101)).toEqual([
            [0, 5],
            [2, 7],
            [4, 56],
            [90, 5]
        ]);
        expect(points(10)).toEqual([
            [0, 5],
            [4, 56],
            [90, 5]
        ]);
        expect(latencyScatter(analysis).points(recording, 'trace', { before: 0, times: Float64Array.of(1) })).toBe(
            undefined
        );
    });
});
