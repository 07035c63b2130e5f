import { NO_STATE, StateColumn } from '../columns/state-column';
import { TextTable } from '../columns/text-table';
import type { EventType, TraceEvent } from '../../trace/trace';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';
import { interruptHandlers } from './interrupt-events';
import { CpuStatus, isInSoftIrq, ProcessStatus } from './process-status';
import { schedulingHandlers } from './scheduling-events';
import { stateDumpHandlers } from './state-dump-events';
import { systemCallHandler } from './system-call-events';
import { CpuTimeline, ThreadTimeline } from './timelines';

/** What an event changes. */
export type KernelEventHandler = (state: KernelState, event: TraceEvent) => void;

/** Thread id of what runs on a CPU before its first switch. */
const UNKNOWN_THREAD = -1;

const handlers: ReadonlyMap<string, KernelEventHandler> = new Map([
    ...schedulingHandlers,
    ...interruptHandlers,
    ...stateDumpHandlers
]);

/** Whether an event says what a CPU does. */
export function isKernelStateEvent({ name }: EventType): boolean {
    return handlerFor(name) !== undefined && !stateDumpHandlers.has(name);
}

/**
 * What threads and CPUs did over time, by the kernel's switches, wake-ups, interrupts and system calls, in the states and with the
 * rules of Trace Compass's kernel analysis.
 */
export class KernelState implements Recorder {
    /** Names of threads and system calls. */
    readonly texts = new TextTable();
    /** Threads by id in the order in which events first named them; the idle thread by `0_CPU`. */
    readonly threads = new Map<string, ThreadTimeline>();
    /** CPUs in the order in which they first did something. */
    readonly cpus = new Map<number, CpuTimeline>();
    /** A CPU that handles each interrupt, by its label. */
    readonly irqs = new Map<string, StateColumn>();
    /** The highest state that each soft interrupt has on any CPU, by its vector. */
    readonly softIrqs = new Map<number, StateColumn>();
    private readonly start: number;

    constructor(recording: TraceRecording) {
        this.start = recording.trace.start;
    }

    handlerOf(type: EventType): EventHandler | undefined {
        const handle = handlerFor(type.name);
        return handle && (event => handle(this, event));
    }

    /** A column of its own for something that began to be known. */
    column(): StateColumn {
        return new StateColumn(this.start);
    }

    /** @param cpu tells the idle threads apart */
    thread(tid: number, cpu: number): ThreadTimeline {
        const key = tid === 0 ? `0_${cpu}` : String(tid);
        let thread = this.threads.get(key);
        if (!thread) {
            thread = ThreadTimeline.unknown(tid, tid === 0 ? cpu : undefined, this.start);
            this.threads.set(key, thread);
        }
        return thread;
    }

    cpu(cpu: number): CpuTimeline {
        let timeline = this.cpus.get(cpu);
        if (!timeline) {
            timeline = new CpuTimeline(cpu, this.start);
            this.cpus.set(cpu, timeline);
        }
        return timeline;
    }

    /** The thread that runs on a CPU. */
    runningOn(cpu: CpuTimeline): ThreadTimeline {
        const tid = cpu.thread?.current ?? NO_STATE;
        return this.thread(tid === NO_STATE ? UNKNOWN_THREAD : tid, cpu.cpu);
    }

    /** A thread runs (again): in the system call that it was in, if any. */
    resume(thread: ThreadTimeline, time: number): void {
        const isInCall = thread.systemCall.current !== NO_STATE;
        thread.status.set(time, isInCall ? ProcessStatus.RunSystemCall : ProcessStatus.RunUsermode);
    }

    /** Sets what a CPU does by what is open on it: an interrupt, else a soft interrupt, else its thread. */
    updateStatus(cpu: CpuTimeline, time: number): void {
        cpu.status.set(time, this.statusOf(cpu));
    }

    private statusOf(cpu: CpuTimeline): number {
        if ([...cpu.irqs.values()].some(({ current }) => current !== NO_STATE)) {
            return CpuStatus.Irq;
        }
        if ([...cpu.softIrqs.values()].some(({ current }) => isInSoftIrq(current))) {
            return CpuStatus.SoftIrq;
        }
        const tid = cpu.thread?.current ?? NO_STATE;
        if (tid === NO_STATE) {
            return NO_STATE;
        }
        if (tid === 0) {
            return CpuStatus.Idle;
        }
        const isInCall = this.thread(tid, cpu.cpu).systemCall.current !== NO_STATE;
        return isInCall ? CpuStatus.SystemCall : CpuStatus.Usermode;
    }
}

/** Perf names the subsystem before the event: `sched:sched_switch`. */
function handlerFor(name: string): KernelEventHandler | undefined {
    const plain = name.replace(/^(?:sched|irq|power):/, '');
    return handlers.get(plain) ?? systemCallHandler(plain);
}
