import { EventBatch, EventSink, EventStreamHead } from 'tmll-tsp';
import { Candidate } from '../../correlation/window/rank-causes';
import { ThreadNames } from './thread-names';
import { binCount, WindowGrid } from './window-grid';

/** Fields that tell which thread an event is of, what it is called, and how much a block request or a page allocation is. */
export const ACTIVITY_FIELDS: readonly string[] = [
    ...['context.tid', 'context.vtid', 'context.procname', 'context.comm'],
    ...['tid', 'comm', 'prev_tid', 'prev_comm', 'next_tid', 'next_comm', 'child_tid', 'child_comm'],
    ...['rwbs', 'bytes', 'nr_sector', 'order']
];

/** What is to be counted of an event type. */
interface EventKind {
    readonly type: string;
    readonly isReturn: boolean;
    readonly isBlock: boolean;
    readonly isPage: boolean;
}

/** What threads did of a kind. */
interface Activity {
    readonly kind: 'events' | 'block writes' | 'block reads' | 'page allocations';
    readonly type: string;
    readonly tid: number;
    count: number;
    readonly sums: Float64Array;
}

/** Where a kind of activity shows, and what its amount is in. */
const KINDS = {
    events: { output: 'Events of Threads', unit: 'events/s', weight: 0.6 },
    'block writes': { output: 'Disk I/O', unit: 'B/s', weight: 1 },
    'block reads': { output: 'Disk I/O', unit: 'B/s', weight: 1 },
    'page allocations': { output: 'Kernel Memory', unit: 'B/s', weight: 0.95 }
} as const;

const SECTOR = 512;
const PAGE = 4096;

/** An activity of fewer events is none that could explain anything. */
const FEWEST_EVENTS = 5;

/** More pairs of thread and event type than these are not told apart; a bound for memory. */
const MOST_ACTIVITIES = 20_000;

/**
 * Counts, in bins, what each thread did: its events by type, what it wrote to and read from disks, the pages it was given. Thread by the
 * context of an event; requests to disks by the task that issued them.
 */
export class EventActivity implements EventSink {
    readonly names = new ThreadNames();
    private readonly activities = new Map<string, Activity>();
    private readonly length: number;
    private readonly step: number;
    /** Where the segments of the grid start, in ns from the origin of the stream. */
    private starts: readonly number[] = [];
    private types: readonly EventKind[] = [];

    constructor(private readonly grid: WindowGrid) {
        this.length = binCount(grid);
        this.step = Number(grid.stepNs);
    }

    begin({ origin, types }: EventStreamHead): void {
        this.starts = this.grid.segments.map(({ startNs }) => Number(startNs - origin));
        const hasIssues = types.some(type => /block_rq_issue$/.test(type));
        this.types = types.map(type => ({
            type,
            isReturn: isReturn(type),
            isBlock: (hasIssues ? /block_rq_issue$/ : /block_rq_insert$/).test(type),
            isPage: /mm_page_alloc$/.test(type)
        }));
    }

    batch(batch: EventBatch): void {
        const column = (name: string): Float64Array | undefined => batch.column(name);
        const [tid, vtid, ownTid] = [column('context.tid'), column('context.vtid'), column('tid')];
        this.learnNames(batch);
        for (let row = 0; row < batch.rows; row++) {
            const kind = this.types[batch.types[row]];
            const thread = number(tid, row) ?? number(vtid, row);
            const issuer = number(ownTid, row) ?? thread;
            this.grid.segments.forEach(({ from, to }, segment) => {
                const bin = from + Math.floor((batch.times[row] - this.starts[segment]) / this.step);
                if (bin < from || bin >= to) {
                    return;
                }
                if (thread !== undefined && thread > 0 && !kind.isReturn) {
                    this.add('events', kind.type, thread, bin, 1);
                }
                if (issuer !== undefined && issuer > 0 && (kind.isBlock || kind.isPage)) {
                    this.addAmounts(batch, row, kind, issuer, bin);
                }
            });
        }
    }

