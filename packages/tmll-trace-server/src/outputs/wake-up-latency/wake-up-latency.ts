import type { EventType, TraceEvent } from '../../trace/trace';
import { textOf } from '../field-access';
import { integerOf } from '../kernel/event-fields';
import type { DataTreeOutput } from '../output';
import type { EventHandler } from '../recording/trace-recording';
import { isThreadSwitch } from '../scheduling/scheduling';
import { latencyStatistics } from '../segments/latency-statistics';
import type { SegmentAnalysis, SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';

const WAKE_UP = /^(?:sched:)?sched_(?:waking|wakeup|wakeup_new)$/;
const ID = 'org.eclipse.tracecompass.analysis.os.linux.core.swslatency.sws';
/** Facts of a segment: the thread, and its priority when it runs (NaN when the trace does not tell). */
const [THREAD, PRIORITY] = [0, 1];

/** Threads from being woken up (for the last time) to running. */
class WakeUps implements SegmentRecorder {
    readonly segments = new SegmentTable(2);
    private readonly woken = new Map<number, { readonly name: string; readonly time: number }>();

    handlerOf(type: EventType): EventHandler | undefined {
        if (WAKE_UP.test(type.name)) {
            return ({ time, fields }) => {
                const tid = integerOf(fields, 'tid', 'pid');
                if (tid !== undefined) {
                    this.woken.set(tid, { name: textOf(fields, 'comm') || 'UNKNOWN', time });
                }
            };
        }
        return isThreadSwitch(type) ? event => this.onSwitch(event) : undefined;
    }

    private onSwitch({ time, fields }: TraceEvent): void {
        const tid = integerOf(fields, 'next_tid', 'next_pid');
        const woken = tid === undefined ? undefined : this.woken.get(tid);
        if (tid !== undefined && woken) {
            this.woken.delete(tid);
            this.segments.push(woken.time, time, woken.name, [tid, integerOf(fields, 'next_prio') ?? NaN]);
        }
    }
}

/** How long threads that were woken up wait for a CPU. */
export const wakeUpLatency: SegmentAnalysis = {
    id: ID,
    name: 'Scheduler Wakeup to Scheduler Switch Latency',
    recorder: WakeUps,
    appliesTo: types => types.some(({ name }) => WAKE_UP.test(name)) && types.some(isThreadSwitch),
    columns: [
        {
            id: 20,
            name: 'Exec_Name',
            description: 'The id of the thread to wake up',
            type: 'STRING',
            cell: (segments, rank) => segments.nameAt(rank)
        },
        {
            id: 21,
            name: 'TID',
            description: 'The id of the thread to wake up',
            type: 'NUMBER',
            cell: (segments, rank) => String(segments.factAt(rank, THREAD))
        },
        {
            id: 22,
            name: 'Priority',
            description: 'Priority of the thread to wake up',
            type: 'STRING',
            cell: priorityOf
        }
    ]
};

/** Statistics of the same by priority, and by priority and thread. */
export const wakeUpPriorities: readonly DataTreeOutput[] = [
    latencyStatistics({
        id: `org.eclipse.tracecompass.internal.analysis.os.linux.core.segmentstore.PriorityStatisticsDataProvider:${ID}`,
        name: `${wakeUpLatency.name} - Priority Statistics Table`,
        description: `Show Priority Statistics Table provided by Analysis module: ${wakeUpLatency.name}`,
        analysis: wakeUpLatency,
        groupOf: (segments, rank) => `Prio: ${priorityOf(segments, rank)}`
    }),
    latencyStatistics({
        id: `org.eclipse.tracecompass.internal.analysis.os.linux.core.segmentstore.PriorityThreadNameStatisticsDataProvider:${ID}`,
        name: `${wakeUpLatency.name} - Priority/Thread name Statistics Table`,
        description: `Show Priority/Thread name Statistics Table provided by Analysis module: ${wakeUpLatency.name}`,
        analysis: wakeUpLatency,
        groupOf: (segments, rank) => `Prio: ${priorityOf(segments, rank)}; ${segments.nameAt(rank)}`
    })
];

function priorityOf(segments: SegmentTable, rank: number): string {
    const priority = segments.factAt(rank, PRIORITY);
    return Number.isNaN(priority) ? '-1' : String(priority);
}
