import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { at, entryOf, paths, record, seriesOf } from '../test-support/record';
import { cpuUsage } from './cpu-usage';
import { cpuUsagePerCpu } from './cpu-usage-per-cpu';

const switchTo = (time: number, cpu: number, previous: [string, number], next: [string, number]): MadeEvent => ({
    time,
    cpu,
    type: 'sched_switch',
    fields: {
        prev_comm: previous[0],
        prev_tid: previous[1],
        next_comm: next[0],
        next_tid: next[1],
        next_prio: 20
    }
});
const idle: [string, number] = ['swapper', 0];
const a: [string, number] = ['alpha', 11];
const b: [string, number] = ['beta', 22];

// CPU 0: alpha 0-100, beta 100-150, idle 150-400, alpha 400-1000. CPU 1: idle 0-300, beta 300-500, idle.
const trace = memoryTrace([
    { time: 0, type: 'start' },
    switchTo(100, 0, a, b),
    switchTo(150, 0, b, idle),
    switchTo(300, 1, idle, b),
    switchTo(400, 0, idle, a),
    switchTo(500, 1, b, idle),
    { time: 1000, type: 'stop' }
]);

describe('CPU Usage', () => {
    it('counts threads from the start of the trace and to its end (by hand)', async () => {
        const tree = cpuUsage.tree(await record(trace));
        expect(tree.headers.map(({ name }) => name)).toEqual(['Process', 'TID', '%', 'Time']);
        expect(tree.entries.map(({ labels }) => labels)).toEqual([
            ['t', 'Total', '95.000 %', '950 ns'],
            ['alpha', '11', '70.000 %', '700 ns'],
            ['beta', '22', '25.000 %', '250 ns']
        ]);
    });

    it('lists only threads that ran in the span, with the time they had in it', async () => {
        const tree = cpuUsage.tree(await record(trace), { start: 500, end: 900 });
        expect(tree.entries.map(({ labels }) => labels)).toEqual([
            ['t', 'Total', '100.000 %', '400 ns'],
            ['alpha', '11', '100.000 %', '400 ns']
        ]);
    });

    it('is the exact average over each bin, 100 % a CPU', async () => {
        const recording = await record(trace);
        const sampling = at(-200, 0, 200, 400, 600);
        expect(seriesOf(cpuUsage, recording, sampling).list).toEqual([0, 75, 50, 150]);
        expect(seriesOf(cpuUsage, recording, sampling, 'alpha').list).toEqual([0, 50, 0, 100]);
        expect(seriesOf(cpuUsage, recording, sampling, 'beta').list).toEqual([0, 25, 50, 50]);
    });

    it('can be narrowed to CPUs', async () => {
        const recording = await record(trace);
        const beta = entryOf(cpuUsage, recording, 'beta');
        const on1 = cpuUsage.series(recording, beta, at(200, 400), { cpus: new Set([1]) });
        expect([...(on1?.values ?? [])]).toEqual([50]);
        const total = cpuUsage.series(recording, entryOf(cpuUsage, recording), at(0, 400), { cpus: new Set([0]) });
        expect([...(total?.values ?? [])]).toEqual([37.5]);
    });

    it('takes the thread that a switch leaves as the one that ran where a switch was lost', async () => {
        const lost = memoryTrace([
            { time: 0, type: 'start' },
            switchTo(100, 0, a, idle),
            switchTo(200, 0, b, idle),
            { time: 300, type: 'stop' }
        ]);
        expect(seriesOf(cpuUsage, await record(lost), at(100, 200), 'beta').list).toEqual([100]);
    });

    it('does not apply to traces without switches', () => {
        expect(cpuUsage.appliesTo(memoryTrace([{ time: 0, type: 'start' }]).eventTypes)).toBe(false);
    });
});

describe('CPU Usage per CPU', () => {
    it('is the share of its time that each CPU was busy (by hand)', async () => {
        const recording = await record(trace);
        expect(paths(cpuUsagePerCpu, recording)).toEqual(['t', 't/CPU 0*', 't/CPU 1*']);
        const sampling = at(0, 200, 400, 600);
        expect(seriesOf(cpuUsagePerCpu, recording, sampling, 'CPU 0').list).toEqual([75, 0, 100]);
        expect(seriesOf(cpuUsagePerCpu, recording, sampling, 'CPU 1').list).toEqual([0, 50, 50]);
    });
});
