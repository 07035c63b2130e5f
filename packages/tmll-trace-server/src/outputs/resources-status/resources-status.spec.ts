import { kernelEvent, switchTo } from '../test-support/kernel-events';
import { keyOf, statesOf } from '../test-support/graph';
import { memoryTrace } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { resourcesStatus } from './resources-status';

const events = [
    switchTo(0, 1, 0, 5),
    kernelEvent(5, 1, 'syscall_entry_read'),
    kernelEvent(10, 1, 'irq_handler_entry', { irq: 3, name: 'disk' }),
    kernelEvent(12, 1, 'irq_softirq_raise', { vec: 4 }),
    kernelEvent(15, 1, 'irq_handler_exit', { irq: 3 }),
    kernelEvent(16, 1, 'irq_softirq_entry', { vec: 4 }),
    kernelEvent(19, 1, 'irq_softirq_exit', { vec: 4 }),
    kernelEvent(22, 1, 'syscall_exit_read'),
    switchTo(30, 1, 5, 0),
    switchTo(32, 0, 0, 0),
    kernelEvent(35, 1, 'power_cpu_frequency', { cpu_id: 1, state: 1_600_000 }),
    kernelEvent(38, 1, 'power_cpu_frequency', { cpu_id: 1, state: 3_200_000 }),
    kernelEvent(40, 1, 'other')
];

describe('Resources Status', () => {
    it('lists CPUs, then interrupts, then soft interrupts, each by number', async () => {
        const recording = await record(memoryTrace(events));
        const { entries } = resourcesStatus.tree(recording);
        const labelOf = (key?: string): string => entries.find(entry => entry.key === key)?.labels[0] ?? '';
        expect(entries.map(({ parent, labels }) => [labelOf(parent), labels[0]])).toEqual([
            ['', 't'],
            ['t', 'CPU 0 Threads'],
            ['t', 'CPU 0 States'],
            ['t', ''],
            ['t', 'CPU 1 Threads'],
            ['t', 'CPU 1 States'],
            ['t', 'CPU 1 Frequency'],
            ['t', ''],
            ['IRQ 3/disk', 'CPU 1 States'],
            ['CPU 1 States', 'IRQ 3/disk'],
            ['t', 'IRQ 3/disk'],
            ['SOFT_IRQ 4 Block device', 'CPU 1 States'],
            ['CPU 1 States', 'SOFT_IRQ 4 Block device'],
            ['t', 'SOFT_IRQ 4 Block device']
        ]);
    });

    it('says what a CPU does, with the names of threads and system calls (by hand)', async () => {
        const recording = await record(memoryTrace(events));
        expect(statesOf(resourcesStatus, recording, keyOf(resourcesStatus, recording, 'CPU 1 States'))).toEqual([
            '0-5 Usermode t5',
            '5-10 System call read',
            '10-15 Interrupt',
            '15-16 System call read',
            '16-19 Soft Irq',
            '19-22 System call read',
            '22-30 Usermode t5',
            '30-41 Idle'
        ]);
        expect(statesOf(resourcesStatus, recording, keyOf(resourcesStatus, recording, 'CPU 1 Threads'))).toEqual([
            '0-30 thread t5 (5)',
            '30-41 -'
        ]);
    });

    it('shows an interrupt below its CPU, on all CPUs, and as its CPU', async () => {
        const recording = await record(memoryTrace(events));
        for (const key of ['irq:3/disk', 'irq:3/disk@1', 'irq:3/disk@1/twin']) {
            expect(statesOf(resourcesStatus, recording, key)).toEqual(['0-10 -', '10-15 Interrupt', '15-41 -']);
        }
        for (const key of ['softIrq:4', 'softIrq:4@1', 'softIrq:4@1/twin']) {
            expect(statesOf(resourcesStatus, recording, key)).toEqual([
                '0-12 -',
                '12-16 Soft Irq raised',
                '16-19 Soft Irq',
                '19-41 -'
            ]);
        }
    });

    it('shows frequencies, as high as they are to the highest', async () => {
        const recording = await record(memoryTrace(events));
        const key = keyOf(resourcesStatus, recording, 'CPU 1 Frequency');
        const states = resourcesStatus.states(recording, key, Float64Array.of(36, 39));
        expect(states?.map(({ label, style }) => [label, style?.values])).toEqual([
            ['1.6 GHz', { height: 0.5 }],
            ['3.2 GHz', { height: 1 }]
        ]);
    });

    it('tells more of a state', async () => {
        const recording = await record(memoryTrace(events));
        const tooltip = (label: string, time: number): unknown =>
            resourcesStatus.tooltip?.(recording, keyOf(resourcesStatus, recording, label), time);
        expect(tooltip('CPU 1 Threads', 2)).toEqual({ TID: '5', Process: 't5' });
        expect(tooltip('CPU 1 States', 7)).toEqual({ TID: '5', Process: 't5', System_call: 'read' });
        expect(tooltip('CPU 1 States', 11)).toEqual({ IRQ: '3/disk' });
        expect(tooltip('CPU 1 States', 17)).toEqual({ 'SOFT IRQ': '4' });
        expect(resourcesStatus.tooltip?.(recording, 'irq:3/disk', 11)).toEqual({ CPU: '1' });
        expect(resourcesStatus.tooltip?.(recording, 'irq:3/disk@1/twin', 11)).toEqual({ IRQ: '3/disk' });
        expect(resourcesStatus.tooltip?.(recording, 'irq:3/disk', 20)).toBeUndefined();
        expect(resourcesStatus.tooltip?.(recording, 'separator:1', 20)).toBeUndefined();
    });
});
