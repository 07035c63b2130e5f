import { NO_STATE, type StateInterval } from '../columns/state-column';
import { isKernelStateEvent, KernelState } from '../kernel/kernel-state';
import { ProcessStatus } from '../kernel/process-status';
import type { ThreadTimeline } from '../kernel/timelines';
import type { GraphState, OutputEntry, TimeGraphOutput, TimeSpan, TreeHeader } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { isThreadSwitch } from '../scheduling/scheduling';
import { linuxStyle, linuxStyles, type LinuxStyle } from '../time-graph/linux-styles';
import { cpuTransitions, TRANSITION } from './cpu-transitions';
import { threadAt, threadEntries, type ThreadEntry } from './thread-entries';

const ROOT = 'trace';

const headers: readonly TreeHeader[] = [
    { name: 'Exec_Name', dataType: 'STRING', tooltip: 'The Exec name of the thread' },
    { name: 'TID', dataType: 'STRING', tooltip: 'The ID of the thread this event belongs to' },
    { name: 'PID', dataType: 'STRING', tooltip: 'The ID of the process this event belongs to' },
    { name: 'PTID', dataType: 'STRING', tooltip: 'The ID of the parent thread this event belongs to' }
];

const styleOf: Readonly<Record<number, LinuxStyle>> = {
    [ProcessStatus.RunUsermode]: 'Usermode',
    [ProcessStatus.RunSystemCall]: 'System call',
    [ProcessStatus.Interrupted]: 'Interrupt',
    [ProcessStatus.WaitBlocked]: 'Wait blocked',
    [ProcessStatus.WaitForCpu]: 'Wait for CPU',
    [ProcessStatus.WaitUnknown]: 'Wait'
};
const ACTIVE: ReadonlySet<number> = new Set([
    ProcessStatus.RunUsermode,
    ProcessStatus.RunSystemCall,
    ProcessStatus.Interrupted
]);

/** What each thread does, below the one that made it, and which thread follows on a CPU. */
export const threadStatus: TimeGraphOutput = {
    kind: 'timeGraph',
    descriptor: {
        id: 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ThreadStatusDataProvider',
        name: 'Thread Status',
        description: 'Show the hierarchy of Linux threads and their status (RUNNING, SYSCALL, IRQ, IDLE)',
        type: 'TIME_GRAPH'
    },
    recorders: [KernelState],
    appliesTo: types => types.some(type => isThreadSwitch(type) || isKernelStateEvent(type)),
    styles: {
        ...linuxStyles('Process States', 'Unknown', ...Object.values(styleOf)),
        [TRANSITION]: linuxStyle(TRANSITION, 'Arrows')
    },
    tree(recording, activeIn) {
        const { start, end } = recording.trace;
        const threads = [...threadEntries(recording).values()].flat();
        const shown = activeIn ? threads.filter(({ timeline }) => isActive(timeline, activeIn)) : threads;
        const root: OutputEntry = {
            key: ROOT,
            labels: [recording.name, '', '', ''],
            hasData: true,
            span: { start, end }
        };
        return { headers, entries: [root, ...shown.map(thread => entryOf(recording, thread))] };
    },
    states(recording, key, times) {
        const { timeline } = find(recording, key) ?? {};
        return timeline?.status.atAll(times).map(interval => stateOf(recording, timeline, interval));
    },
    arrows: (recording, times) => cpuTransitions(recording, times, ROOT),
    tooltip(recording, key, time) {
        const cpu = find(recording, key)?.timeline.runQueue.at(time).value ?? NO_STATE;
        return cpu === NO_STATE ? undefined : { CPU: String(cpu) };
    }
};

function entryOf(recording: TraceRecording, thread: ThreadEntry): OutputEntry {
    const { key, name, timeline, pid, parentTid, start, end } = thread;
    const { tid } = timeline;
    const parent = parentTid > 0 ? threadAt(recording, parentTid, start)?.key : undefined;
    return {
        key,
        parent: parent ?? ROOT,
        labels: [name, String(tid), String(pid), parentTid > 0 ? String(parentTid) : ''],
        hasData: true,
        span: { start, end },
        metadata: { PID: [pid], PTID: [parentTid], Exec_Name: [name], TID: [tid] }
    };
}

function stateOf(recording: TraceRecording, timeline: ThreadTimeline, interval: StateInterval): GraphState {
    const { start, value } = interval;
    const span = { start, end: Math.min(interval.end, recording.trace.end + 1) };
    if (value === NO_STATE) {
        return span;
    }
    const call = value === ProcessStatus.RunSystemCall ? timeline.systemCall.at(start).value : NO_STATE;
    const label = recording.of(KernelState).texts.at(call);
    return { ...span, label, style: { parentKey: styleOf[value] ?? 'Unknown', values: {} } };
}

function isActive({ status }: ThreadTimeline, { start, end }: TimeSpan): boolean {
    for (const { value } of status.between(start, end)) {
        if (ACTIVE.has(value)) {
            return true;
        }
    }
    return false;
}

function find(recording: TraceRecording, key: string): ThreadEntry | undefined {
    const tid = Number(key.slice(0, key.indexOf('/')));
    return threadEntries(recording)
        .get(tid)
        ?.find(entry => entry.key === key);
}
