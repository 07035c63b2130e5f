import { TimeRange } from '../series/time-series';
import { CpuScheduling, CpuUse, TaskShare } from './idle-result';

/** The states of a CPU, the ends exclusive, in ns from an origin, ascending. */
export interface CpuStates {
    readonly cpu: number;
    readonly origin: bigint;
    /** What it does. */
    readonly states: readonly {
        readonly start: number;
        readonly end: number;
        readonly kind: 'busy' | 'idle' | 'unknown';
    }[];
    /** What runs on it; undefined where nothing does, or it is not known. */
    readonly threads: readonly { readonly start: number; readonly end: number; readonly name?: string }[];
}

const SLICES = 50;
const MOST_TASKS = 25;

/** How threads share CPUs, exactly: from the ends of states, without sampling. */
export function cpuScheduling(cpus: readonly CpuStates[], range: TimeRange): CpuScheduling {
    const uses = cpus.map(cpu => cpuUse(cpu, range));
    const known = Number(uses.reduce((sum, { knownNs }) => sum + knownNs, 0n));
    const busy = Number(uses.reduce((sum, { busyNs }) => sum + busyNs, 0n));
    const switches = uses.reduce((sum, { contextSwitches }) => sum + contextSwitches, 0);
    const times = timesByTask(cpus);
    return {
        cpus: uses,
        utilization: known > 0 ? busy / known : 0,
        contextSwitchesPerSecond: perSecond(switches, known / Math.max(1, uses.length)),
        tasks: sharesOf(times, known),
        uniqueTasks: times.size
    };
}

function cpuUse(cpu: CpuStates, range: TimeRange): CpuUse {
    let known = 0;
    let busy = 0;
    const idle: [number, number][] = [];
    for (const { start, end, kind } of cpu.states) {
        known += kind === 'unknown' ? 0 : end - start;
        busy += kind === 'busy' ? end - start : 0;
        if (kind === 'idle') {
            const last = idle[idle.length - 1];
            if (last !== undefined && last[1] === start) {
                last[1] = end;
            } else {
                idle.push([start, end]);
            }
        }
    }
    const times = timesByTask([cpu]);
    const contextSwitches = switchesOf(cpu);
    const longest = idle.reduce<[number, number] | undefined>(
        (a, b) => (a && a[1] - a[0] >= b[1] - b[0] ? a : b),
        undefined
    );
    const idleTotal = idle.reduce((sum, [start, end]) => sum + end - start, 0);
    return {
        cpu: cpu.cpu,
        knownNs: BigInt(known),
        busyNs: BigInt(busy),
        utilization: known > 0 ? busy / known : 0,
        contextSwitches,
        contextSwitchesPerSecond: perSecond(contextSwitches, known),
        idlePeriods: idle.length,
        longestIdle: longest && { startNs: cpu.origin + BigInt(longest[0]), endNs: cpu.origin + BigInt(longest[1]) },
        averageIdleNs: idle.length === 0 ? 0n : BigInt(Math.round(idleTotal / idle.length)),
        tasks: sharesOf(times, known),
        uniqueTasks: times.size,
        sliceValues: busyBySlice(cpu, range)
    };
}

/** A switch is where one stretch ends and another thread's, or nobody's, begins; the beginning of the trace is none. */
function switchesOf({ threads }: CpuStates): number {
    let count = 0;
    for (let index = 1; index < threads.length; index++) {
        const [before, after] = [threads[index - 1], threads[index]];
        count += before.end === after.start && before.name !== after.name ? 1 : 0;
    }
    return count;
}

function timesByTask(cpus: readonly CpuStates[]): Map<string, number> {
    const times = new Map<string, number>();
    for (const { threads } of cpus) {
        for (const { start, end, name } of threads) {
            if (name !== undefined) {
                times.set(name, (times.get(name) ?? 0) + end - start);
            }
        }
    }
    return times;
}

function sharesOf(times: ReadonlyMap<string, number>, known: number): TaskShare[] {
    return [...times]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, MOST_TASKS)
        .map(([name, time]) => ({ name, ns: BigInt(time), share: known > 0 ? time / known : 0 }));
}

function busyBySlice({ states, origin }: CpuStates, { startNs, endNs }: TimeRange): Float64Array {
    const shift = Number(origin - startNs);
    const width = (Number(endNs - startNs) + 1) / SLICES;
    const busy = new Float64Array(SLICES);
    const known = new Float64Array(SLICES);
    for (const { start, end, kind } of states) {
        const [from, to] = [Math.max(0, start + shift), Math.min(end + shift, width * SLICES)];
        for (
            let slice = Math.floor(from / width);
            kind !== 'unknown' && slice < SLICES && slice * width < to;
            slice++
        ) {
            const part = Math.max(0, Math.min(to, (slice + 1) * width) - Math.max(from, slice * width));
            known[slice] += part;
            busy[slice] += kind === 'busy' ? part : 0;
        }
    }
    return busy.map((time, slice) => (known[slice] > 0 ? Math.min(1, time / known[slice]) : NaN));
}

function perSecond(count: number, ns: number): number {
    return ns > 0 ? (count * 1e9) / ns : 0;
}