    /** What there was, one candidate an activity; `subject` is the thread. */
    candidates(): Candidate[] {
        const told = [...this.activities.values()].filter(({ count }) => count >= FEWEST_EVENTS);
        const labels = this.names.labels(new Set(told.map(({ tid }) => tid)));
        const seconds = Number(this.grid.stepNs) / 1e9;
        return told.map(({ kind, type, tid, sums }) => {
            const subject = labels.get(tid) ?? `thread ${tid}`;
            const { output, unit, weight } = KINDS[kind];
            const what = kind === 'events' ? type : kind;
            return {
                id: `${output}/${what}/${subject}`,
                name: `${kind === 'events' ? callOf(type) : kind} by ${subject}`,
                path: [output, what, subject],
                outputId: `tmll.activity.${kind.replace(' ', '-')}`,
                unit,
                subject,
                weight,
                addsUp: true,
                values: sums.map(sum => sum / seconds)
            };
        });
    }

    private addAmounts(batch: EventBatch, row: number, { type, isPage }: EventKind, tid: number, bin: number): void {
        if (isPage) {
            this.add('page allocations', type, tid, bin, PAGE * 2 ** (number(batch.column('order'), row) ?? 0));
            return;
        }
        const sectors = number(batch.column('nr_sector'), row) ?? 0;
        const bytes = number(batch.column('bytes'), row) || sectors * SECTOR;
        const kind = directionOf(batch, row);
        if (kind !== undefined && bytes > 0) {
            this.add(kind, type, tid, bin, bytes);
        }
    }

    private add(kind: Activity['kind'], type: string, tid: number, bin: number, amount: number): void {
        const key = `${kind}\n${type}\n${tid}`;
        let activity = this.activities.get(key);
        if (activity === undefined) {
            if (this.activities.size >= MOST_ACTIVITIES) {
                return;
            }
            activity = { kind, type, tid, count: 0, sums: new Float64Array(this.length) };
            this.activities.set(key, activity);
        }
        activity.count++;
        activity.sums[bin] += amount;
    }

    private learnNames(batch: EventBatch): void {
        for (const [id, name] of [
            ['prev_tid', 'prev_comm'],
            ['next_tid', 'next_comm'],
            ['child_tid', 'child_comm'],
            ['tid', 'comm'],
            ['context.tid', 'context.procname'],
            ['context.vtid', 'context.procname'],
            ['context.tid', 'context.comm']
        ]) {
            const [ids, texts] = [batch.column(id), batch.column(name)];
            for (let row = 0; ids !== undefined && texts !== undefined && row < batch.rows; row++) {
                if (ids[row] > 0 && texts[row] >= 0) {
                    this.names.learn(ids[row], batch.texts[texts[row]] ?? '');
                }
            }
        }
    }
}

/** What returns from a call says nothing that the call did not. */
function isReturn(type: string): boolean {
    return /(^|:|_)(exit|return)_/.test(type) || /(_exit|_return|_done|_end|_complete)$/.test(type);
}

/** `pwrite64 calls` of `syscall_entry_pwrite64`; the type itself of others. */
function callOf(type: string): string {
    const call = /^(?:syscall_entry_|sys_enter_|sys_|raw_syscalls:sys_enter_)(\w+)$/.exec(type);
    return call ? `${call[1]} calls` : type;
}

/** LTTng sets bit 0 for a write and bit 2 for a read, perf writes letters; flushes and discards are neither. */
function directionOf(batch: EventBatch, row: number): 'block writes' | 'block reads' | undefined {
    const value = number(batch.column('rwbs'), row);
    if (value === undefined) {
        return undefined;
    }
    const text = batch.texts[value];
    const isText = text !== undefined && /^[PDEWRNFASM]{1,8}$/.test(text);
    if (isText ? text.includes('D') : (value & 2) !== 0) {
        return undefined;
    }
    if (isText ? text.includes('W') : (value & 1) !== 0) {
        return 'block writes';
    }
    return (isText ? text.includes('R') : (value & 4) !== 0) ? 'block reads' : undefined;
}

function number(column: Float64Array | undefined, row: number): number | undefined {
    const value = column?.[row];
    return value === undefined || Number.isNaN(value) ? undefined : value;
}
