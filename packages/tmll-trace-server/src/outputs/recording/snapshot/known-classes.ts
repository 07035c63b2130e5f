import { CallGraph } from '../../call-stack/call-graph';
import { BusyColumn } from '../../columns/busy-column';
import { IntervalColumn } from '../../columns/interval-column';
import { StateColumn } from '../../columns/state-column';
import { StepColumn } from '../../columns/step-column';
import { TextTable } from '../../columns/text-table';
import { TimeColumn } from '../../columns/time-column';
import { TransferColumn } from '../../columns/transfer-column';
import { ValueColumn } from '../../columns/value-column';
import { SplitColumn } from '../../event-fields/split-column';
import { CpuTimeline, ThreadTimeline } from '../../kernel/timelines';
import { LiveBlocks } from '../../memory/live-blocks';
import { PairRecorder } from '../../paired-events/event-pairs';
import { SegmentTable } from '../../segments/segment-table';

/** A class whose instances are made of their fields. Fields named `transient` are not kept. */
export interface KnownClass {
    readonly prototype: object;
    readonly transient?: readonly string[];
}

/** A class whose instances pack themselves into plain data. */
export interface PackingClass {
    readonly prototype: { pack(): unknown };
    unpack(packed: never): object;
}

/** The classes that recorders are made of, beside plain objects, lists, maps and typed arrays. */
export const knownClasses: readonly (KnownClass | PackingClass)[] = [
    BusyColumn,
    CallGraph,
    CpuTimeline,
    IntervalColumn,
    LiveBlocks,
    PairRecorder,
    SegmentTable,
    SplitColumn,
    StateColumn,
    StepColumn,
    TextTable,
    ThreadTimeline,
    TimeColumn,
    TransferColumn,
    ValueColumn
];

/** Whether instances of a class pack themselves. */
export function isPacking(known: KnownClass | PackingClass): known is PackingClass {
    return 'unpack' in known;
}
