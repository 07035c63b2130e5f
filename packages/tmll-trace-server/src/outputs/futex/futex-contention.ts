import type { EventType, TraceEvent } from '../../trace/trace';
import { textOf, threadOf } from '../field-access';
import { integerOf } from '../kernel/event-fields';
import type { EventHandler, TraceRecording } from '../recording/trace-recording';
import { isThreadSwitch, Scheduling } from '../scheduling/scheduling';
import { contentColumn, nameColumn, type SegmentAnalysis, type SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';

const ENTRY = /^(?:syscall_entry|sys)_futex$/;
const EXIT = /^syscall_exit_futex$/;
const OLD_EXIT = 'exit_syscall';

/** Operations on private futexes that lock and unlock (include/uapi/linux/futex.h). */
const OPERATIONS: Readonly<Record<number, string>> = {
    128: 'WAIT',
    129: 'WAKE',
    133: 'WAKE_OP',
    134: 'LOCK_PI',
    135: 'UNLOCK_PI',
    136: 'TRYLOCK_PI',
    137: 'WAIT_BITSET',
    138: 'WAKE_BITSET'
};
/** Facts of a segment: address of the futex, name of the thread (a number of `segments.names`), thread. */
const [ADDRESS, NAME, THREAD] = [0, 1, 2];

interface OpenCall {
    readonly operation: string;
    readonly start: number;
    readonly address: number;
    readonly threadName: number;
}

/** System calls that lock or unlock futexes, from entry to exit. */
class Futexes implements SegmentRecorder {
    readonly segments = new SegmentTable(3);
    private readonly open = new Map<number, OpenCall>();
    private readonly namesByCpu = new Map<number, number>();
    private readonly scheduling: Scheduling;

    constructor(recording: TraceRecording) {
        this.scheduling = recording.of(Scheduling);
    }

    handlerOf(type: EventType): EventHandler | undefined {
        if (isThreadSwitch(type)) {
            return ({ cpu, fields }) =>
                this.namesByCpu.set(cpu, this.segments.names.indexOf(textOf(fields, 'next_comm') ?? ''));
        }
        if (ENTRY.test(type.name)) {
            return event => this.enter(event);
        }
        return EXIT.test(type.name) || type.name === OLD_EXIT ? event => this.leave(event) : undefined;
    }

    private enter(event: TraceEvent): void {
        const operation = OPERATIONS[integerOf(event.fields, 'op') ?? NaN];
        const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
        if (operation !== undefined && tid !== undefined) {
            const address = integerOf(event.fields, 'uaddr') ?? NaN;
            const threadName = this.namesByCpu.get(event.cpu) ?? this.segments.names.indexOf('');
            this.open.set(tid, { operation, start: event.time, address, threadName });
        }
    }

    private leave(event: TraceEvent): void {
        const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
        const call = tid === undefined ? undefined : this.open.get(tid);
        if (tid !== undefined && call) {
            this.open.delete(tid);
            this.segments.push(call.start, event.time, call.operation, [call.address, call.threadName, tid]);
        }
    }
}

/** How long threads are in calls that lock or unlock private futexes. */
export const futexContention: SegmentAnalysis = {
    id: 'lttng.analysis.futex',
    name: 'Futex Contention Analysis',
    recorder: Futexes,
    appliesTo: types =>
        types.some(({ name }) => ENTRY.test(name)) && types.some(({ name }) => EXIT.test(name) || name === OLD_EXIT),
    columns: [
        nameColumn,
        contentColumn((segments, rank) => {
            const name = segments.names.at(segments.factAt(rank, NAME)) ?? '';
            const [address, thread] = [segments.factAt(rank, ADDRESS), segments.factAt(rank, THREAD)];
            return `uaddr=${address}, name=${name}, thread=${thread}`;
        })
    ]
};
