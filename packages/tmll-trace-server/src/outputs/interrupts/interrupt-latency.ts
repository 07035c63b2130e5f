import type { EventType, TraceEvent } from '../../trace/trace';
import { textOf } from '../field-access';
import { integerOf } from '../kernel/event-fields';
import type { EventHandler } from '../recording/trace-recording';
import { contentColumn, nameColumn, type SegmentAnalysis, type SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';

const ENTRY = /^(?:irq:)?irq_handler_entry$/;
const EXIT = /^(?:irq:)?irq_handler_exit$/;
/** Facts of a segment: what the handler returned, the interrupt and the CPU. */
const [RETURNED, IRQ, CPU] = [0, 1, 2];

/** Interrupts from the entry of their handler to its exit, on one CPU. */
class Interrupts implements SegmentRecorder {
    readonly segments = new SegmentTable(3);
    /** By CPU and interrupt. */
    private readonly open = new Map<string, { readonly name: string; readonly start: number }>();

    handlerOf({ name }: EventType): EventHandler | undefined {
        if (ENTRY.test(name)) {
            return event => {
                const irq = integerOf(event.fields, 'irq');
                this.open.set(`${event.cpu} ${irq}`, { name: textOf(event.fields, 'name') ?? '', start: event.time });
            };
        }
        return EXIT.test(name) ? event => this.leave(event) : undefined;
    }

    private leave({ cpu, time, fields }: TraceEvent): void {
        const irq = integerOf(fields, 'irq') ?? NaN;
        const key = `${cpu} ${irq}`;
        const entered = this.open.get(key);
        if (entered) {
            this.open.delete(key);
            this.segments.push(entered.start, time, entered.name, [integerOf(fields, 'ret') ?? NaN, irq, cpu]);
        }
    }
}

/** How long handlers of interrupts take, by the name of the device. */
export const interruptLatency: SegmentAnalysis = {
    id: 'lttng.analysis.irq',
    name: 'IRQ Analysis',
    recorder: Interrupts,
    appliesTo: types => types.some(({ name }) => ENTRY.test(name)) && types.some(({ name }) => EXIT.test(name)),
    columns: [
        nameColumn,
        contentColumn((segments, rank) => {
            const fact = (index: number): number => segments.factAt(rank, index);
            return `ret=${fact(RETURNED)}, irq=${fact(IRQ)}, cpu=${fact(CPU)}`;
        })
    ]
};
