import type { StateColumn } from '../columns/state-column';
import { KernelState } from '../kernel/kernel-state';
import type { CpuTimeline } from '../kernel/timelines';
import type { TraceRecording } from '../recording/trace-recording';
import { softIrqName } from './soft-irq-name';

/** A line of the tree of resources. */
export interface ResourceRow {
    readonly key: string;
    /** Key of the line above; undefined: the trace's own. */
    readonly parent?: string;
    readonly label: string;
    readonly kind: 'thread' | 'cpu' | 'frequency' | 'separator' | 'irq' | 'softIrq';
    /** The CPU, or the interrupt for a line that stands for one. */
    readonly number: number;
    /** The CPU whose states it shows; undefined for those of an interrupt on all CPUs. */
    readonly cpu?: CpuTimeline;
    /** Undefined for a separator. */
    readonly states?: StateColumn;
    /** Name of the interrupt: `28/eno1`, `9`. */
    readonly interrupt?: string;
    /** Whether it stands below an interrupt and repeats the line of that interrupt below the CPU. */
    readonly isTwin?: boolean;
}

/** Lines of a CPU follow each other in this order; then come the interrupts, then the soft interrupts. */
const ORDER: readonly ResourceRow['kind'][] = ['thread', 'cpu', 'frequency', 'separator'];
const cache = new WeakMap<TraceRecording, ReadonlyMap<string, ResourceRow>>();

/** The lines by key, in the order in which they are shown. */
export function resourceRows(recording: TraceRecording): ReadonlyMap<string, ResourceRow> {
    let rows = cache.get(recording);
    if (!rows) {
        const state = recording.of(KernelState);
        const unordered = new Map<string, ResourceRow>();
        for (const cpu of state.cpus.values()) {
            for (const row of [...rowsOfCpu(cpu), ...rowsOfInterrupts(cpu, state)]) {
                // The line of an interrupt on all CPUs stands where the first CPU has it.
                if (!unordered.has(row.key)) {
                    unordered.set(row.key, row);
                }
            }
        }
        const ordered = [...unordered.values()].sort(
            (a, b) => groupOf(a) - groupOf(b) || a.number - b.number || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
        );
        rows = new Map(ordered.map(row => [row.key, row]));
        cache.set(recording, rows);
    }
    return rows;
}

function groupOf({ kind }: ResourceRow): number {
    return kind === 'irq' ? 1 : kind === 'softIrq' ? 2 : 0;
}

function rowsOfCpu(cpu: CpuTimeline): ResourceRow[] {
    const { cpu: number, thread, status, frequency } = cpu;
    const rows: (ResourceRow | undefined)[] = [
        thread && {
            key: `thread:${number}`,
            label: `CPU ${number} Threads`,
            kind: 'thread',
            number,
            cpu,
            states: thread
        },
        { key: cpuKey(cpu), label: cpuLabel(cpu), kind: 'cpu', number, cpu, states: status },
        frequency && {
            key: `frequency:${number}`,
            label: `CPU ${number} Frequency`,
            kind: 'frequency',
            number,
            cpu,
            states: frequency
        },
        { key: `separator:${number}`, label: '', kind: 'separator', number, cpu }
    ];
    return rows.filter(row => row !== undefined);
}

function rowsOfInterrupts(cpu: CpuTimeline, state: KernelState): ResourceRow[] {
    const irqs = [...cpu.irqs].flatMap(([name, states]) =>
        rowsOfInterrupt(cpu, 'irq', name, `IRQ ${name}`, states, state.irqs.get(name))
    );
    const softIrqs = [...cpu.softIrqs].flatMap(([vector, states]) => {
        const label = `SOFT_IRQ ${vector} ${softIrqName(vector)}`;
        return rowsOfInterrupt(cpu, 'softIrq', String(vector), label, states, state.softIrqs.get(vector));
    });
    return [...irqs, ...softIrqs];
}

/** An interrupt below its CPU, on all CPUs, and below that again as its CPU. */
function rowsOfInterrupt(
    cpu: CpuTimeline,
    kind: 'irq' | 'softIrq',
    interrupt: string,
    label: string,
    states: StateColumn,
    onAnyCpu: StateColumn | undefined
): ResourceRow[] {
    const number = Number(interrupt.split('/')[0]);
    const all = `${kind}:${interrupt}`;
    return [
        { key: `${all}@${cpu.cpu}`, parent: cpuKey(cpu), label, kind, number, cpu, states, interrupt },
        { key: all, label, kind, number, states: onAnyCpu, interrupt },
        {
            key: `${all}@${cpu.cpu}/twin`,
            parent: all,
            label: cpuLabel(cpu),
            kind,
            number: cpu.cpu,
            cpu,
            states,
            interrupt,
            isTwin: true
        }
    ];
}

function cpuKey({ cpu }: CpuTimeline): string {
    return `cpu:${cpu}`;
}

function cpuLabel({ cpu }: CpuTimeline): string {
    return `CPU ${cpu} States`;
}
