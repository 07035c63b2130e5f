import { formatTimeOfDay } from '../format';
import type { AnyOutput, TableOutput } from '../output';
import { segmentStatistics } from '../segments/latency-statistics';
import { latencyTable, ofSegment, segmentTable, startNs } from '../segments/latency-table';
import type { SegmentAnalysis, SegmentTableColumn } from '../segments/segment-analysis';
import { ADDRESS, HeapUsage, PROCESS, SIZE } from './heap-usage';
import { heapReaderOf } from './libc-calls';

/** What only this server tells of a block; Trace Compass's columns count to 62. */
const addressColumn: SegmentTableColumn = {
    id: 1001,
    name: 'Address',
    description: 'Where the block is',
    type: 'STRING',
    cell: (segments, rank) => {
        const address = segments.factAt(rank, ADDRESS);
        return Number.isNaN(address) ? '' : `0x${address.toString(16)}`;
    }
};
const sizeColumn: SegmentTableColumn = {
    id: 1002,
    name: 'Size',
    description: 'How many bytes were asked for',
    type: 'NUMBER',
    cell: (segments, rank) => String(segments.factAt(rank, SIZE))
};
const processColumn: SegmentTableColumn = {
    id: 1003,
    name: 'PID',
    description: 'The process that has the block',
    type: 'NUMBER',
    cell: (segments, rank) => {
        const process = segments.factAt(rank, PROCESS);
        return Number.isNaN(process) ? '' : String(process);
    }
};
const threadColumn: SegmentTableColumn = {
    id: 32,
    name: 'TID',
    description: 'The ID of the thread to which this unfreed memory belongs',
    type: 'NUMBER',
    cell: (segments, rank) => segments.nameAt(rank)
};

/** The blocks that are not freed by the end of the trace, each as a segment without length at its allocation, as in Trace Compass. */
const unfreedMemory: SegmentAnalysis = {
    id: 'org.eclipse.linuxtools.lttng2.ust.analysis.memory',
    name: 'Ust Memory',
    recorder: HeapUsage,
    appliesTo: types => types.some(type => heapReaderOf(type) !== undefined),
    columns: [threadColumn]
};

/** The same as a table of blocks: what a memory leak would be among. */
const potentialLeaks: TableOutput = segmentTable(
    {
        id: 'tmll.potential-leaks',
        name: 'Potential Leaks',
        description:
            'Show the blocks of memory that were not freed by the end of the trace, in the order of their allocation'
    },
    unfreedMemory,
    [
        {
            id: 0,
            name: 'Timestamp',
            description: 'When the block was allocated',
            type: 'TIMESTAMP',
            cell: ({ start }) => formatTimeOfDay(start)
        },
        ...[addressColumn, sizeColumn, processColumn, threadColumn].map(ofSegment),
        startNs
    ]
);

/** The outputs on memory that is not freed. Trace Compass's two on the lengths of these segments, all 0, would say nothing. */
export const unfreedMemoryOutputs: readonly AnyOutput[] = [
    potentialLeaks,
    segmentStatistics(unfreedMemory),
    latencyTable(unfreedMemory)
];
