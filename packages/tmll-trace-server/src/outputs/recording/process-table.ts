import type { TraceEvent } from '../../trace/trace';
import { firstNumberOf, numberOf, textOf } from '../field-access';
import type { EventHandler, Recorder } from './trace-recording';

/** LTTng's own threads in a traced process are named after it with this ending. */
const TRACER_THREAD = /-ust$/;

/** How well a thread's name stands for its process; a better one replaces a worse one. */
enum NameQuality {
    None,
    TracerThread,
    AnyThread,
    MainThread
}

interface Process {
    /** `vpid`, or `pid` of trace events; undefined when the trace tells processes by name only. */
    readonly pid?: number;
    name: string;
    quality: NameQuality;
}

/**
 * The traced processes: those that events name by `vpid` or `pid`, or where that is missing by `procname`. Numbered in the order in
 * which the pass first asks for them.
 */
export class ProcessTable implements Recorder {
    private readonly processes: Process[] = [];
    private readonly byId = new Map<number | string, number>();
    private lastId: number | string | undefined;
    private lastIndex = -1;

    handlerOf(): EventHandler | undefined {
        return undefined;
    }

    /** Number of the process that an event comes from, from 0; -1 when its context does not say. */
    indexOf(event: TraceEvent): number {
        const { context } = event;
        const pid = firstNumberOf(context, ['vpid', 'pid']);
        const name = textOf(context, 'process_name') ?? textOf(context, 'procname');
        const id = pid ?? name;
        if (id === undefined) {
            return -1;
        }
        const index = id === this.lastId ? this.lastIndex : this.find(id, pid);
        if (pid !== undefined && name !== undefined) {
            rename(this.processes[index], name, numberOf(context, 'vtid'));
        }
        this.lastId = id;
        this.lastIndex = index;
        return index;
    }

    /** What to call a process: its name, with its id where several have that name; the id alone where it has none. */
    labelOf(index: number): string {
        const { pid, name } = this.processes[index];
        if (pid === undefined) {
            return name;
        }
        if (name === '') {
            return String(pid);
        }
        const namesakes = this.processes.filter(process => process.name === name).length;
        return namesakes > 1 ? `${name} (${pid})` : name;
    }

    private find(id: number | string, pid: number | undefined): number {
        let index = this.byId.get(id);
        if (index === undefined) {
            index = this.processes.length;
            const name = typeof id === 'string' ? id : '';
            this.processes.push({ pid, name, quality: NameQuality.None });
            this.byId.set(id, index);
        }
        return index;
    }
}

function rename(process: Process, name: string, tid: number | undefined): void {
    if (process.quality === NameQuality.MainThread && tid !== process.pid) {
        return;
    }
    const quality = TRACER_THREAD.test(name)
        ? NameQuality.TracerThread
        : tid === process.pid
          ? NameQuality.MainThread
          : NameQuality.AnyThread;
    const better = quality > process.quality || quality === NameQuality.MainThread;
    if (better) {
        process.name = quality === NameQuality.TracerThread ? name.replace(TRACER_THREAD, '') : name;
        process.quality = quality;
    }
}
