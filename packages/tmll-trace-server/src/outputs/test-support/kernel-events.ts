import type { MadeEvent } from './memory-trace';

/** A CPU goes over from one thread to another, each called after its id: `t5`. */
export function switchTo(time: number, cpu: number, previous: number, next: number, previousState = 0): MadeEvent {
    return {
        time,
        cpu,
        type: 'sched_switch',
        fields: {
            prev_comm: `t${previous}`,
            prev_tid: previous,
            prev_state: previousState,
            next_comm: `t${next}`,
            next_tid: next,
            next_prio: 20
        }
    };
}

/** A thread is woken up for a CPU. */
export function wakeUp(time: number, cpu: number, tid: number, target: number): MadeEvent {
    return { time, cpu, type: 'sched_wakeup', fields: { tid, target_cpu: target } };
}

/** The thread that runs on a CPU enters or leaves a system call, or an interrupt begins or ends there. */
export function kernelEvent(time: number, cpu: number, type: string, fields: MadeEvent['fields'] = {}): MadeEvent {
    return { time, cpu, type, fields };
}
