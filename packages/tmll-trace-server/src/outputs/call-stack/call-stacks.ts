import type { EventType, FieldValue, TraceEvent } from '../../trace/trace';
import { NO_STATE, StateColumn } from '../columns/state-column';
import { processOf, textOf, threadOf } from '../field-access';
import type { EventHandler, TraceRecording } from '../recording/trace-recording';
import type { SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';
import { CallGraph, type CallNode } from './call-graph';

const ENTRY = /^lttng_ust_cyg_profile(?:_fast)?:func_entry$/;
const EXIT = /^lttng_ust_cyg_profile(?:_fast)?:func_exit$/;
/** Deeper calls have no line of their own: a program whose exits are not traced would have one for each call. */
const MAX_LEVELS = 1024;
/** So many calls of a thread are known to be open; of deeper ones only their number. */
const MAX_OPEN = 65_536;

/** Fact of a segment. */
export const THREAD = 0;
/** Label of the process of threads of which it is not known. */
export const UNKNOWN_PROCESS = 'UNKNOWN';

/** Whether an event is the entry of a function. */
export function isFunctionEntry({ name }: EventType): boolean {
    return ENTRY.test(name);
}

/** The calls of a thread over time. */
export interface ThreadStack {
    /** `glxgears-16073`, or the thread id alone. */
    readonly label: string;
    readonly tid: number;
    /** How many calls are open; `NO_STATE`: none. */
    readonly depth: StateColumn;
    /** By depth: the function, a number of `segments.names`. */
    readonly levels: readonly StateColumn[];
    readonly graph: CallGraph;
}

/** The threads of a process. */
export interface ProcessStacks {
    /** Process id, or `UNKNOWN`. */
    readonly label: string;
    readonly threads: readonly ThreadStack[];
}

interface OpenCall {
    readonly label: string;
    readonly start: number;
    readonly node: CallNode;
}

interface StackState extends ThreadStack {
    readonly levels: StateColumn[];
    readonly open: OpenCall[];
    /** Open calls beyond those. */
    overflow: number;
}

/**
 * Calls of functions, from the entries and exits of `-finstrument-functions`, by thread. An exit ends the last call entered, whatever
 * function it names; without one it is ignored. Calls that are open at the end of the trace end there.
 */
export class CallStacks implements SegmentRecorder {
    /** Complete calls, by function; the fact is the thread. */
    readonly segments = new SegmentTable(1);
    private readonly byProcess = new Map<string, { label: string; threads: StackState[] }>();
    private readonly byThread = new Map<string, StackState>();

    constructor(private readonly recording: TraceRecording) {}

    /** The processes in the order in which they first called something. */
    get processes(): readonly ProcessStacks[] {
        return [...this.byProcess.values()];
    }

    handlerOf(type: EventType): EventHandler | undefined {
        if (isFunctionEntry(type)) {
            return event => this.enter(event);
        }
        return EXIT.test(type.name) ? event => this.leave(event) : undefined;
    }

    finish(end: number): void {
        for (const stack of this.byThread.values()) {
            while (stack.open.length > 0) {
                this.close(stack, end + 1);
            }
        }
    }

    private enter(event: TraceEvent): void {
        const stack = this.stackOf(event);
        const label = formatAddress(event.fields.addr);
        if (!stack || label === undefined) {
            return;
        }
        const { open, levels, depth, graph } = stack;
        if (open.length >= MAX_OPEN) {
            stack.overflow++;
            return;
        }
        // Deeper calls count to the one at the last level.
        const caller = open.at(-1)?.node;
        const node = caller && open.length >= MAX_LEVELS ? caller : graph.child(caller, label);
        open.push({ label, start: event.time, node });
        depth.set(event.time, open.length);
        if (open.length <= MAX_LEVELS) {
            levels[open.length - 1] ??= new StateColumn(this.recording.trace.start);
            levels[open.length - 1].set(event.time, this.segments.names.indexOf(label));
        }
    }

    private leave(event: TraceEvent): void {
        const stack = this.stackOf(event);
        if (!stack || stack.open.length === 0) {
            return;
        }
        if (stack.overflow > 0) {
            stack.overflow--;
            return;
        }
        const { open, depth, levels } = stack;
        levels.at(open.length - 1)?.set(event.time, NO_STATE);
        this.close(stack, event.time);
        depth.set(event.time, open.length === 0 ? NO_STATE : open.length);
    }

    private close({ open, tid, graph }: StackState, end: number): void {
        const call = open.pop();
        if (call) {
            graph.add(call.node, end - call.start);
            this.segments.push(call.start, end, call.label, [tid]);
        }
    }

    private stackOf(event: TraceEvent): StackState | undefined {
        const tid = threadOf(event);
        if (tid === undefined) {
            return undefined;
        }
        const pid = processOf(event);
        const processLabel = pid === undefined ? UNKNOWN_PROCESS : String(pid);
        const key = `${processLabel}/${tid}`;
        let stack = this.byThread.get(key);
        if (!stack) {
            const name = textOf(event.context, 'procname');
            stack = {
                label: name === undefined ? String(tid) : `${name}-${tid}`,
                tid,
                depth: new StateColumn(this.recording.trace.start),
                levels: [],
                open: [],
                overflow: 0,
                graph: new CallGraph()
            };
            this.byThread.set(key, stack);
            const process = this.byProcess.get(processLabel) ?? { label: processLabel, threads: [] };
            process.threads.push(stack);
            this.byProcess.set(processLabel, process);
        }
        return stack;
    }
}

/** An address as Trace Compass shows one of which it knows no symbol: `000000000040472b`. */
function formatAddress(address: FieldValue | undefined): string | undefined {
    return typeof address === 'number' || typeof address === 'bigint'
        ? BigInt.asUintN(64, BigInt(address)).toString(16).padStart(16, '0')
        : undefined;
}
