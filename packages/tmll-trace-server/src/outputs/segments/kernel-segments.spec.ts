import { futexContention } from '../futex/futex-contention';
import { interruptLatency } from '../interrupts/interrupt-latency';
import { systemCallLatency } from '../system-calls/system-call-latency';
import { kernelEvent, switchTo } from '../test-support/kernel-events';
import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { wakeUpLatency } from '../wake-up-latency/wake-up-latency';
import type { SegmentAnalysis } from './segment-analysis';

/** The segments by their starts: name, start, end, and the texts of the analysis' own columns. */
async function segmentsOf(analysis: SegmentAnalysis, events: readonly MadeEvent[]): Promise<unknown[]> {
    const { segments } = (await record(memoryTrace(events))).of(analysis.recorder);
    return [...segments.byStart].map(rank => {
        const { start, end } = segments.at(rank);
        return [start, end, ...analysis.columns.map(column => column.cell(segments, rank))];
    });
}

describe('System Call Latency', () => {
    it('matches entry and exit by thread, also on another CPU, whatever the names (by hand)', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            switchTo(0, 1, 0, 6),
            kernelEvent(1, 0, 'syscall_entry_read'),
            kernelEvent(2, 1, 'syscall_entry_write'),
            kernelEvent(3, 1, 'syscall_exit_write', { ret: -1 }),
            switchTo(4, 0, 5, 0),
            switchTo(5, 1, 6, 5),
            kernelEvent(9, 1, 'syscall_exit_read', { ret: 64 }),
            kernelEvent(10, 1, 'syscall_exit_read', { ret: 1 })
        ];
        expect(await segmentsOf(systemCallLatency, events)).toEqual([
            [1, 9, 'read', '5', '64', 'fs', 'fs/read_write.c'],
            [2, 3, 'write', '6', '-1', 'fs', 'fs/read_write.c']
        ]);
    });

    it('knows no file of system calls that are new to it', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            kernelEvent(1, 0, 'syscall_entry_frobnicate'),
            kernelEvent(2, 0, 'syscall_exit_frobnicate')
        ];
        expect(await segmentsOf(systemCallLatency, events)).toEqual([
            [1, 2, 'frobnicate', '5', '', 'unknown', 'unknown']
        ]);
    });
});

describe('IRQ Analysis', () => {
    it('matches entry and exit by CPU and interrupt', async () => {
        const events = [
            kernelEvent(0, 0, 'irq_handler_entry', { irq: 3, name: 'disk' }),
            kernelEvent(1, 1, 'irq_handler_entry', { irq: 3, name: 'disk' }),
            kernelEvent(2, 0, 'irq_handler_entry', { irq: 4, name: 'net' }),
            kernelEvent(3, 0, 'irq_handler_exit', { irq: 4, ret: 1 }),
            kernelEvent(5, 0, 'irq_handler_exit', { irq: 3, ret: 1 }),
            kernelEvent(9, 1, 'irq_handler_exit', { irq: 3, ret: 0 }),
            kernelEvent(10, 1, 'irq_handler_exit', { irq: 3, ret: 0 })
        ];
        expect(await segmentsOf(interruptLatency, events)).toEqual([
            [0, 5, 'disk', 'ret=1, irq=3, cpu=0'],
            [1, 9, 'disk', 'ret=0, irq=3, cpu=1'],
            [2, 3, 'net', 'ret=1, irq=4, cpu=0']
        ]);
    });
});

describe('Futex Contention Analysis', () => {
    it('has calls that lock or unlock private futexes, and no others', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            kernelEvent(1, 0, 'syscall_entry_futex', { op: 128, uaddr: 4096 }),
            kernelEvent(9, 0, 'syscall_exit_futex', { ret: 0 }),
            kernelEvent(10, 0, 'syscall_entry_futex', { op: 0, uaddr: 4096 }),
            kernelEvent(12, 0, 'syscall_exit_futex', { ret: 0 })
        ];
        expect(await segmentsOf(futexContention, events)).toEqual([[1, 9, 'WAIT', 'uaddr=4096, name=t5, thread=5']]);
    });
});

describe('Scheduler Wakeup to Scheduler Switch Latency', () => {
    it('lasts from the last time that a thread was woken up until it runs', async () => {
        const wake = (time: number, type: string): MadeEvent =>
            kernelEvent(time, 0, type, { tid: 7, comm: 'seven', target_cpu: 0 });
        const events = [
            wake(0, 'sched_waking'),
            wake(2, 'sched_wakeup'),
            switchTo(10, 0, 5, 7),
            switchTo(20, 0, 7, 5),
            switchTo(30, 0, 5, 7)
        ];
        expect(await segmentsOf(wakeUpLatency, events)).toEqual([[2, 10, 'seven', '7', '20']]);
    });
});
