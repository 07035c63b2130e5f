import { NO_STATE, type StateColumn } from '../columns/state-column';
import { textOf } from '../field-access';
import { integerOf } from './event-fields';
import type { KernelEventHandler, KernelState } from './kernel-state';
import { CpuStatus, isInSoftIrq, ProcessStatus } from './process-status';
import type { CpuTimeline } from './timelines';

/** Interrupts between CPUs and of the local APIC, as LTTng names them. */
const VECTORS = [
    'local_timer',
    'reschedule',
    'spurious_apic',
    'error_apic',
    'ipi',
    'irq_work',
    'call_function',
    'call_function_single',
    'threshold_apic',
    'deferred_error_apic',
    'thermal_apic'
];

const onIrqEntry: KernelEventHandler = (state, { time, cpu, fields }) => {
    const irq = integerOf(fields, 'irq');
    if (cpu >= 0 && irq !== undefined) {
        enter(state, state.cpu(cpu), `${irq}/${textOf(fields, 'name') ?? ''}`, time);
    }
};

const onIrqExit: KernelEventHandler = (state, { time, cpu: cpuNumber, fields }) => {
    const irq = integerOf(fields, 'irq');
    if (cpuNumber < 0 || irq === undefined) {
        return;
    }
    const cpu = state.cpu(cpuNumber);
    const open = [...cpu.irqs].find(([label, { current }]) => label.startsWith(`${irq}/`) && current !== NO_STATE);
    if (open) {
        const [label] = open;
        leave(state, cpu, label, time);
        columnOf(state, state.irqs, label).set(time, NO_STATE);
    }
};

const onVectorEntry: KernelEventHandler = (state, { time, cpu, fields }) => {
    const vector = integerOf(fields, 'vector');
    if (cpu >= 0 && vector !== undefined) {
        enter(state, state.cpu(cpu), String(vector), time);
    }
};

const onVectorExit: KernelEventHandler = (state, { time, cpu: cpuNumber, fields }) => {
    const vector = integerOf(fields, 'vector');
    if (cpuNumber < 0 || vector === undefined) {
        return;
    }
    const label = String(vector);
    leave(state, state.cpu(cpuNumber), label, time);
    const busy = [...state.cpus.values()].find(({ irqs }) => (irqs.get(label)?.current ?? NO_STATE) !== NO_STATE);
    columnOf(state, state.irqs, label).set(time, busy?.cpu ?? NO_STATE);
};

function enter(state: KernelState, cpu: CpuTimeline, label: string, time: number): void {
    columnOf(state, cpu.irqs, label).set(time, cpu.cpu);
    state.runningOn(cpu).status.set(time, ProcessStatus.Interrupted);
    cpu.status.set(time, CpuStatus.Irq);
    columnOf(state, state.irqs, label).set(time, cpu.cpu);
}

function leave(state: KernelState, cpu: CpuTimeline, label: string, time: number): void {
    columnOf(state, cpu.irqs, label).set(time, NO_STATE);
    state.resume(state.runningOn(cpu), time);
    state.updateStatus(cpu, time);
}

const onSoftIrqRaise: KernelEventHandler = (state, { time, cpu, fields }) => {
    const vector = integerOf(fields, 'vec');
    if (cpu >= 0 && vector !== undefined) {
        const column = columnOf(state, state.cpu(cpu).softIrqs, vector);
        const handled = isInSoftIrq(column.current) ? CpuStatus.SoftIrq : 0;
        setSoftIrq(state, column, vector, time, CpuStatus.SoftIrqRaised | handled);
    }
};

const onSoftIrqEntry: KernelEventHandler = (state, { time, cpu: cpuNumber, fields }) => {
    const vector = integerOf(fields, 'vec');
    if (cpuNumber >= 0 && vector !== undefined) {
        const cpu = state.cpu(cpuNumber);
        setSoftIrq(state, columnOf(state, cpu.softIrqs, vector), vector, time, CpuStatus.SoftIrq);
        state.runningOn(cpu).status.set(time, ProcessStatus.Interrupted);
        state.updateStatus(cpu, time);
    }
};

const onSoftIrqExit: KernelEventHandler = (state, { time, cpu: cpuNumber, fields }) => {
    const vector = integerOf(fields, 'vec');
    if (cpuNumber < 0 || vector === undefined) {
        return;
    }
    const cpu = state.cpu(cpuNumber);
    const column = columnOf(state, cpu.softIrqs, vector);
    const isRaised = column.current !== NO_STATE && (column.current & CpuStatus.SoftIrqRaised) !== 0;
    setSoftIrq(state, column, vector, time, isRaised ? CpuStatus.SoftIrqRaised : NO_STATE);
    state.updateStatus(cpu, time);
    if ([...cpu.softIrqs.values()].every(({ current }) => current === NO_STATE)) {
        state.resume(state.runningOn(cpu), time);
    }
};

function setSoftIrq(state: KernelState, column: StateColumn, vector: number, time: number, value: number): void {
    column.set(time, value);
    let highest = NO_STATE;
    for (const { softIrqs } of state.cpus.values()) {
        highest = Math.max(highest, softIrqs.get(vector)?.current ?? NO_STATE);
    }
    columnOf(state, state.softIrqs, vector).set(time, highest);
}

function columnOf<K>(state: KernelState, columns: Map<K, StateColumn>, key: K): StateColumn {
    let column = columns.get(key);
    if (!column) {
        column = state.column();
        columns.set(key, column);
    }
    return column;
}

/** What the events of interrupts say, by name. */
export const interruptHandlers: readonly (readonly [string, KernelEventHandler])[] = [
    ['irq_handler_entry', onIrqEntry],
    ['irq_handler_exit', onIrqExit],
    ...['irq_softirq', 'softirq'].flatMap((name): [string, KernelEventHandler][] => [
        [`${name}_raise`, onSoftIrqRaise],
        [`${name}_entry`, onSoftIrqEntry],
        [`${name}_exit`, onSoftIrqExit]
    ]),
    ...VECTORS.flatMap((name): [string, KernelEventHandler][] => [
        [`x86_irq_vectors_${name}_entry`, onVectorEntry],
        [`x86_irq_vectors_${name}_exit`, onVectorExit]
    ])
];
