import { NO_STATE } from '../columns/state-column';
import { KernelState } from '../kernel/kernel-state';
import { CpuStatus } from '../kernel/process-status';
import type { OutputEntry, TimeGraphOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { threadStatus } from '../thread-status/thread-status';
import { linuxStyle, linuxStyles } from '../time-graph/linux-styles';
import { type ResourceRow, resourceRows } from './resource-rows';
import { callOf, nameOf, resourceStates } from './resource-states';

const ROOT = 'trace';

/** What each CPU does, which thread it runs, its frequency and interrupts; and each interrupt by CPU. */
export const resourcesStatus: TimeGraphOutput = {
    kind: 'timeGraph',
    descriptor: {
        id: 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ResourcesStatusDataProvider',
        name: 'Resources Status',
        description:
            'Show the state of CPUs (SYSCALL, RUNNING, IRQ, SOFT_IRQ or IDLE) and its IRQs/SOFT_IRQs as well as its frequency.',
        type: 'TIME_GRAPH'
    },
    recorders: [KernelState],
    appliesTo: threadStatus.appliesTo,
    styles: {
        ...linuxStyles('CPU states', 'Idle', 'Usermode', 'System call', 'Interrupt', 'Soft Irq', 'Soft Irq raised'),
        // The names of the two are interchanged, as in Trace Compass.
        frequency: linuxStyle('Usermode', 'Other', 'Thread'),
        thread: linuxStyle('Usermode', 'Other', 'Frequency')
    },
    tree(recording) {
        const { start, end } = recording.trace;
        const span = { start, end };
        const rows = [...resourceRows(recording).values()];
        const entries = rows.map(({ key, parent, label, kind, number }): OutputEntry => ({
            key,
            parent: parent ?? ROOT,
            labels: [label],
            hasData: kind !== 'separator',
            span,
            metadata: ['thread', 'cpu', 'frequency'].includes(kind) ? { CPU: [number] } : undefined
        }));
        const root: OutputEntry = { key: ROOT, labels: [recording.name], hasData: false, span };
        return { headers: [], entries: [root, ...entries], autoExpandLevel: 1 };
    },
    states(recording, key, times) {
        const row = resourceRows(recording).get(key);
        return row && resourceStates(recording, row, times);
    },
    tooltip(recording, key, time) {
        const row = resourceRows(recording).get(key);
        const value = row?.states?.at(time).value ?? NO_STATE;
        return row && value !== NO_STATE ? tooltipOf(recording, row, value, time) : undefined;
    }
};

type Tooltip = Readonly<Record<string, string>>;

function tooltipOf(recording: TraceRecording, row: ResourceRow, value: number, time: number): Tooltip | undefined {
    switch (row.kind) {
        case 'thread':
            return threadTooltip(recording, value, time);
        case 'cpu':
            return cpuTooltip(recording, row, value, time);
        case 'irq':
        case 'softIrq':
            return interruptTooltip(recording, row, value, time);
        default:
            return undefined;
    }
}

function threadTooltip(recording: TraceRecording, tid: number, time: number): Tooltip {
    const process = nameOf(recording, tid, time);
    return { TID: String(tid), ...(process === undefined ? {} : { Process: process }) };
}

function cpuTooltip(recording: TraceRecording, { cpu }: ResourceRow, value: number, time: number): Tooltip | undefined {
    const open = (columns: Iterable<readonly [number | string, { at(time: number): { value: number } }]>) =>
        [...columns].find(([, column]) => column.at(time).value !== NO_STATE)?.[0];
    if (value === CpuStatus.Irq || value === CpuStatus.SoftIrq) {
        const isHard = value === CpuStatus.Irq;
        const interrupt = open(isHard ? (cpu?.irqs ?? []) : (cpu?.softIrqs ?? []));
        return interrupt === undefined ? undefined : { [isHard ? 'IRQ' : 'SOFT IRQ']: String(interrupt) };
    }
    const tid = cpu?.thread?.at(time).value ?? NO_STATE;
    if (value === CpuStatus.Idle || tid === NO_STATE) {
        return {};
    }
    const call = value === CpuStatus.SystemCall ? callOf(recording, cpu, tid, time) : undefined;
    return { ...threadTooltip(recording, tid, time), ...(call === undefined ? {} : { System_call: call }) };
}

function interruptTooltip(
    recording: TraceRecording,
    { kind, cpu, interrupt = '', isTwin }: ResourceRow,
    value: number,
    time: number
): Tooltip {
    if (isTwin) {
        return { [kind === 'irq' ? 'IRQ' : 'SOFT IRQ']: interrupt };
    }
    const busy = [...recording.of(KernelState).cpus.values()].filter(({ irqs, softIrqs }) => {
        const column = kind === 'irq' ? irqs.get(interrupt) : softIrqs.get(Number(interrupt));
        return column?.at(time).value === value;
    });
    const cpus = cpu ? [cpu] : busy.sort((a, b) => a.cpu - b.cpu);
    return cpus.length === 0 ? {} : { CPU: cpus.map(({ cpu: number }) => String(number)).join(', ') };
}
