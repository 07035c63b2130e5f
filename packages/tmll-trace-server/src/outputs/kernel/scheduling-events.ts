import { NO_STATE } from '../columns/state-column';
import { textOf } from '../field-access';
import { integerOf } from './event-fields';
import type { KernelEventHandler, KernelState } from './kernel-state';
import { CpuStatus, ProcessStatus } from './process-status';
import { statusAfterSwitch } from './thread-status-codes';
import type { ThreadTimeline } from './timelines';

const onSwitch: KernelEventHandler = (state, { time, cpu: cpuNumber, fields }) => {
    const previousTid = integerOf(fields, 'prev_tid', 'prev_pid');
    const nextTid = integerOf(fields, 'next_tid', 'next_pid');
    const previousState = integerOf(fields, 'prev_state');
    if (cpuNumber < 0 || previousTid === undefined || nextTid === undefined || previousState === undefined) {
        return;
    }
    const previous = state.thread(previousTid, cpuNumber);
    const next = state.thread(nextTid, cpuNumber);
    const status = statusAfterSwitch(previousState);
    previous.status.set(time, status);
    previous.runQueue.set(time, status === ProcessStatus.WaitForCpu ? cpuNumber : NO_STATE);
    state.resume(next, time);
    next.runQueue.set(time, cpuNumber);
    setName(state, previous, textOf(fields, 'prev_comm'), time);
    setName(state, next, textOf(fields, 'next_comm'), time);
    const cpu = state.cpu(cpuNumber);
    cpu.thread ??= state.column();
    cpu.thread.set(time, nextTid);
    if (nextTid > 0) {
        const isInCall = next.systemCall.current !== NO_STATE;
        cpu.status.set(time, isInCall ? CpuStatus.SystemCall : CpuStatus.Usermode);
    } else {
        state.updateStatus(cpu, time);
    }
};

const onWakeUp: KernelEventHandler = (state, { time, cpu, fields }) => {
    const tid = integerOf(fields, 'tid', 'pid');
    const target = integerOf(fields, 'target_cpu');
    if (cpu < 0 || tid === undefined || target === undefined) {
        return;
    }
    const { status, runQueue } = state.thread(tid, cpu);
    if (status.current !== ProcessStatus.RunUsermode && status.current !== ProcessStatus.RunSystemCall) {
        status.set(time, ProcessStatus.WaitForCpu);
    }
    runQueue.set(time, target);
};

const onMigrate: KernelEventHandler = (state, { time, fields }) => {
    const tid = integerOf(fields, 'tid', 'pid');
    const target = integerOf(fields, 'dest_cpu');
    if (tid && target !== undefined) {
        const thread = state.thread(tid, target);
        thread.status.set(time, ProcessStatus.WaitForCpu);
        thread.runQueue.set(time, target);
    }
};

const onFork: KernelEventHandler = (state, { time, cpu, fields }) => {
    const parentTid = integerOf(fields, 'parent_tid', 'parent_pid');
    const childTid = integerOf(fields, 'child_tid', 'child_pid');
    if (cpu < 0 || parentTid === undefined || childTid === undefined) {
        return;
    }
    const parent = state.thread(parentTid, cpu);
    const child = state.thread(childTid, cpu);
    child.parent.set(time, parentTid);
    const childPid = integerOf(fields, 'child_pid');
    if (childPid !== undefined && childPid !== childTid) {
        child.process.set(time, childPid);
    }
    setName(state, child, textOf(fields, 'child_comm'), time);
    child.status.set(time, ProcessStatus.WaitForCpu);
    child.runQueue.set(time, parent.runQueue.current);
    // The child returns from the call that its parent made.
    if (parent.systemCall.current !== NO_STATE) {
        child.systemCall.set(time, parent.systemCall.current);
    }
};

const onFree: KernelEventHandler = (state, { time, cpu, fields }) => {
    const tid = integerOf(fields, 'tid', 'pid');
    if (tid !== undefined) {
        state.thread(tid, cpu).columns.forEach(column => column.set(time, NO_STATE));
    }
};

const onFrequency: KernelEventHandler = (state, { time, fields }) => {
    const cpuNumber = integerOf(fields, 'cpu_id');
    const kilohertz = integerOf(fields, 'state');
    if (cpuNumber !== undefined && kilohertz !== undefined) {
        const cpu = state.cpu(cpuNumber);
        cpu.frequency ??= state.column();
        cpu.frequency.set(time, kilohertz);
    }
};

function setName(state: KernelState, { name }: ThreadTimeline, text: string | undefined, time: number): void {
    if (text !== undefined) {
        name.set(time, state.texts.indexOf(text));
    }
}

/** What the scheduler's events say, by name. */
export const schedulingHandlers: readonly (readonly [string, KernelEventHandler])[] = [
    ['sched_switch', onSwitch],
    ['sched_waking', onWakeUp],
    ['sched_wakeup', onWakeUp],
    ['sched_wakeup_new', onWakeUp],
    ['sched_migrate_task', onMigrate],
    ['sched_process_fork', onFork],
    ['sched_process_free', onFree],
    ['power_cpu_frequency', onFrequency],
    ['cpu_frequency', onFrequency]
];
