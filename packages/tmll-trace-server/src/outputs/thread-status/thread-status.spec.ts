import { kernelEvent, switchTo, wakeUp } from '../test-support/kernel-events';
import { keyOf, statesOf } from '../test-support/graph';
import { memoryTrace, type MadeEvent } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { threadStatus } from './thread-status';

const SLEEP = 1;

async function states(events: readonly MadeEvent[], name: string): Promise<string[]> {
    const recording = await record(memoryTrace(events));
    return statesOf(threadStatus, recording, keyOf(threadStatus, recording, name));
}

describe('Thread Status', () => {
    it('says when a thread runs, sleeps, and waits for a CPU (by hand)', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            switchTo(10, 0, 5, 6, SLEEP),
            wakeUp(20, 0, 5, 0),
            switchTo(25, 0, 6, 5),
            switchTo(30, 0, 5, 6)
        ];
        expect(await states(events, 't5')).toEqual([
            '0-10 Usermode',
            '10-20 Wait blocked',
            '20-25 Wait for CPU',
            '25-30 Usermode',
            '30-31 Wait for CPU'
        ]);
    });

    it('says which system call a thread is in, also after it was away, and when an interrupt takes its CPU', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            kernelEvent(5, 0, 'syscall_entry_read'),
            switchTo(8, 0, 5, 6, SLEEP),
            switchTo(12, 0, 6, 5),
            kernelEvent(14, 0, 'irq_handler_entry', { irq: 3, name: 'disk' }),
            kernelEvent(16, 0, 'irq_handler_exit', { irq: 3 }),
            kernelEvent(18, 0, 'syscall_exit_read'),
            kernelEvent(20, 0, 'other')
        ];
        expect(await states(events, 't5')).toEqual([
            '0-5 Usermode',
            '5-8 System call read',
            '8-12 Wait blocked',
            '12-14 System call read',
            '14-16 Interrupt',
            '16-18 System call read',
            '18-21 Usermode'
        ]);
    });

    it('knows the names of system calls of old and 32-bit tracers', async () => {
        const events = [
            switchTo(0, 0, 0, 5),
            kernelEvent(1, 0, 'sys_open'),
            kernelEvent(2, 0, 'exit_syscall'),
            kernelEvent(3, 0, 'compat_syscall_entry_close'),
            kernelEvent(4, 0, 'compat_syscall_exit_close')
        ];
        expect(await states(events, 't5')).toEqual([
            '0-1 Usermode',
            '1-2 System call open',
            '2-3 Usermode',
            '3-4 System call close',
            '4-5 Usermode'
        ]);
    });

    it('takes what it does not know from the state dump', async () => {
        const dump = { tid: 7, pid: 4, ppid: 2, name: 'daemon', status: 5 };
        const recording = await record(
            memoryTrace([
                switchTo(0, 0, 0, 5),
                kernelEvent(3, 0, 'lttng_statedump_process_state', dump),
                kernelEvent(4, 0, 'lttng_statedump_process_state', { ...dump, tid: 5, name: 'other', status: 7 }),
                kernelEvent(9, 0, 'other')
            ])
        );
        const { entries } = threadStatus.tree(recording);
        expect(entries.map(({ labels }) => labels)).toEqual([
            ['t', '', '', ''],
            ['t0', '0', '0', ''],
            ['t5', '5', '4', '2'],
            ['daemon', '7', '4', '2']
        ]);
        expect(statesOf(threadStatus, recording, keyOf(threadStatus, recording, 'daemon'))).toEqual([
            '0-3 -',
            '3-10 Wait'
        ]);
    });

    it('puts a thread below its parent, and tells the lives of a reused id apart', async () => {
        const fork = (time: number): MadeEvent =>
            kernelEvent(time, 0, 'sched_process_fork', {
                parent_tid: 5,
                child_tid: 9,
                child_pid: 9,
                child_comm: `c${time}`
            });
        const recording = await record(
            memoryTrace([
                switchTo(0, 0, 0, 5),
                fork(10),
                kernelEvent(20, 0, 'sched_process_free', { tid: 9 }),
                fork(30),
                kernelEvent(40, 0, 'other')
            ])
        );
        const { entries } = threadStatus.tree(recording);
        const children = entries.filter(({ metadata }) => metadata?.TID[0] === 9);
        expect(children.map(({ labels, span, parent }) => [labels[0], span, parent])).toEqual([
            ['c10', { start: 10, end: 20 }, keyOf(threadStatus, recording, 't5')],
            ['c30', { start: 30, end: 41 }, keyOf(threadStatus, recording, 't5')]
        ]);
    });

    it('shows those alone that ran in a span when asked to', async () => {
        const recording = await record(
            memoryTrace([switchTo(0, 0, 0, 5), switchTo(10, 0, 5, 6, 2), switchTo(30, 0, 6, 0)])
        );
        const active = (start: number, end: number): string[] =>
            threadStatus.tree(recording, { start, end }).entries.map(({ labels }) => labels[0]);
        expect(active(2, 9)).toEqual(['t', 't5']);
        expect(active(12, 20)).toEqual(['t', 't6']);
    });

    it('has an arrow from the thread that leaves a CPU to the next one, over idle times too', async () => {
        const recording = await record(
            memoryTrace([
                switchTo(0, 0, 0, 5),
                switchTo(10, 0, 5, 0),
                switchTo(20, 0, 0, 6),
                switchTo(30, 0, 6, 7),
                switchTo(40, 0, 7, 0)
            ])
        );
        const name = (key: string): string =>
            threadStatus.tree(recording).entries.find(entry => entry.key === key)?.labels[0] ?? '';
        const arrows = (times: number[]): (string | number)[][] =>
            threadStatus
                .arrows?.(recording, Float64Array.from(times))
                .map(({ source, start, target, end }) => [name(source), start, name(target), end]) ?? [];
        expect(arrows([0, 10, 20, 30, 40])).toEqual([
            ['t5', 10, 't6', 20],
            ['t6', 30, 't7', 30]
        ]);
        expect(arrows([15])).toEqual([['t5', 10, 't6', 20]]);
        expect(arrows([5, 35])).toEqual([]);
    });

    it('says on which CPU a thread runs or is to run', async () => {
        const recording = await record(
            memoryTrace([switchTo(0, 3, 0, 5), switchTo(10, 3, 5, 0, SLEEP), wakeUp(20, 3, 5, 1)])
        );
        const key = keyOf(threadStatus, recording, 't5');
        expect([0, 15, 20].map(time => threadStatus.tooltip?.(recording, key, time))).toEqual([
            { CPU: '3' },
            undefined,
            { CPU: '1' }
        ]);
    });
});
