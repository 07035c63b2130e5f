import { isSystemCallExit, systemCallEntry } from '../kernel/system-call-events';
import type { SegmentAnalysis } from '../segments/segment-analysis';
import type { SegmentTable } from '../segments/segment-table';
import { systemCallFile } from './system-call-files';
import { RETURNED, SystemCalls, THREAD } from './system-calls';

/** How long system calls take. */
export const systemCallLatency: SegmentAnalysis = {
    id: 'org.eclipse.tracecompass.analysis.os.linux.latency.syscall',
    name: 'System Call Latency',
    recorder: SystemCalls,
    appliesTo: types =>
        types.some(({ name }) => systemCallEntry(name) !== undefined) &&
        types.some(({ name }) => isSystemCallExit(name)),
    columns: [
        {
            id: 23,
            name: 'System Call',
            description: 'The name of the system call.',
            type: 'STRING',
            cell: (segments, rank) => segments.nameAt(rank)
        },
        {
            id: 24,
            name: 'TID',
            description: 'The tid running this syscall',
            type: 'NUMBER',
            cell: (segments, rank) => String(segments.factAt(rank, THREAD))
        },
        {
            id: 25,
            name: 'Return value',
            description: 'The return value of the system call',
            type: 'STRING',
            cell: returnedText
        },
        {
            id: 26,
            name: 'Component',
            description: 'Code Component that this system call belongs to',
            type: 'STRING',
            cell: (segments, rank) => componentOf(segments.nameAt(rank))
        },
        {
            id: 27,
            name: 'File',
            description: 'File that implements the system call',
            type: 'STRING',
            cell: (segments, rank) => systemCallFile(segments.nameAt(rank)) ?? UNKNOWN
        }
    ],
    groupOf: componentOf
};

const UNKNOWN = 'unknown';

/** The part of the kernel that a system call is of: the top folder of its file. */
function componentOf(name: string): string {
    return systemCallFile(name)?.split('/')[0] ?? UNKNOWN;
}

function returnedText(segments: SegmentTable, rank: number): string {
    const returned = segments.factAt(rank, RETURNED);
    return Number.isNaN(returned) ? '' : String(returned);
}
