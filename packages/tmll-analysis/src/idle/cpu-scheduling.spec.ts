import { cpuScheduling, CpuStates } from './cpu-scheduling';

const RANGE = { startNs: 1_000n, endNs: 1_099n };

/** Known from 10 on; busy 10–40 and 60–70, idle 40–60 and 70–100. */
const CPU: CpuStates = {
    cpu: 0,
    origin: 1_000n,
    states: [
        { start: 0, end: 10, kind: 'unknown' },
        { start: 10, end: 25, kind: 'busy' },
        { start: 25, end: 40, kind: 'busy' },
        { start: 40, end: 50, kind: 'idle' },
        { start: 50, end: 60, kind: 'idle' },
        { start: 60, end: 70, kind: 'busy' },
        { start: 70, end: 100, kind: 'idle' }
    ],
    threads: [
        { start: 10, end: 30, name: 'a (1)' },
        { start: 30, end: 40, name: 'b (2)' },
        { start: 40, end: 60 },
        { start: 60, end: 70, name: 'a (1)' },
        { start: 70, end: 100 }
    ]
};

describe('cpuScheduling', () => {
    it('counts time by the ends of states', () => {
        const { cpus, utilization, uniqueTasks, tasks } = cpuScheduling([CPU], RANGE);
        expect(cpus[0]).toMatchObject({
            knownNs: 90n,
            busyNs: 40n,
            utilization: 40 / 90,
            contextSwitches: 4,
            contextSwitchesPerSecond: (4 * 1e9) / 90,
            idlePeriods: 2,
            longestIdle: { startNs: 1_070n, endNs: 1_100n },
            averageIdleNs: 25n
        });
        expect(utilization).toBeCloseTo(40 / 90, 12);
        expect(uniqueTasks).toBe(2);
        expect(tasks).toEqual([
            { name: 'a (1)', ns: 30n, share: 30 / 90 },
            { name: 'b (2)', ns: 10n, share: 10 / 90 }
        ]);
    });

    it('tells for each slice of the range how much of what is known of it was busy', () => {
        const { sliceValues } = cpuScheduling([CPU], RANGE).cpus[0];
        expect(sliceValues).toHaveLength(50);
        expect([...sliceValues.subarray(0, 5)]).toEqual([NaN, NaN, NaN, NaN, NaN]);
        expect([...sliceValues.subarray(5, 20)]).toEqual(Array(15).fill(1));
        expect([...sliceValues.subarray(20, 30)]).toEqual(Array(10).fill(0));
        expect(sliceValues[49]).toBe(0);
    });

    it('takes CPUs together', () => {
        const idle: CpuStates = {
            cpu: 1,
            origin: 1_000n,
            states: [{ start: 0, end: 100, kind: 'idle' }],
            threads: [{ start: 0, end: 100 }]
        };
        const { utilization, cpus } = cpuScheduling([CPU, idle], RANGE);
        expect(utilization).toBeCloseTo(40 / 190, 12);
        expect(cpus[1]).toMatchObject({ utilization: 0, contextSwitches: 0, idlePeriods: 1 });
    });

    it('takes a CPU of which nothing is known, and none', () => {
        expect(cpuScheduling([{ cpu: 0, origin: 0n, states: [], threads: [] }], RANGE).cpus[0]).toMatchObject({
            utilization: 0,
            averageIdleNs: 0n
        });
        expect(cpuScheduling([], RANGE)).toMatchObject({ cpus: [], utilization: 0, tasks: [] });
    });
});
