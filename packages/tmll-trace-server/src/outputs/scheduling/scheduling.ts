import type { EventType, TraceEvent } from '../../trace/trace';
import { BusyColumn } from '../columns/busy-column';
import { StepColumn } from '../columns/step-column';
import { firstNumberOf, numberOf, textOf } from '../field-access';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';

const SWITCH_NAMES = new Set(['sched_switch', 'sched:sched_switch']);
const PREVIOUS_THREAD = ['prev_tid', 'prev_pid'];
const NEXT_THREAD = ['next_tid', 'next_pid'];
/** The kernel's idle thread has this id on every CPU. */
const IDLE = 0;

/** Whether an event says that a CPU goes over from one thread to another. */
export function isThreadSwitch(type: EventType): boolean {
    return SWITCH_NAMES.has(type.name);
}

/** When a CPU ran what. */
export interface CpuSchedule {
    readonly cpu: number;
    /** When it ran any thread but the idle one. */
    readonly busy: BusyColumn;
    /** Thread id that runs from each switch on. */
    readonly threads: StepColumn;
    /** Priority of that thread. */
    readonly priorities: StepColumn;
}

/** When a thread ran. */
export interface ThreadSchedule {
    readonly tid: number;
    /** Its name (`comm`) as of the last switch that mentions it. */
    name: string;
    /** When it ran, by CPU. */
    readonly busy: Map<number, BusyColumn>;
}

interface CpuState extends CpuSchedule {
    running: number;
    since: number;
}

/**
 * Which thread ran on which CPU when, from the kernel's switches. The thread that the first switch of a CPU leaves is taken to
 * have run there since the trace began, and the one that the last switch enters until its end, as Trace Compass does.
 */
export class Scheduling implements Recorder {
    private readonly cpuStates = new Map<number, CpuState>();
    private readonly threadSchedules = new Map<number, ThreadSchedule>();

    constructor(private readonly recording: TraceRecording) {}

    /** The CPUs that switched threads, by number. */
    get cpus(): readonly CpuSchedule[] {
        return [...this.cpuStates.values()].sort((a, b) => a.cpu - b.cpu);
    }

    /** The threads that ran, without the idle ones, by id. */
    get threads(): readonly ThreadSchedule[] {
        return [...this.threadSchedules.values()].sort((a, b) => a.tid - b.tid);
    }

    /** A CPU's schedule; undefined when it never switched. */
    cpu(cpu: number): CpuSchedule | undefined {
        return this.cpuStates.get(cpu);
    }

    /** A thread's schedule; undefined when it never ran. */
    thread(tid: number): ThreadSchedule | undefined {
        return this.threadSchedules.get(tid);
    }

    /** The thread that runs on a CPU at this point of the pass; undefined before the CPU's first switch. */
    runningOn(cpu: number): number | undefined {
        return this.cpuStates.get(cpu)?.running;
    }

    handlerOf(type: EventType): EventHandler | undefined {
        return isThreadSwitch(type) ? event => this.onSwitch(event) : undefined;
    }

    finish(end: number): void {
        for (const state of this.cpuStates.values()) {
            this.ran(state, state.running, end);
        }
    }

    private onSwitch({ cpu, time, fields }: TraceEvent): void {
        const previous = firstNumberOf(fields, PREVIOUS_THREAD);
        const next = firstNumberOf(fields, NEXT_THREAD);
        if (previous === undefined || next === undefined) {
            return;
        }
        this.name(previous, textOf(fields, 'prev_comm'));
        this.name(next, textOf(fields, 'next_comm'));
        const state = this.cpuStates.get(cpu) ?? this.addCpu(cpu);
        // Where a switch was lost, the thread that this one leaves is the only one known to have run.
        this.ran(state, previous, time);
        state.running = next;
        state.since = time;
        state.threads.push(time, next);
        state.priorities.push(time, numberOf(fields, 'next_prio') ?? NaN);
    }

    /** The thread ran on the CPU since its last switch. */
    private ran(state: CpuState, tid: number, until: number): void {
        if (tid === IDLE) {
            return;
        }
        const thread = this.knownThread(tid);
        let busy = thread.busy.get(state.cpu);
        if (!busy) {
            busy = new BusyColumn();
            thread.busy.set(state.cpu, busy);
        }
        busy.push(state.since, until);
        state.busy.push(state.since, until);
    }

    private addCpu(cpu: number): CpuState {
        const state: CpuState = {
            cpu,
            busy: new BusyColumn(),
            threads: new StepColumn(),
            priorities: new StepColumn(),
            running: IDLE,
            since: this.recording.trace.start
        };
        this.cpuStates.set(cpu, state);
        return state;
    }

    private name(tid: number, name: string | undefined): void {
        if (tid !== IDLE && name !== undefined) {
            this.knownThread(tid).name = name;
        }
    }

    private knownThread(tid: number): ThreadSchedule {
        let thread = this.threadSchedules.get(tid);
        if (!thread) {
            thread = { tid, name: String(tid), busy: new Map() };
            this.threadSchedules.set(tid, thread);
        }
        return thread;
    }
}
