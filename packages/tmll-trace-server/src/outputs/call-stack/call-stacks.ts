import type { EventType, TraceEvent } from '../../trace/trace';
import { NO_STATE, StateColumn } from '../columns/state-column';
import { processOf, textOf, threadOf } from '../field-access';
import type { EventHandler, RecorderKind, TraceRecording } from '../recording/trace-recording';
import type { SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';
import { CallGraph, type CallNode } from './call-graph';

/** Deeper calls have no line of their own: a program whose exits are not traced would have one for each call. */
const MAX_LEVELS = 1024;
/** So many calls of a thread are known to be open; of deeper ones only their number. */
const MAX_OPEN = 65_536;

/** Fact of a segment. */
export const THREAD = 0;
/** Label of the process of threads of which it is not known. */
export const UNKNOWN_PROCESS = 'UNKNOWN';

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

/** A call that has not ended. */
export interface OpenCall {
    readonly label: string;
    readonly start: number;
    readonly node: CallNode;
    /** Whether it is known when it ends. */
    readonly hasEnd: boolean;
}

/** The calls of a thread while they are recorded. */
export interface CallStack extends ThreadStack {
    readonly levels: StateColumn[];
    readonly open: OpenCall[];
    /** Open calls beyond those. */
    overflow: number;
}

/** Calls of functions by thread. Those that are open at the end of the trace end there. */
export abstract class CallStacks implements SegmentRecorder {
    /** Complete calls, by function; the fact is the thread. */
    readonly segments = new SegmentTable(1);
    private readonly byProcess = new Map<string, { label: string; threads: CallStack[] }>();
    private readonly byThread = new Map<string, CallStack>();

    constructor(private readonly recording: TraceRecording) {}

    /** The processes in the order in which they first called something. */
    get processes(): readonly ProcessStacks[] {
        return [...this.byProcess.values()];
    }

    abstract handlerOf(type: EventType): EventHandler | undefined;

    finish(end: number): void {
        for (const stack of this.byThread.values()) {
            for (const call of [...stack.open].reverse()) {
                if (!call.hasEnd) {
                    this.endCall(stack, call, end + 1);
                }
            }
        }
    }

    /** Begins a call in the thread of an event; undefined when that is not known, or too many are open. */
    protected enter(
        event: TraceEvent,
        label: string,
        hasEnd = false
    ): { readonly stack: CallStack; readonly call: OpenCall } | undefined {
        const stack = this.stackOf(event);
        if (!stack) {
            return undefined;
        }
        const { open, levels, depth, graph } = stack;
        if (open.length >= MAX_OPEN) {
            stack.overflow += hasEnd ? 0 : 1;
            return undefined;
        }
        // Deeper calls count to the one at the last level.
        const caller = open.at(-1)?.node;
        const node = caller && open.length >= MAX_LEVELS ? caller : graph.child(caller, label);
        const call = { label, start: event.time, node, hasEnd };
        open.push(call);
        depth.set(event.time, open.length);
        if (open.length <= MAX_LEVELS) {
            levels[open.length - 1] ??= new StateColumn(this.recording.trace.start);
            levels[open.length - 1].set(event.time, this.segments.names.indexOf(label));
        }
        return { stack, call };
    }

    /** Ends the last call of the thread of an event of which it was not known when it ends; ignored without one. */
    protected leave(event: TraceEvent): void {
        const stack = this.stackOf(event);
        if (!stack) {
            return;
        }
        if (stack.overflow > 0) {
            stack.overflow--;
            return;
        }
        for (let index = stack.open.length - 1; index >= 0; index--) {
            const call = stack.open[index];
            if (!call.hasEnd) {
                this.endCall(stack, call, event.time);
                return;
            }
        }
    }

    /** Ends a call, and those that it called and that are still open; ignored when it has ended. */
    protected endCall(stack: CallStack, call: OpenCall, time: number): void {
        const { open, depth, levels, graph, tid } = stack;
        if (open.at(-1) !== call && !open.includes(call)) {
            return;
        }
        for (let last: OpenCall | undefined; last !== call;) {
            levels.at(open.length - 1)?.set(time, NO_STATE);
            last = open.pop();
            if (last) {
                graph.add(last.node, time - last.start);
                this.segments.push(last.start, time, last.label, [tid]);
            }
        }
        depth.set(time, open.length === 0 ? NO_STATE : open.length);
    }

    private stackOf(event: TraceEvent): CallStack | undefined {
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

/** Where calls come from, of which outputs are made. */
export interface CallSource {
    readonly recorder: RecorderKind<CallStacks>;
    appliesTo(types: readonly EventType[]): boolean;
}
