import { NO_STATE, type StateColumn } from '../columns/state-column';
import { textOf } from '../field-access';
import { integerOf } from './event-fields';
import type { KernelEventHandler } from './kernel-state';
import { ProcessStatus } from './process-status';
import { statusInDump } from './thread-status-codes';

/** What LTTng found of a thread when it began to trace; what events said of it before counts more. */
const onProcessState: KernelEventHandler = (state, { time, cpu, fields }) => {
    const tid = integerOf(fields, 'tid');
    const name = textOf(fields, 'name');
    if (tid === undefined || name === undefined) {
        return;
    }
    const thread = state.thread(tid, cpu);
    setUnknown(thread.name, time, state.texts.indexOf(name));
    setUnknown(thread.parent, time, integerOf(fields, 'ppid'));
    const pid = integerOf(fields, 'pid');
    if (pid !== tid) {
        setUnknown(thread.process, time, pid);
    }
    const status = statusInDump(integerOf(fields, 'status') ?? 0);
    const wasUnknown = thread.status.current === NO_STATE;
    setUnknown(thread.status, time, status);
    const queue = integerOf(fields, 'cpu');
    if (wasUnknown && status === ProcessStatus.WaitForCpu && queue !== undefined) {
        thread.runQueue.set(time, queue);
    }
};

function setUnknown(column: StateColumn, time: number, value: number | undefined): void {
    if (column.current === NO_STATE && value !== undefined) {
        column.set(time, value);
    }
}

/** What the state dump says, by name. */
export const stateDumpHandlers: ReadonlyMap<string, KernelEventHandler> = new Map([
    ['lttng_statedump_process_state', onProcessState]
]);
