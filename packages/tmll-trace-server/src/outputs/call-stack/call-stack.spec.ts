import type { MadeEvent } from '../test-support/memory-trace';
import { memoryTrace } from '../test-support/memory-trace';
import { statesOf } from '../test-support/graph';
import { record } from '../test-support/record';
import { functionFlameChart as flameChart, functionFlameGraph as flameGraph } from './call-stack-outputs';
import { FunctionCalls } from './function-calls';

const enter = (time: number, addr: number, vtid = 1): MadeEvent => ({
    time,
    type: 'lttng_ust_cyg_profile:func_entry',
    fields: { addr },
    context: { vpid: 9, vtid, procname: 'app' }
});
const leave = (time: number, vtid = 1): MadeEvent => ({
    time,
    type: 'lttng_ust_cyg_profile:func_exit',
    context: { vpid: 9, vtid, procname: 'app' }
});
const F = '00000000000000f0';
const G = '00000000000000a0';

const calls = [
    enter(10, 0xf0),
    enter(20, 0xa0),
    enter(22, 0xf0, 2),
    leave(30),
    enter(40, 0xa0),
    leave(50),
    leave(60),
    leave(61),
    enter(70, 0xa0),
    { time: 80, type: 'other' }
];

describe('Flame Chart', () => {
    it('has a line for each depth of the stack of each thread', async () => {
        const { entries } = flameChart.tree(await record(memoryTrace(calls)));
        expect(entries.map(({ key, labels, span }) => [key, labels[0], span?.start, span?.end])).toEqual([
            ['trace', 't', 10, 80],
            ['0', '9', 10, 80],
            ['0/0', 'app-1', 10, 81],
            ['0/0/0', 'app-1', 10, 80],
            ['0/0/1', 'app-1', 10, 80],
            ['0/1', 'app-2', 22, 81],
            ['0/1/0', 'app-2', 10, 80]
        ]);
    });

    it('says which function a thread is in; calls that do not end last to the end of the trace (by hand)', async () => {
        const recording = await record(memoryTrace(calls));
        expect(statesOf(flameChart, recording, '0/0/0')).toEqual([`10-60 ${'-'} ${F}`, '60-70 -', `70-81 - ${G}`]);
        expect(statesOf(flameChart, recording, '0/0/1')).toEqual([
            '10-20 -',
            `20-30 - ${G}`,
            '30-40 -',
            `40-50 - ${G}`,
            '50-81 -'
        ]);
        expect(flameChart.tooltip?.(recording, '0/0/0', 15)).toEqual({ State: F, Address: '0xf0' });
        expect(flameChart.tooltip?.(recording, '0/0/0', 65)).toEqual({});
    });

    it('gives a function the same colour wherever it is called', async () => {
        const recording = await record(memoryTrace(calls));
        const styleAt = (key: string, time: number) =>
            flameChart.states(recording, key, Float64Array.of(time))?.[0].style;
        expect(styleAt('0/0/0', 15)).toEqual(styleAt('0/1/0', 30));
        expect(styleAt('0/0/0', 15)).not.toEqual(styleAt('0/0/1', 25));
    });

    it('ignores exits without an entry, and reads calls that are deeper than its lines', async () => {
        const deep = Array.from({ length: 2000 }, (_, depth) => enter(depth + 1, depth + 1));
        const unwound = Array.from({ length: 2001 }, (_, index) => leave(3000 + index));
        const recording = await record(memoryTrace([leave(0), ...deep, ...unwound]));
        const { segments, processes } = recording.of(FunctionCalls);
        expect([segments.length, processes[0].threads[0].levels.length]).toEqual([2000, 1024]);
        expect(segments.at(0)).toEqual({ start: 2000, end: 3000 });
    });
});

describe('Flame Graph', () => {
    it('puts calls from one place together, the shortest first, above what called them (by hand)', async () => {
        const recording = await record(memoryTrace(calls));
        const times = Float64Array.from({ length: 100 }, (_, time) => time);
        const states = (key: string): unknown[] =>
            (flameGraph.states(recording, key, times) ?? []).map(({ start, end, label }) => [start, end, label]);
        // The thread spent 50 ns in F, of these 20 in G, and at the end 11 in G alone.
        expect(states('0/0/0')).toEqual([
            [0, 11, G],
            [11, 61, F]
        ]);
        expect(states('0/0/1')).toEqual([
            [0, 11, undefined],
            [11, 31, G],
            [31, 61, undefined]
        ]);
    });

    it('is as long as a thread was in calls', async () => {
        const { entries } = flameGraph.tree(await record(memoryTrace(calls)));
        expect(entries.map(({ labels, span }) => [labels[0], span?.start, span?.end])).toEqual([
            ['t', 0, 61],
            ['9', 0, 61],
            ['app-1', 0, 61],
            ['0', 0, 61],
            ['1', 0, 61],
            ['app-2', 0, 59],
            ['0', 0, 59]
        ]);
    });
});
