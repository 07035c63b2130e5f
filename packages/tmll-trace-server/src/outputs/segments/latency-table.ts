import { formatGrouped, formatTimeOfDay } from '../format';
import type { TableColumn, TableOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { findPage, type TableRows } from '../table-page';
import type { SegmentAnalysis } from './segment-analysis';
import { MergedSegments, type PlacedSegment } from './merged-segments';

const ID = 'org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreTableDataProvider';

interface LatencyColumn extends TableColumn {
    cell(segment: PlacedSegment): string;
}

const times: readonly LatencyColumn[] = [
    {
        id: 14,
        name: 'Start Time',
        description: 'Start time of the segment',
        type: 'TIMESTAMP',
        cell: ({ start }) => formatTimeOfDay(start)
    },
    {
        id: 15,
        name: 'End Time',
        description: 'End time of the segment',
        type: 'TIMESTAMP',
        cell: ({ end }) => formatTimeOfDay(end)
    },
    {
        id: 16,
        name: 'Duration',
        description: 'Segment duration',
        type: 'DURATION',
        cell: ({ start, end }) => formatGrouped(Number(end - start))
    }
];
const startNs: LatencyColumn = {
    id: 19,
    name: 'Timestamp ns',
    description: 'Start time of the segment in nano seconds',
    type: 'NUMBER',
    cell: ({ start }) => String(start)
};

/** One line a segment, in the order of their starts. */
export function latencyTable(analysis: SegmentAnalysis): TableOutput {
    const own = analysis.columns.map((column): LatencyColumn => ({
        ...column,
        cell: ({ segments, rank }) => column.cell(segments, rank)
    }));
    const columns = [...times, ...own, startNs];
    return {
        kind: 'table',
        descriptor: {
            id: `${ID}:${analysis.id}`,
            name: `${analysis.name} - Latency Table`,
            description: `Show latency table provided by Analysis module: ${analysis.name}`,
            type: 'TABLE'
        },
        recorders: [analysis.recorder],
        appliesTo: types => analysis.appliesTo(types),
        columns: () => columns,
        lines: (recordings, query, signal) => findPage(columns, rowsOf(recordings, analysis), query, signal)
    };
}

function rowsOf(recordings: readonly TraceRecording[], { recorder }: SegmentAnalysis): TableRows<PlacedSegment> {
    const merged = new MergedSegments(
        recordings.map(recording => ({ origin: recording.trace.origin, segments: recording.of(recorder).segments }))
    );
    return { size: merged.length, rankAt: time => merged.startingBefore(time), rowAt: index => merged.at(index) };
}
