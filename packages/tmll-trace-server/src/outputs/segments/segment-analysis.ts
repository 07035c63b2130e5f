import type { EventType } from '../../trace/trace';
import type { TableColumn } from '../output';
import type { Recorder, RecorderKind } from '../recording/trace-recording';
import type { SegmentTable } from './segment-table';

/** A recorder of segments. */
export interface SegmentRecorder extends Recorder {
    readonly segments: SegmentTable;
}

/** A column of a table of segments beside their times. */
export interface SegmentTableColumn extends TableColumn {
    cell(segments: SegmentTable, rank: number): string;
}

/** Segments of one kind, of which outputs are made (`segmentOutputs`). */
export interface SegmentAnalysis {
    /** Ends the ids of the outputs. */
    readonly id: string;
    /** Begins their names. */
    readonly name: string;
    readonly recorder: RecorderKind<SegmentRecorder>;
    appliesTo(types: readonly EventType[]): boolean;
    readonly columns: readonly SegmentTableColumn[];
    /** What segments of a name are shown under in trees; undefined: nothing but the trace. */
    groupOf?(name: string): string;
}

/** The name of a segment, as Trace Compass's tables show it. */
export const nameColumn: SegmentTableColumn = {
    id: 17,
    name: 'Name',
    description: 'The name of the segment',
    type: 'STRING',
    cell: (segments, rank) => segments.nameAt(rank)
};

/** What else is known of a segment: `ret=1, irq=26`. */
export function contentColumn(cell: SegmentTableColumn['cell']): SegmentTableColumn {
    return { id: 18, name: 'Content', description: 'The content of the segment', type: 'STRING', cell };
}
