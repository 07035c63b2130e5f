import type { EventType, TraceEvent } from '../../trace/trace';
import { StepColumn } from '../columns/step-column';
import { numberOf, threadOf } from '../field-access';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';
import { Scheduling } from '../scheduling/scheduling';

const PAGE_BYTES = 4096;
/** A page of a batch is named by its own `…_page_free` as well, so `…_page_free_batched` is not counted. */
const PAGE_EVENT = /^(?:kmem_|kmem:)?mm_page_(alloc|free)$/;

/** Whether an event says that the kernel handed out pages or got them back. */
export function isPageEvent(type: EventType): boolean {
    return PAGE_EVENT.test(type.name);
}

/** What a thread allocated and freed of the kernel's pages. */
export interface PageOwner {
    /** Thread id; undefined stands for events of which the thread is not known. */
    readonly tid?: number;
    /** Bytes allocated less bytes freed since the trace began, after each change. */
    readonly bytes: StepColumn;
}

interface OwnerState extends PageOwner {
    balance: number;
}

/** Page allocations by thread: the one that the event's context names, else the one that runs on its CPU. */
export class PageUsage implements Recorder {
    private readonly states = new Map<number | undefined, OwnerState>();
    private readonly scheduling: Scheduling;

    constructor(recording: TraceRecording) {
        this.scheduling = recording.of(Scheduling);
    }

    /** The threads, by id. */
    get owners(): readonly PageOwner[] {
        return [...this.states.values()].sort((a, b) => (a.tid ?? -1) - (b.tid ?? -1));
    }

    handlerOf(type: EventType): EventHandler | undefined {
        const kind = PAGE_EVENT.exec(type.name)?.[1];
        return kind === undefined
            ? undefined
            : event => this.change(event, kind === 'alloc' ? PAGE_BYTES : -PAGE_BYTES);
    }

    /** The names of the owners as the scheduler knows them, else their ids; with the id where several have one name. */
    labels(): string[] {
        const names = this.owners.map(({ tid }) =>
            tid === undefined ? 'other' : (this.scheduling.thread(tid)?.name ?? String(tid))
        );
        const uses = new Map<string, number>();
        names.forEach(name => uses.set(name, (uses.get(name) ?? 0) + 1));
        return this.owners.map(({ tid }, index) =>
            uses.get(names[index]) === 1 ? names[index] : `${names[index]} (${tid})`
        );
    }

    private change(event: TraceEvent, pageBytes: number): void {
        const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
        let owner = this.states.get(tid);
        if (!owner) {
            owner = { tid, bytes: new StepColumn(), balance: 0 };
            this.states.set(tid, owner);
        }
        owner.balance += pageBytes * 2 ** (numberOf(event.fields, 'order') ?? 0);
        owner.bytes.push(event.time, owner.balance);
    }
}
