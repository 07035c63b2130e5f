import { NO_STATE } from '../columns/state-column';
import type { KernelEventHandler } from './kernel-state';
import { CpuStatus, ProcessStatus } from './process-status';

/** LTTng's names; before 2.6 entries were called `sys_read` and all exits `exit_syscall`. */
const ENTRY = /^(?:compat_)?(?:syscall_entry_|sys_)(.+)$/;
const EXIT = /^(?:compat_)?syscall_exit_|^exit_syscall$/;

/** The name of the system call that an event of this name begins; undefined for other events. */
export function systemCallEntry(eventName: string): string | undefined {
    return ENTRY.exec(eventName)?.[1];
}

/** Whether an event of this name ends a system call. */
export function isSystemCallExit(eventName: string): boolean {
    return EXIT.test(eventName);
}

/** What an event of this name says of the system call of the thread that runs; undefined for other events. */
export function systemCallHandler(eventName: string): KernelEventHandler | undefined {
    const name = systemCallEntry(eventName);
    if (name !== undefined) {
        return (state, { time, cpu: cpuNumber }) => {
            if (cpuNumber >= 0) {
                const cpu = state.cpu(cpuNumber);
                const thread = state.runningOn(cpu);
                thread.systemCall.set(time, state.texts.indexOf(name));
                thread.status.set(time, ProcessStatus.RunSystemCall);
                cpu.status.set(time, CpuStatus.SystemCall);
            }
        };
    }
    return isSystemCallExit(eventName) ? onExit : undefined;
}

const onExit: KernelEventHandler = (state, { time, cpu: cpuNumber }) => {
    if (cpuNumber >= 0) {
        const cpu = state.cpu(cpuNumber);
        const thread = state.runningOn(cpu);
        thread.systemCall.set(time, NO_STATE);
        thread.status.set(time, ProcessStatus.RunUsermode);
        cpu.status.set(time, CpuStatus.Usermode);
    }
};
