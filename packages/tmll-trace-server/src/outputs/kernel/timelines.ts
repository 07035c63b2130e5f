import { type PackedStates, StateColumn } from '../columns/state-column';

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

    /**
     * @param cpu of the idle thread, of which each CPU has one; undefined for the others
     * @param columns what it did, in the order of `columns`
     */
    private constructor(
        readonly tid: number,
        readonly cpu: number | undefined,
        columns: readonly StateColumn[]
    ) {
        [this.status, this.systemCall, this.name, this.parent, this.process, this.runQueue] = columns;
    }

    /** A thread of which nothing is known yet. */
    static unknown(tid: number, cpu: number | undefined, start: number): ThreadTimeline {
        return new ThreadTimeline(
            tid,
            cpu,
            Array.from({ length: COLUMNS }, () => new StateColumn(start))
        );
    }

    /** All that ends with the thread. */
    get columns(): readonly StateColumn[] {
        return [this.status, this.systemCall, this.name, this.parent, this.process, this.runQueue];
    }

    /** What it did, as plain data from which `unpack` makes it again: mostly one array, for there may be thousands of threads. */
    pack(): PackedThread {
        const { tid, cpu = NaN, columns } = this;
        const lengths = columns.map(({ packedLength }) => packedLength ?? NaN);
        const total = lengths.reduce((sum, length) => sum + length, 2 + COLUMNS);
        if (Number.isNaN(total)) {
            return [Float64Array.of(tid, cpu), columns.map(column => column.pack())];
        }
        const packed = new Float64Array(total);
        packed.set([tid, cpu, ...lengths]);
        let offset = 2 + COLUMNS;
        columns.forEach((column, index) => {
            column.packInto(packed, offset);
            offset += lengths[index];
        });
        return packed;
    }

    /** The thread that was packed. */
    static unpack(packed: PackedThread): ThreadTimeline {
        const [[tid, cpu], columns] = ArrayBuffer.isView(packed) ? split(packed) : packed;
        return new ThreadTimeline(
            tid,
            Number.isNaN(cpu) ? undefined : cpu,
            columns.map(column => StateColumn.unpack(column))
        );
    }
}

const COLUMNS = 6;

/** Thread id, CPU, the lengths of the columns, and the columns; or the columns apart when one of them has many states. */
type PackedThread = Float64Array | readonly [head: Float64Array, columns: readonly PackedStates[]];

function split(packed: Float64Array): [head: Float64Array, columns: Float64Array[]] {
    const columns: Float64Array[] = [];
    for (let index = 0, start = 2 + COLUMNS; index < COLUMNS; index++) {
        const end = start + packed[2 + index];
        columns.push(packed.subarray(start, end));
        start = end;
    }
    return [packed, columns];
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
