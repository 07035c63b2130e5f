import { NO_STATE } from '../columns/state-column';

/** What a thread does, with the numbers of Trace Compass's kernel analysis. */
export enum ProcessStatus {
    Unknown = 0,
    WaitBlocked = 1,
    RunUsermode = 2,
    RunSystemCall = 3,
    Interrupted = 4,
    WaitForCpu = 5,
    WaitUnknown = 6,
    WaitFork = 7
}

/** What a CPU does, likewise. */
export enum CpuStatus {
    Idle = 0,
    SoftIrqRaised = 1,
    Usermode = 2,
    SystemCall = 4,
    SoftIrq = 8,
    Irq = 16
}

/** Whether a soft interrupt's state (bits of `CpuStatus`) says that it is handled, not only raised. */
export function isInSoftIrq(state: number): boolean {
    return state !== NO_STATE && (state & CpuStatus.SoftIrq) !== 0;
}
