import { CpuStates } from '../idle/cpu-scheduling';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { Output } from '../trace/output';
import { StateRow } from '../trace/state-rows';

/** The lines of the Resources Status that tell of a CPU. */
const CPU_LINE = /^CPU (\d+) (Threads|States)$/;
const IDLE_STYLE = 'Idle';

/** The output that tells what each CPU does, by the name that Trace Compass gives it. */
export function resourcesStatusOf({ outputs }: Experiment): Output | undefined {
    return outputs.find(({ name, type }) => type === 'TIME_GRAPH' && name === 'Resources Status');
}

/**
 * What each CPU did and which threads it ran, exactly, by number.
 * @throws as `Experiment.fetchStates`
 */
export async function fetchCpuStates(
    experiment: Experiment,
    output: Output,
    range: TimeRange,
    options: FetchOptions
): Promise<CpuStates[]> {
    const wants = (path: readonly string[]): boolean => CPU_LINE.test(path[path.length - 1]);
    const rows = await experiment.fetchStates(output, { ...options, range, wants });
    const cpus = new Map<number, { threads?: StateRow; states?: StateRow }>();
    for (const row of rows) {
        const [, number, kind] = CPU_LINE.exec(row.path[row.path.length - 1]) ?? [];
        const cpu = cpus.get(Number(number)) ?? {};
        cpus.set(Number(number), { ...cpu, [kind === 'Threads' ? 'threads' : 'states']: row });
    }
    return [...cpus]
        .sort(([a], [b]) => a - b)
        .map(([cpu, { threads, states }]) => ({
            cpu,
            origin: range.startNs,
            states: (states?.states ?? []).map(({ start, end, style }) => ({ start, end, kind: kindOf(style) })),
            threads: (threads?.states ?? []).map(({ start, end, label }) => ({
                start,
                end,
                ...(label === undefined ? {} : { name: label })
            }))
        }));
}

/** A state without a look is not known: the trace does not tell yet what the CPU does. */
function kindOf(style: string | undefined): 'busy' | 'idle' | 'unknown' {
    return style === undefined ? 'unknown' : style === IDLE_STYLE ? 'idle' : 'busy';
}
