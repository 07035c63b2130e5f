import { StateColumn } from '../columns/state-column';

/** What a thread did over time. */
export class ThreadTimeline {
    /** `ProcessStatus`. */
    readonly status: StateColumn;
    /** Name of the system call it is in, a number of `KernelState.texts`. */
    readonly systemCall: StateColumn;
    /** Its name, a number of `KernelState.texts`; `NO_STATE` when the thread does not exist. */
    readonly name: StateColumn;
    /** Thread id of its parent. */
    readonly parent: StateColumn;
    /** Process id where it differs from the thread id. */
    readonly process: StateColumn;
    /** CPU on which it runs or on which it is to run. */
    readonly runQueue: StateColumn;

    /** @param cpu of the idle thread, of which each CPU has one; undefined for the others */
    constructor(
        readonly tid: number,
        readonly cpu: number | undefined,
        start: number
    ) {
        this.status = new StateColumn(start);
        this.systemCall = new StateColumn(start);
        this.name = new StateColumn(start);
        this.parent = new StateColumn(start);
        this.process = new StateColumn(start);
        this.runQueue = new StateColumn(start);
    }

    /** All that ends with the thread. */
    get columns(): readonly StateColumn[] {
        return [this.status, this.systemCall, this.name, this.parent, this.process, this.runQueue];
    }
}

/** What a CPU did over time. */
export class CpuTimeline {
    /** `CpuStatus`. */
    readonly status: StateColumn;
    /** Thread id that runs; undefined until the CPU first switches threads. */
    thread: StateColumn | undefined;
    /** Interrupts by their label (`28/eno1`, or the vector), with this CPU's number while they are handled. */
    readonly irqs = new Map<string, StateColumn>();
    /** Soft interrupts by their vector: bits of `CpuStatus`. */
    readonly softIrqs = new Map<number, StateColumn>();
    /** kHz; undefined when the trace does not tell. */
    frequency: StateColumn | undefined;

    constructor(
        readonly cpu: number,
        start: number
    ) {
        this.status = new StateColumn(start);
    }
}
