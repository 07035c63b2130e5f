import { NO_STATE } from '../columns/state-column';
import { ProcessStatus } from './process-status';

/** Bits of `prev_state` (include/linux/sched.h): interruptible and uninterruptible sleep, and a task that is dead. */
const SLEEPING = 1 | 2;
const DEAD = 64;
/** Flags from TASK_NOLOAD on say nothing of what the task waits for. */
const STATE_BITS = 1024 - 1;

/** What a thread does that leaves a CPU, by the `prev_state` of the switch. */
export function statusAfterSwitch(previousState: number): number {
    const state = previousState & STATE_BITS;
    if (state === 0) {
        return ProcessStatus.WaitForCpu;
    }
    if ((state & SLEEPING) !== 0) {
        return ProcessStatus.WaitBlocked;
    }
    return (state & DEAD) !== 0 ? NO_STATE : ProcessStatus.WaitUnknown;
}

/** `status` of LTTng's state dump (lttng_process_status): unnamed, wait fork, wait CPU, exit, zombie, wait, run, dead. */
const DUMPED = [
    ProcessStatus.Unknown,
    ProcessStatus.WaitFork,
    ProcessStatus.WaitForCpu,
    ProcessStatus.Unknown,
    ProcessStatus.Unknown,
    ProcessStatus.WaitUnknown,
    ProcessStatus.RunUsermode,
    NO_STATE
];

/** What a thread does by the state dump. */
export function statusInDump(status: number): number {
    return DUMPED[status] ?? ProcessStatus.Unknown;
}
