import { formatGrouped, formatTimeOfDay } from '../format';
import type { OutputDescriptor, TableColumn, TableOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { findPage, type TableRows } from '../table-page';
import type { SegmentAnalysis, SegmentTableColumn } from './segment-analysis';
import { MergedSegments, type PlacedSegment } from './merged-segments';

const ID = 'org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreTableDataProvider';

/** A column of a table of segments of several traces. */
export interface PlacedSegmentColumn extends TableColumn {
    cell(segment: PlacedSegment): string;
}

const times: readonly PlacedSegmentColumn[] = [
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
/** When a segment starts, in ns since the epoch. */
export const startNs: PlacedSegmentColumn = {
    id: 19,
    name: 'Timestamp ns',
    description: 'Start time of the segment in nano seconds',
    type: 'NUMBER',
    cell: ({ start }) => String(start)
};

/** One line a segment, in the order of their starts. */
export function latencyTable(analysis: SegmentAnalysis): TableOutput {
    return segmentTable(
        {
            id: `${ID}:${analysis.id}`,
            name: `${analysis.name} - Latency Table`,
            description: `Show latency table provided by Analysis module: ${analysis.name}`
        },
        analysis,
        [...times, ...analysis.columns.map(ofSegment), startNs]
    );
}

/** A table with one line a segment. */
export function segmentTable(
    descriptor: Omit<OutputDescriptor, 'type'>,
    analysis: SegmentAnalysis,
    columns: readonly PlacedSegmentColumn[]
): TableOutput {
    return {
        kind: 'table',
        descriptor: { ...descriptor, type: 'TABLE' },
        recorders: [analysis.recorder],
        appliesTo: types => analysis.appliesTo(types),
        columns: () => columns,
        lines: (recordings, query, signal) => findPage(columns, rowsOf(recordings, analysis), query, signal)
    };
}

/** A column of what is known of a segment beside its times. */
export function ofSegment(column: SegmentTableColumn): PlacedSegmentColumn {
    return { ...column, cell: ({ segments, rank }) => column.cell(segments, rank) };
}

function rowsOf(recordings: readonly TraceRecording[], { recorder }: SegmentAnalysis): TableRows<PlacedSegment> {
    const merged = new MergedSegments(
        recordings.map(recording => ({ origin: recording.trace.origin, segments: recording.of(recorder).segments }))
    );
    return { size: merged.length, rankAt: time => merged.startingBefore(time), rowAt: index => merged.at(index) };
}
