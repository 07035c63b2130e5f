import { NO_STATE, type StateInterval } from '../columns/state-column';
import { KernelState } from '../kernel/kernel-state';
import { CpuStatus } from '../kernel/process-status';
import type { CpuTimeline, ThreadTimeline } from '../kernel/timelines';
import type { ElementStyle, GraphState } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import type { LinuxStyle } from '../time-graph/linux-styles';
import { threadColor } from '../time-graph/wheel-color';
import { formatFrequency } from './format-frequency';
import type { ResourceRow } from './resource-rows';

const IDLE = 0;

const cpuStyles: Readonly<Record<number, LinuxStyle>> = {
    [CpuStatus.Idle]: 'Idle',
    [CpuStatus.Usermode]: 'Usermode',
    [CpuStatus.SystemCall]: 'System call',
    [CpuStatus.Irq]: 'Interrupt',
    [CpuStatus.SoftIrq]: 'Soft Irq',
    [CpuStatus.SoftIrqRaised]: 'Soft Irq raised'
};

/** The states of a line at ascending times, each once; undefined for a separator. */
export function resourceStates(
    recording: TraceRecording,
    row: ResourceRow,
    times: Float64Array
): GraphState[] | undefined {
    const closed = (interval: StateInterval): StateInterval => ({
        ...interval,
        end: Math.min(interval.end, recording.trace.end + 1)
    });
    const intervals = row.states?.atAll(times).map(closed);
    if (row.kind !== 'cpu') {
        return intervals?.map(interval => stateOf(recording, row, interval));
    }
    const threads = (row.cpu?.thread?.atAll(times) ?? []).map(closed);
    return intervals?.flatMap(interval =>
        interval.value === CpuStatus.Usermode || interval.value === CpuStatus.SystemCall
            ? threadStates(recording, row.cpu, interval, threads)
            : stateOf(recording, row, interval)
    );
}

function stateOf(recording: TraceRecording, row: ResourceRow, { start, end, value }: StateInterval): GraphState {
    if (value === NO_STATE || (row.kind === 'thread' && value === IDLE)) {
        return { start, end };
    }
    if (row.kind === 'thread') {
        const name = nameOf(recording, value, end - 1);
        const label = name === undefined ? String(value) : `${name} (${value})`;
        const values = { 'background-color': threadColor(value), 'style-name': String(value) };
        return { start, end, label, style: { parentKey: 'thread', values } };
    }
    if (row.kind === 'frequency') {
        const highest = highestFrequency(recording, row);
        const style = { parentKey: 'frequency', values: { height: value / highest } };
        return { start, end, label: formatFrequency(value), style };
    }
    return { start, end, style: plain(row.kind === 'irq' ? 'Interrupt' : (cpuStyles[value] ?? 'Unknown')) };
}

/** A CPU's time in user mode or system calls, by the threads that run meanwhile, of those that were asked for. */
function threadStates(
    recording: TraceRecording,
    cpu: CpuTimeline | undefined,
    interval: StateInterval,
    threads: readonly StateInterval[]
): GraphState[] {
    const isCall = interval.value === CpuStatus.SystemCall;
    return threads
        .filter(thread => thread.start < interval.end && thread.end > interval.start)
        .map(thread => {
            const start = Math.max(interval.start, thread.start);
            const end = Math.min(interval.end, thread.end);
            const label = isCall
                ? callOf(recording, cpu, thread.value, start)
                : nameOf(recording, thread.value, thread.end - 1);
            return { start, end, label, style: plain(isCall ? 'System call' : 'Usermode') };
        });
}

/** The name of a thread at a time; undefined when it is not known. */
export function nameOf(recording: TraceRecording, tid: number, time: number): string | undefined {
    const { texts } = recording.of(KernelState);
    return texts.at(threadOf(recording, tid)?.name.at(time).value ?? NO_STATE);
}

/** The system call that a thread is in at a time; undefined when it is in none. */
export function callOf(
    recording: TraceRecording,
    cpu: CpuTimeline | undefined,
    tid: number,
    time: number
): string | undefined {
    const { texts } = recording.of(KernelState);
    return cpu && texts.at(threadOf(recording, tid)?.systemCall.at(time).value ?? NO_STATE);
}

/** The highest frequency that a CPU had, in kHz. */
function highestFrequency({ trace }: TraceRecording, { states }: ResourceRow): number {
    let highest = 1;
    for (const { value } of states?.between(trace.start, trace.end) ?? []) {
        highest = Math.max(highest, value);
    }
    return highest;
}

function threadOf(recording: TraceRecording, tid: number): ThreadTimeline | undefined {
    return recording.of(KernelState).threads.get(String(tid));
}

function plain(parentKey: LinuxStyle): ElementStyle {
    return { parentKey, values: {} };
}
